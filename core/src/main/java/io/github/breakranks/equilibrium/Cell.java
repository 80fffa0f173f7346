package io.github.breakranks.equilibrium;

/**
 * A stretch of shares and what is claimed of {@code h(x) = Phi(x) - x} on it. Cells that cover [0, 1] and whose claims a verifier
 * confirms one by one prove how many rest points there are.
 *
 * @param from  lower end, a share
 * @param to    upper end, a share
 * @param claim what holds between
 */
record Cell(double from, double to, Claim claim) {
    /** Widest stretch on which a jump is left standing; wide enough for the rounding of a gain. */
    static final double JUMP_WIDTH = 1e-12;

    /** What can be claimed of a stretch. */
    enum Claim {
        /** More are willing than have gone, throughout: no rest point. */
        ABOVE,
        /** Fewer are willing than have gone, throughout: no rest point. */
        BELOW,
        /** h falls throughout and changes sign: exactly one rest point, stable. */
        ONE_FALLING,
        /** h rises throughout and changes sign: exactly one rest point, unstable. */
        ONE_RISING,
        /** Phi jumps over the diagonal somewhere on this stretch, which is no wider than {@link #JUMP_WIDTH}. */
        JUMP,
        /** None of these could be shown. */
        OPEN
    }

    double width() {
        return to - from;
    }
}
