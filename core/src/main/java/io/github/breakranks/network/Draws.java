package io.github.breakranks.network;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Random numbers whose bits depend on the seed alone: no method of the JDK's that a later JDK may draw otherwise.
 *
 * <p>The stream is not the one that {@code Population.draw} takes from the same seed: who has many ties would else be who pays little.
 */
final class Draws {
    private static final long APART = 0x5DEECE66DCAFEF1AL;

    private final RandomGenerator random;

    Draws(long seed) {
        random = RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(seed ^ APART);
    }

    /** One of 0, ..., bound - 1, each as likely as the others (Lemire 2019, doi 10.1145/3230636). */
    int below(int bound) {
        while (true) {
            final long product = (random.nextLong() >>> 32) * bound;
            final long low = product & 0xFFFF_FFFFL;
            if (low >= bound || low >= (1L << 32) % bound) {
                return (int) (product >>> 32);
            }
        }
    }

    /** Strictly between 0 and 1. */
    double share() {
        return ((random.nextLong() >>> 11) + 0.5) * 0x1p-53;
    }

    /** Whether something of this chance happens. */
    boolean happens(double chance) {
        return share() < chance;
    }

    /** The numbers in random order, each order as likely as the others. */
    void shuffle(int[] numbers) {
        for (int k = numbers.length - 1; k > 0; k--) {
            final int other = below(k + 1);
            final int kept = numbers[k];
            numbers[k] = numbers[other];
            numbers[other] = kept;
        }
    }
}
