package io.github.breakranks.population;

import io.github.breakranks.answer.Range;
import io.github.breakranks.internal.Checks;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A law stretched, moved or turned round: that of {@code shift + factor * C}.
 *
 * <pre>{@code
 *   C' = bottom + scale * U         U follows up       F'(c) = F_up((c - bottom) / scale)
 *   C' = top    - scale * D         D follows down     F'(c) = P(D >= (top - c) / scale)
 * }</pre>
 *
 * <p>A difference from an end keeps its digits near that end only. Where both forms are known each serves its half, and the error stays
 * bounded; where one is, nothing bounds it in the far tail, and {@link #relativeError} is not known.
 */
final class AffineLaw implements CostLaw {
    private static final double ROUNDINGS = 8 * Math.ulp(1.0);

    private final Ends ends;
    private final double scale;
    private final @Nullable CostLaw up;
    private final @Nullable CostLaw down;
    private final double error;

    /** What {@code up} counts from, and what {@code down} does. */
    private record Ends(double bottom, double top) {}

    private AffineLaw(Ends ends, double scale, @Nullable CostLaw up, @Nullable CostLaw down, double error) {
        this.ends = ends;
        this.scale = scale;
        this.up = up;
        this.down = down;
        this.error = error;
    }

    /** The law of {@code shift + factor * C}: of the same kind where its kind allows it. */
    static CostLaw of(CostLaw law, double shift, double factor) {
        Checks.finite("shift", "unit of the game", shift);
        Checks.finite("factor", "new unit per old one", factor);
        if (factor == 0) {
            throw Checks.refused("factor must not be 0 [new unit per old one], but was %s", factor);
        }
        final double scale = Math.abs(factor);
        if (law instanceof NormalLaw normal) {
            return CostLaw.normal(shift + factor * normal.mean(), scale * normal.deviation());
        }
        if (law instanceof LogisticLaw logistic) {
            return CostLaw.logistic(shift + factor * logistic.mean(), scale * logistic.scale());
        }
        if (law instanceof UniformLaw even) {
            final double one = shift + factor * even.low();
            final double other = shift + factor * even.high();
            return CostLaw.uniform(Math.min(one, other), Math.max(one, other));
        }
        if (law instanceof AtomsLaw atoms) {
            return atoms.moved(shift, factor);
        }
        if (law instanceof MixtureLaw mixture) {
            return mixture.moved(shift, factor);
        }
        if (law instanceof BetaLaw beta) {
            return stretched(beta, shift, factor);
        }
        return factor > 0
                ? new AffineLaw(new Ends(shift, Double.NaN), scale, law, null, Double.NaN)
                : new AffineLaw(new Ends(Double.NaN, shift), scale, null, law, Double.NaN);
    }

    /**
     * Beta costs from end to end. For {@code u <= 1/2} neither {@code u f / F} nor {@code u f / (1 - F)} exceeds twice the larger parameter,
     * so the roundings of u, relative to it, cost no more than that many.
     */
    private static AffineLaw stretched(BetaLaw beta, double shift, double factor) {
        final double other = shift + factor;
        final Ends ends = new Ends(Math.min(shift, other), Math.max(shift, other));
        final BetaLaw mirror = new BetaLaw(beta.b(), beta.a());
        final BetaLaw up = factor > 0 ? beta : mirror;
        final BetaLaw down = factor > 0 ? mirror : beta;
        final double error = Math.max(up.relativeError(), down.relativeError())
                + 2 * Math.max(beta.a(), beta.b()) * 2 * Math.ulp(1.0);
        return new AffineLaw(ends, ends.top - ends.bottom, up, down, error);
    }

    @Override
    public double cdf(double cost) {
        final CostLaw counted = counted(cost);
        return counted == up ? counted.cdf(fromBottom(cost)) : counted.atLeast(fromTop(cost));
    }

    @Override
    public double survival(double cost) {
        final CostLaw counted = counted(cost);
        return counted == up ? counted.survival(fromBottom(cost)) : counted.below(fromTop(cost));
    }

    @Override
    public double below(double cost) {
        final CostLaw counted = counted(cost);
        return counted == up ? counted.below(fromBottom(cost)) : counted.survival(fromTop(cost));
    }

    @Override
    public double atLeast(double cost) {
        final CostLaw counted = counted(cost);
        return counted == up ? counted.atLeast(fromBottom(cost)) : counted.cdf(fromTop(cost));
    }

    /** The law that counts from the nearer end, or the only one known. */
    private CostLaw counted(double cost) {
        if (up == null || down == null) {
            return Objects.requireNonNull(up == null ? down : up);
        }
        return cost - ends.bottom <= ends.top - cost ? up : down;
    }

    private double fromBottom(double cost) {
        return (cost - ends.bottom) / scale;
    }

    private double fromTop(double cost) {
        return (ends.top - cost) / scale;
    }

    @Override
    public double density(double cost) {
        final CostLaw counted = counted(cost);
        return counted.density(counted == up ? fromBottom(cost) : fromTop(cost)) / scale;
    }

    @Override
    public Range densityOver(double from, double to) {
        DensityBounds.requireInterval(from, to);
        final CostLaw counted = counted(from);
        final double one = counted == up ? fromBottom(from) : fromTop(to);
        final double other = counted == up ? fromBottom(to) : fromTop(from);
        final Range bounds = counted.densityOver(
                one - (Double.isInfinite(one) ? 0 : ROUNDINGS * Math.abs(one)),
                other + (Double.isInfinite(other) ? 0 : ROUNDINGS * Math.abs(other)));
        return DensityBounds.around(
                bounds.low() / scale, bounds.high() / scale, ROUNDINGS, bounds.high() > 0 ? Double.MIN_NORMAL : 0);
    }

    @Override
    public double steepest() {
        return counted(Double.NaN).steepest() / scale;
    }

    @Override
    public double[] costsWithDensity(double density) {
        final CostLaw counted = counted(Double.NaN);
        return Arrays.stream(counted.costsWithDensity(density * scale))
                .map(u -> counted == up ? ends.bottom + scale * u : ends.top - scale * u)
                .sorted()
                .toArray();
    }

    @Override
    public double[] breaks() {
        final CostLaw counted = counted(Double.NaN);
        return Arrays.stream(counted.breaks())
                .map(u -> counted == up ? ends.bottom + scale * u : ends.top - scale * u)
                .sorted()
                .toArray();
    }

    @Override
    public boolean discrete() {
        return counted(Double.NaN).discrete();
    }

    @Override
    public double low() {
        return up != null
                ? ends.bottom + scale * up.low()
                : ends.top - scale * counted(Double.NaN).high();
    }

    @Override
    public double high() {
        return down != null
                ? ends.top - scale * down.low()
                : ends.bottom + scale * counted(Double.NaN).high();
    }

    @Override
    public double relativeError() {
        return error;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AffineLaw that
                && ends.equals(that.ends)
                && scale == that.scale
                && Objects.equals(up, that.up)
                && Objects.equals(down, that.down);
    }

    @Override
    public int hashCode() {
        return Objects.hash(ends, scale, up, down);
    }

    @Override
    public String toString() {
        if (up != null && down != null) {
            return up + " on [" + ends.bottom + ", " + ends.top + "]";
        }
        return up != null ? ends.bottom + " + " + scale + " " + up : ends.top + " - " + scale + " " + down;
    }
}
