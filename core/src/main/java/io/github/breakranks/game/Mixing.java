package io.github.breakranks.game;

/** Spreads the bits of a number so that neighbours become independent-looking (Steele, Lea and Flood 2014, doi 10.1145/2660193.2660195). */
final class Mixing {
    private Mixing() {}

    static long mix(long bits) {
        long z = bits;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
