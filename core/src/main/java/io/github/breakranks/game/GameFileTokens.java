package io.github.breakranks.game;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.internal.Checks;
import java.util.regex.Pattern;

/** The words, numbers, quoted texts and braces of a game file, one after the other, each with its line and column. */
final class GameFileTokens {
    private static final Pattern NUMBER = Pattern.compile(
            "[-+]?(\\d+(/\\d+|\\.\\d*([eE][-+]?\\d{1,9})?|[eE][-+]?\\d{1,9})?|\\.\\d+([eE][-+]?\\d{1,9})?)");
    private static final int SHOWN = 30; // characters of a word that is refused

    private static final int LONG = 18; // digits that a long surely holds

    private final String place;
    private final String text;
    private int begin; // of the token that comes next
    private int end; // behind it

    GameFileTokens(String place, String text) {
        this.place = place;
        this.text = text;
        this.end = text.startsWith("\uFEFF") ? 1 : 0;
        advance();
    }

    private void advance() {
        begin = end;
        while (begin < text.length() && Character.isWhitespace(text.charAt(begin))) {
            begin++;
        }
        end = begin;
        if (begin == text.length()) {
            return;
        }
        if ("{},".indexOf(text.charAt(begin)) >= 0) {
            end++;
        } else if (text.charAt(begin) == '"') {
            end = afterQuoted();
        } else {
            while (end < text.length() && !separates(text.charAt(end))) {
                end++;
            }
        }
    }

    private static boolean separates(char next) {
        return Character.isWhitespace(next) || "{},\"".indexOf(next) >= 0;
    }

    private int afterQuoted() {
        int at = begin + 1;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        if (at >= text.length()) {
            end = text.length();
            throw refused("end with a quotation mark");
        }
        return at + 1;
    }

    /** How many characters are left, from the next token on. */
    int left() {
        return text.length() - begin;
    }

    boolean at(String token) {
        return end - begin == token.length() && text.startsWith(token, begin);
    }

    boolean atQuoted() {
        return begin < text.length() && text.charAt(begin) == '"';
    }

    void word(String word) {
        if (!at(word)) {
            throw refused("be " + word + ", as in NFG 1 R \"title\" { \"players\" }");
        }
        advance();
    }

    void symbol(String symbol) {
        if (!at(symbol)) {
            throw refused("be " + symbol);
        }
        advance();
    }

    void skipComma() {
        if (at(",")) {
            advance();
        }
    }

    String quoted(String what) {
        if (!atQuoted()) {
            throw refused("be " + what);
        }
        final StringBuilder name = new StringBuilder();
        for (int at = begin + 1; at < end - 1; at++) {
            final boolean escapes = text.charAt(at) == '\\' && "\"\\".indexOf(text.charAt(at + 1)) >= 0;
            name.append(text.charAt(escapes ? ++at : at));
        }
        advance();
        return name.toString();
    }

    Fraction number(String what) {
        final String number = text.substring(begin, end);
        if (isShort(number)) {
            advance();
            return Fraction.of(Long.parseLong(number), 1);
        }
        if (!NUMBER.matcher(number).matches()) {
            throw refused("be " + what);
        }
        final Fraction parsed;
        try {
            parsed = Fraction.parse(number.endsWith(".") ? number + "0" : number);
        } catch (IllegalArgumentException refused) {
            throw refused("be " + what + " (" + refused.getMessage() + ")");
        }
        advance();
        return parsed;
    }

    /** Digits alone, and few: most payoffs are. */
    private static boolean isShort(String number) {
        return number.length() <= LONG
                && !number.isEmpty()
                && number.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }

    int count(String what, int least, int most) {
        final String number = text.substring(begin, end);
        if (number.length() > 10
                || !number.chars().allMatch(digit -> digit >= '0' && digit <= '9')
                || number.isEmpty()) {
            throw refused("be " + what);
        }
        final long count = Long.parseLong(number);
        if (count < least || count > most) {
            throw refused("be " + what + ", from " + least + " to " + most);
        }
        advance();
        return (int) count;
    }

    void end() {
        if (begin < text.length()) {
            throw refused("be the end, as all combinations have their payoffs");
        }
    }

    /** Where the next token stands; a line ends as any system ends it, and a column is a character, not half of one. */
    String position() {
        int line = 1;
        int lineBegins = text.startsWith("\uFEFF") ? 1 : 0;
        for (int at = 0; at < begin; at++) {
            if (text.charAt(at) == '\n' || text.charAt(at) == '\r' && !text.startsWith("\n", at + 1)) {
                line++;
                lineBegins = at + 1;
            }
        }
        return "line " + line + ", column " + (text.codePointCount(lineBegins, begin) + 1);
    }

    IllegalArgumentException refused(String rule) {
        final String found = text.substring(begin, Math.min(end, begin + SHOWN)).replaceAll("\\p{Cntrl}", " ");
        return Checks.refused(
                "%s%s must %s, but was %s",
                position(),
                place,
                rule,
                begin == text.length() ? "the end" : "\"" + found + (end - begin > SHOWN ? "..." : "") + "\"");
    }
}
