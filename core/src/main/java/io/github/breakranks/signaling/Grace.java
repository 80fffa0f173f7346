package io.github.breakranks.signaling;

import io.github.breakranks.answer.Watch;

/** Lets work that is nearly done finish: once the watch says stop, so many more steps and no further. */
final class Grace {
    private final Watch watch;
    private int left;
    private boolean used;

    Grace(Watch watch, int steps) {
        this.watch = watch;
        this.left = steps;
    }

    boolean mayGoOn() {
        return mayGoOn(1);
    }

    /** Whether a step may be taken that counts as so many. */
    boolean mayGoOn(int steps) {
        if (watch.mayGoOn()) {
            return true;
        }
        used |= left <= 0;
        left = Math.max(0, left) - steps;
        return left + steps > 0;
    }

    /** Whether the steps did not suffice. */
    boolean cutShort() {
        return used;
    }
}
