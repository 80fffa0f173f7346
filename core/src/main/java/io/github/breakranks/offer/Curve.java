package io.github.breakranks.offer;

import io.github.breakranks.answer.Range;

/**
 * An amount as it depends on the share of the others that has gone. Anyone may write one: {@code Curve c = gone -> 0.4 * (1 - gone);}
 *
 * <p>The curves made here also bound their values and slopes over any stretch of shares, from which solvers <em>prove</em> how many
 * rest points there are. A curve of your own may override {@link #over} and {@link #slopeOver} to the same end.
 */
@FunctionalInterface
public interface Curve {

    /** The amount when such a share of the others has gone; defined on [0, 1]. */
    double at(double gone);

    /** How fast the amount rises with the share gone; by differences unless a curve knows better. */
    default double slope(double gone) {
        final double from = Math.max(0, gone - 0x1p-20);
        final double to = Math.min(1, gone + 0x1p-20);
        return (at(to) - at(from)) / (to - from);
    }

    /** Bounds on the amount between two shares; {@link Range#anything} if not known. */
    default Range over(double from, double to) {
        return Range.anything();
    }

    /** Bounds on the slope between two shares; {@link Range#anything} if not known. */
    default Range slopeOver(double from, double to) {
        return Range.anything();
    }

    /** The same amount however many have gone. */
    static Curve constant(double amount) {
        Curves.requireAmount(amount);
        return new Curves.Linear(amount, amount);
    }

    /** From {@code atNobody} when nobody has gone to {@code atEverybody} when all have, in a straight line. */
    static Curve linear(double atNobody, double atEverybody) {
        return new Curves.Linear(atNobody, atEverybody);
    }

    /** {@code amount * (1 - gone)^power}: full when nobody has gone, none when all have; power above 0. */
    static Curve fading(double amount, double power) {
        Curves.requireAmount(amount);
        Curves.requirePower(power);
        return power == 1 || amount == 0 ? new Curves.Linear(amount, 0) : new Curves.Fading(amount, power);
    }

    /** {@code amount * gone^power}: none when nobody has gone, full when all have; power above 0. */
    static Curve rising(double amount, double power) {
        Curves.requireAmount(amount);
        Curves.requirePower(power);
        return power == 1 || amount == 0 ? new Curves.Linear(0, amount) : new Curves.Rising(amount, power);
    }

    /** This amount and that. */
    default Curve plus(Curve other) {
        return new Curves.Sum(this, other);
    }

    /** This amount times that. */
    default Curve times(Curve other) {
        return new Curves.Product(this, other);
    }
}
