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
        if (watch.mayGoOn()) {
            return true;
        }
        used |= left == 0;
        return left-- > 0;
    }

    /** Whether the steps did not suffice. */
    boolean cutShort() {
        return used;
    }
}
