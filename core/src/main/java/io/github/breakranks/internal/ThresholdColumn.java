package io.github.breakranks.internal;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lets kernels read the array inside a {@code Thresholds} without a copy; at 1e8 agents a copy costs more than the cascade. */
public final class ThresholdColumn {
    private static volatile @Nullable Function<Object, int[]> column;

    private ThresholdColumn() {}

    /** Called once by the class that owns the array. */
    public static void open(Function<Object, int[]> access) {
        column = access;
    }

    /** The array inside; not to be written to. */
    public static int[] of(Object thresholds) {
        return Objects.requireNonNull(column, "no thresholds were ever made").apply(thresholds);
    }
}
