package io.github.breakranks.internal;

/**
 * Chance by number: the same seed and number always give the same draw, whoever asks and in whatever order.
 *
 * <p>The numbers are the states of a SplitMix64 generator that starts at the mixed seed.
 *
 * @see <a href="https://doi.org/10.1145/2714064.2660195">G. L. Steele, D. Lea and C. H. Flood (2014), "Fast splittable pseudorandom number
 *     generators", OOPSLA</a>
 */
public final class Coins {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    private static final double HEADS = 0x1p53;

    private Coins() {}

    /** What to hand to {@link #draw} for a seed. */
    public static long state(long seed) {
        return mix(seed + GOLDEN);
    }

    /** 64 random bits of this number. */
    public static long draw(long state, long number) {
        return mix(state + (number + 1) * GOLDEN);
    }

    /** Of 2^53 equally likely draws, how many mean yes at this chance, a share. */
    public static long heads(double chance) {
        return (long) Math.ceil(chance * HEADS);
    }

    /** Whether the coin of this number says yes. */
    public static boolean yes(long state, long number, long heads) {
        return draw(state, number) >>> 11 < heads;
    }

    /** From 1 to {@code most}, equally likely within one in 2^63 / most; most at least 1. */
    public static long upTo(long most, long state, long number) {
        final long bits = draw(state, number) >>> 1;
        return 1 + (Math.multiplyHigh(bits, most) << 1 | bits * most >>> 63); // the upper 63 of the product's 126 bits
    }

    private static long mix(long bits) {
        long mixed = (bits ^ bits >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }
}
