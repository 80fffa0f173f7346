package io.github.breakranks.regime;

/** What going gains a soldier when the state is such and a share of the others has gone. */
@FunctionalInterface
public interface StateGain {
    /**
     * The gain [unit of the game]; it must not fall in either argument.
     *
     * @param state what nobody knows for sure; the higher, the better it is to go
     * @param gone  the share of the others who have gone
     */
    double of(double state, double gone);
}
