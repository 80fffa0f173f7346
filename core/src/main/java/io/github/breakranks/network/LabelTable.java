package io.github.breakranks.network;

import io.github.breakranks.internal.Checks;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the number of a name as it stands in a file, without making a string of it. */
final class LabelTable {
    private static final int SPREAD = 0x9E37_79B9; // 2^32 over the golden ratio

    private final byte[][] names; // by agent, UTF-8
    private final int[] slots; // agent + 1, 0: empty

    LabelTable(List<String> labels) {
        names = labels.stream()
                .map(label -> label.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        slots = new int[Integer.highestOneBit(Math.max(1, names.length)) << 2];
        for (int agent = 0; agent < names.length; agent++) {
            int slot = slot(hash(names[agent], 0, names[agent].length));
            while (slots[slot] != 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = agent + 1;
        }
    }

    /** Refuses names that a line could not hold, or that are not one agent's. */
    static void check(List<String> labels) {
        final Set<String> seen = new HashSet<>();
        for (String label : labels) {
            if (label.isEmpty()
                    || label.charAt(0) == '#'
                    || label.chars().anyMatch(c -> c == ',' || c <= ' ' || Character.isISOControl(c))) {
                throw Checks.refused(
                        "labels must be words without blanks, commas or a leading #, but was \"%s\"", label.strip());
            }
            if (!seen.add(label)) {
                throw Checks.refused("labels must be different, but was \"%s\" twice", label);
            }
        }
    }

    /** The agent of this name, or -1. */
    int find(byte[] text, int from, int to) {
        int slot = slot(hash(text, from, to));
        while (slots[slot] != 0) {
            final byte[] name = names[slots[slot] - 1];
            if (Arrays.equals(name, 0, name.length, text, from, to)) {
                return slots[slot] - 1;
            }
            slot = slot + 1 & slots.length - 1;
        }
        return -1;
    }

    private int slot(int hash) {
        return hash * SPREAD >>> Integer.numberOfLeadingZeros(slots.length - 1);
    }

    private static int hash(byte[] text, int from, int to) {
        int hash = 0;
        for (int k = from; k < to; k++) {
            hash = 31 * hash + text[k];
        }
        return hash;
    }
}
