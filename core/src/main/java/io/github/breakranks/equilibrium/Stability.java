package io.github.breakranks.equilibrium;

/** What becomes of play that is pushed a little off a rest point, as those who are willing come and go. */
public enum Stability {
    /** It comes back: {@code Phi} crosses the diagonal from above, {@code Phi' < 1}. */
    STABLE,
    /** It runs away: {@code Phi} crosses from below. */
    UNSTABLE,
    /** It comes back from one side only: {@code Phi} touches the diagonal, as it does at a fold. */
    SEMI_STABLE,
    /** It stays where it was pushed: {@code Phi} runs along the diagonal. */
    NEUTRAL,
    /** Asked of a list: whole agents cannot be pushed a little. */
    UNDEFINED;

    /** In lower case, for tables. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
