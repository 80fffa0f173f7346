package io.github.breakranks;

/** From where properties draw. */
public final class Seeds {
    /**
     * The seed of all properties that name no other, so that a build fails today if and only if it failed yesterday. Empty, they draw anew at
     * each run: that is how rare failures are looked for.
     */
    public static final String USUAL = "1776";

    private Seeds() {}
}
