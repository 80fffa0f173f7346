package io.github.breakranks.internal;

import java.io.Serial;
import java.util.function.BooleanSupplier;

/** Thrown out of long exact work that may not go on; solvers catch it and return what they have. */
public final class Halted extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    /** Without a trace, as it is no fault. */
    public Halted() {
        super("halted", null, false, false);
    }

    /** Thrown unless the work may go on. */
    public static void unless(BooleanSupplier mayGoOn) {
        if (!mayGoOn.getAsBoolean()) {
            throw new Halted();
        }
    }
}
