package io.github.breakranks.examples.cli;

import java.io.Serial;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An argument is refused; the message is one sentence on one line: name, rule, [unit], "but was" value. */
final class BadInput extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private static final Pattern OR = Pattern.compile(",? or |, ");
    private static final Pattern JAVA = // a name with a capital inside, or a name, a full stop and a name
            Pattern.compile("[a-z][A-Z]|[A-Za-z]\\.[A-Za-z]");
    private static final int LONGEST = 80; // characters of a value that are shown
    private static final Pattern LONG_WORD = Pattern.compile("(\\S{" + LONGEST + "})\\S+");

    BadInput(String sentence) {
        super(oneLine(sentence));
    }

    /** A refusal of a value: {@code name must be rule, but was value}. */
    static BadInput of(String name, String rule, String value) {
        return new BadInput(name + " must be " + rule + ", but was " + shown(value));
    }

    /** What the library makes of an argument; where it refuses, its sentence behind the argument's name. */
    static <T> T naming(String name, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException refused) {
            throw new BadInput(name + cut(withoutJava(String.valueOf(refused.getMessage()))));
        }
    }

    /** A sentence of the library without those of its remedies, the parts behind the last semicolon, that name what only Java knows. */
    static String withoutJava(String sentence) {
        final int end = sentence.lastIndexOf("; ");
        if (end < 0) {
            return sentence;
        }
        if (!JAVA.matcher(sentence.substring(end)).find()) {
            return sentence;
        }
        final String remedies = Arrays.stream(OR.split(sentence.substring(end + 2)))
                .filter(remedy -> !JAVA.matcher(remedy).find())
                .collect(Collectors.joining(", or "));
        return sentence.substring(0, end) + (remedies.isEmpty() ? "" : "; " + remedies);
    }

    /** A sentence in which no word is longer than a value is shown. */
    static String cut(String sentence) {
        return LONG_WORD.matcher(sentence).replaceAll("$1...");
    }

    /** A value as a message shows it: what does not print is escaped, what is long is cut. */
    static String shown(String value) {
        if (value.isEmpty()) {
            return "empty";
        }
        return oneLine(value.length() > LONGEST ? value.substring(0, LONGEST) + "..." : value);
    }

    static String oneLine(String text) {
        final StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || !Character.isDefined(c)) {
                out.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }
}
