package io.github.breakranks.network;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of one piece of a file into pairs. One pass over the bytes, digit by digit; a string is made only of a weight that is no
 * short decimal.
 */
final class LineParser {
    private static final int SAMPLE = 1 << 12;
    private static final int INT_DIGITS = 9; // so many always fit an int
    private static final int MOST_DIGITS = 15; // integers of so many digits are exact doubles
    private static final double[] TENS = tens(); // exact up to 1e22

    private final byte[] text;
    private final int end;
    private final int agents; // 0: any number
    private final @Nullable LabelTable labels;
    private final PairList pairs;

    private int at;
    private int line; // where it begins
    private int first; // where the first line with a pair begins
    private boolean begun;
    private boolean weighted;
    private int largest = -1;
    private long loops;

    /** What is wrong with a line, and where in the piece the line begins. */
    static final class Fault extends RuntimeException {
        private static final long serialVersionUID = 1L;

        final transient int at;
        final transient String sentence;

        Fault(int at, String message) {
            super(message, null, false, false);
            this.at = at;
            this.sentence = message;
        }
    }

    LineParser(byte[] text, int from, int end, int agents, @Nullable LabelTable labels) {
        this.text = text;
        this.at = from;
        this.end = end;
        this.agents = agents;
        this.labels = labels;
        this.pairs = new PairList(linesAsAtFirst(text, from, end));
    }

    /** About how many lines there are if they are as long as the first of them. */
    private static int linesAsAtFirst(byte[] text, int from, int end) {
        final int sample = Math.min(SAMPLE, end - from);
        int lines = 1;
        for (int k = from; k < from + sample; k++) {
            lines += text[k] == '\n' ? 1 : 0;
        }
        return (int) ((long) lines * (end - from) / Math.max(1, sample)) + 1;
    }

    PairList pairs() {
        return pairs;
    }

    /** Whether any line named a pair. */
    boolean begun() {
        return begun;
    }

    /** What is wrong with the first pair if those before the piece are weighted, or not, and this is otherwise. */
    Fault otherwise(boolean weightedBefore) {
        return new Fault(first, weights(weightedBefore));
    }

    boolean weighted() {
        return weighted;
    }

    /** The largest agent named, -1 if none. */
    int largest() {
        return largest;
    }

    long loops() {
        return loops;
    }

    void parse() {
        while (at < end) {
            line = at;
            if (labels == null && !weighted && plainPair()) {
                continue;
            }
            blanks();
            if (at < end && text[at] == '#') {
                skipLine();
            } else if (at < end && text[at] != '\n') {
                pair();
            }
            at++; // over the end of the line
        }
    }

    /** The shortest way over a line like "3 17", as most are; whatever else stands there is left to {@link #pair}. */
    private boolean plainPair() {
        final byte[] bytes = text;
        int k = at;
        int from = 0;
        while (k < end && digit(bytes[k])) {
            from = from * 10 + (bytes[k++] - '0');
        }
        if (k == at || k - at > INT_DIGITS || k == end || bytes[k] != ' ' && bytes[k] != '\t' && bytes[k] != ',') {
            return false;
        }
        final int second = ++k;
        int to = 0;
        while (k < end && digit(bytes[k])) {
            to = to * 10 + (bytes[k++] - '0');
        }
        if (k == second || k - second > INT_DIGITS || k < end && bytes[k] != '\n') {
            return false;
        }
        if (agents > 0 && Math.max(from, to) >= agents) {
            return false;
        }
        at = k + 1;
        put(from, to, 1);
        return true;
    }

    private static boolean digit(byte character) {
        return character >= '0' && character <= '9';
    }

    private void pair() {
        final int from = agent();
        separator();
        final int to = agent();
        final boolean more = separated();
        if (begun && more != weighted) {
            throw fault(weights(weighted));
        }
        weighted = more;
        final double weight = more ? weight() : 1;
        blanks();
        if (at < end && text[at] != '\n') {
            throw malformed();
        }
        put(from, to, weight);
    }

    private void put(int from, int to, double weight) {
        first = begun ? first : line;
        begun = true;
        largest = Math.max(largest, Math.max(from, to));
        if (from == to) {
            loops++;
        } else if (weighted) {
            pairs.add(from, to, weight);
        } else {
            pairs.add(from, to);
        }
    }

    private static String weights(boolean before) {
        return before ? "must have a weight, as the lines before it" : "must have no weight, as the lines before it";
    }

    private int agent() {
        if (labels != null) {
            final int from = at;
            field();
            final int found = labels.find(text, from, at);
            if (found < 0) {
                throw fault("must name agents by the labels given, of which \"" + string(from, at) + "\" is none");
            }
            return found;
        }
        final int from = at;
        long number = 0;
        while (at < end && digit(text[at])) {
            number = Math.min(number * 10 + (text[at++] - '0'), Integer.MAX_VALUE);
        }
        if (at == from) {
            throw malformed();
        }
        if (number >= (agents > 0 ? agents : PairList.MOST)) {
            throw fault("must name agents from 0 to " + ((agents > 0 ? agents : PairList.MOST) - 1));
        }
        return (int) number;
    }

    /** A decimal of few digits is a whole number over a power of ten, both exact, so that the quotient is the nearest double. */
    private double weight() {
        final int from = at;
        long digits = 0;
        int places = -1; // after the point, -1: none yet
        int count = 0;
        while (at < end && (text[at] == '.' && places < 0 || digit(text[at]))) {
            if (text[at] == '.') {
                places = 0;
            } else if (count < MOST_DIGITS) {
                digits = digits * 10 + (text[at] - '0');
                places += places < 0 ? 0 : 1;
                count += digits > 0 ? 1 : 0;
            } else {
                count++;
            }
            at++;
        }
        final boolean whole = at == end || blank(text[at]) || text[at] == '\n';
        final int length = at - from - (places >= 0 ? 1 : 0);
        if (whole && length > 0 && count <= MOST_DIGITS && places < TENS.length) {
            return places > 0 ? digits / TENS[places] : digits;
        }
        field();
        return longWeight(string(from, at));
    }

    private double longWeight(String written) {
        final int bar = written.indexOf('/');
        double weight;
        try {
            weight = bar < 0
                    ? Double.parseDouble(written)
                    : Double.parseDouble(written.substring(0, bar)) / Double.parseDouble(written.substring(bar + 1));
        } catch (NumberFormatException thrown) {
            throw malformed();
        }
        if (!(weight >= 0) || Double.isInfinite(weight)) {
            throw fault("must have a weight that is finite and >= 0 [weight of a link]");
        }
        if (written.chars().anyMatch(c -> "dDfFxXpP".indexOf(c) >= 0)) {
            throw malformed(); // Java would read 1f and 0x1p0
        }
        return weight;
    }

    private void separator() {
        if (!separated()) {
            throw malformed();
        }
    }

    /** Goes over blanks, at most one comma among them; whether another field follows. */
    private boolean separated() {
        final int from = at;
        blanks();
        if (at < end && text[at] == ',') {
            at++;
            blanks();
            if (at == end || text[at] == '\n') {
                throw malformed();
            }
        }
        return at > from && at < end && text[at] != '\n';
    }

    private void blanks() {
        while (at < end && blank(text[at])) {
            at++;
        }
    }

    private static boolean blank(byte character) {
        return character == ' ' || character == '\t' || character == '\r';
    }

    private void field() {
        while (at < end && !blank(text[at]) && text[at] != ',' && text[at] != '\n') {
            at++;
        }
    }

    private void skipLine() {
        while (at < end && text[at] != '\n') {
            at++;
        }
    }

    private Fault malformed() {
        return fault(
                labels == null
                        ? "must be two agents' numbers, or two and a weight"
                        : "must be two agents' labels, or two and a weight");
    }

    private Fault fault(String rule) {
        return new Fault(line, rule);
    }

    private String string(int from, int to) {
        return new String(text, from, to - from, StandardCharsets.UTF_8);
    }

    private static double[] tens() {
        final double[] tens = new double[23];
        for (int k = 0; k < tens.length; k++) {
            tens[k] = Double.parseDouble("1e" + k);
        }
        return tens;
    }
}
