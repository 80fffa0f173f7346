package io.github.breakranks.cascade;

import io.github.breakranks.internal.TableText;

/**
 * The step that tipped a cascade: the moment at which each of those about to go was about to draw the most others after him.
 *
 * <pre>{@code
 *   followers = (end - gone - ready) / ready       at its greatest along the path, the earliest of several,
 *                                                 among steps after which no fewer were ready
 * }</pre>
 *
 * <p>Where ever fewer are ready a cascade dies away, and there is no such step. Had those who were ready then stayed for good, nobody else would have gone: where all see everybody, they are the fewest who could have
 * stopped it there. A cascade that squeezed past a fold has its tipping step at the narrowest place.
 *
 * @param step      the last round, sweep, reading or departure before it [count]; 0 is the start
 * @param time      when that was [as the cascade counts time]
 * @param gone      who had gone by then, a share
 * @param ready     who was ready to go next, a share
 * @param followers how many others went later for each of them [count]
 */
public record TippingStep(int step, double time, double gone, double ready, double followers) {

    /** In a sentence. */
    public String explain() {
        return "When " + percent(gone) + " had gone, " + percent(ready)
                + " were ready to go next, and each of them drew " + TableText.number(followers, 3)
                + " others after him: had they stayed, it would have stopped there.";
    }

    private static String percent(double share) {
        return TableText.number(100 * share, 3) + "%";
    }

    @Override
    public String toString() {
        return "TippingStep[at " + TableText.number(gone, 4) + " gone, " + TableText.number(ready, 3) + " ready, "
                + TableText.number(followers, 3) + " followers each]";
    }
}
