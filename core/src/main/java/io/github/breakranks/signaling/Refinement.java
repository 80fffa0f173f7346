package io.github.breakranks.signaling;

/**
 * What a listener may think of a message that nobody was to send, from the weakest demand to the strongest: each removes whatever those
 * before it remove.
 *
 * <pre>{@code
 *   u*(t)    what type t gets in equilibrium           BR    best replies to m, mixed, to some belief
 *   D(t)     replies in BR at which t gains by m:  u(t,m,r) > u*(t)          D0(t)   those at which it neither gains nor loses
 * }</pre>
 *
 * @see <a href="https://doi.org/10.2307/1885060">I.-K. Cho and D. M. Kreps (1987), Quarterly Journal of Economics 102(2), 179-221</a>
 */
public enum Refinement {
    /** Nobody thinks of a type to which some other message is better whatever is answered to either. */
    DOMINANCE("dominance"),
    /** Nobody thinks of a type that gets more in equilibrium than it could get by the message: {@code u*(t) > max u(t,m,r)}. */
    INTUITIVE("intuitive criterion"),
    /**
     * Of two types {@code D(t) + D0(t)} within {@code D(s)} the first becomes no likelier against the second than it was before; who could
     * only lose is not thought of.
     *
     * <p>This is the comparison of pairs in divine equilibrium (J. Banks and J. Sobel 1987, Econometrica 55, 647, doi 10.2307/1913604), made once.
     * Theirs asks more: beliefs are means of those consistent with some reply, and this is repeated with the replies that are best to what is
     * left. So whatever is removed here is not divine, but what is left need not be. One step keeps to the order of this list: D1, which
     * is not repeated either, need not imply a divinity that is.
     */
    DIVINITY("divinity"),
    /** Nobody thinks of the first of two types {@code D(t) + D0(t)} within {@code D(s)}. */
    D1("D1"),
    /**
     * Nobody thinks of a type for which the message is never a weak best response: {@code D0(t)} within the union of all others' D. E. Kohlberg
     * and J.-F. Mertens (1986), Econometrica 54, 1003, doi 10.2307/1912320.
     */
    NEVER_WEAK_BEST_RESPONSE("never weak best response");

    private final String label;

    Refinement(String label) {
        this.label = label;
    }

    /** Its name as economists write it. */
    public String label() {
        return label;
    }
}
