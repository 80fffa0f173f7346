package io.github.breakranks.regime;

import io.github.breakranks.internal.Checks;
import io.github.breakranks.population.CostLaw;
import java.util.Objects;

/**
 * Soldiers who have the same at stake in a regime's fall.
 *
 * <p>One who goes gains {@code benefit - cost} if the regime falls and {@code -cost} if it stands; one who stays gains nothing either way. Who
 * goes at a cost of 0 or less goes anyway, and who goes at a cost of the benefit or more never does: both are said to be dominant, and
 * counted as such.
 *
 * @param name      of the contingent
 * @param mass      how large it is, above 0, a share or any measure that is the same for all
 * @param influence how much one of them weighs against the regime, at least 0
 * @param benefit   what the regime's fall is worth to one who has gone [unit of the game], above 0
 * @param cost      how what going costs is spread [unit of the game]
 */
public record Contingent(String name, double mass, double influence, double benefit, CostLaw cost) {
    public Contingent {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(cost, "cost");
        Checks.above(0, "mass", "share", mass);
        Checks.atLeast(0, "influence", "weight", influence);
        Checks.above(0, "benefit", "unit of the game", benefit);
    }

    /** Soldiers who all have the same benefit and cost, the whole population. */
    public static Contingent of(double benefit, double cost) {
        return of(benefit, CostLaw.empirical(Checks.finite("cost", "unit of the game", cost)));
    }

    /** Soldiers whose costs are spread by a law, the whole population. */
    public static Contingent of(double benefit, CostLaw cost) {
        return new Contingent("soldiers", 1, 1, benefit, cost);
    }

    /** The same under another name. */
    public Contingent named(String newName) {
        return new Contingent(newName, mass, influence, benefit, cost);
    }

    /** The same of another mass. */
    public Contingent withMass(double newMass) {
        return new Contingent(name, newMass, influence, benefit, cost);
    }

    /** The same of another influence. */
    public Contingent withInfluence(double newInfluence) {
        return new Contingent(name, mass, newInfluence, benefit, cost);
    }

    /** The same with another benefit. */
    public Contingent withBenefit(double newBenefit) {
        return new Contingent(name, mass, influence, newBenefit, cost);
    }

    /** The same when each who goes is paid so much more, win or lose [unit of the game]: the cost falls by as much. */
    public Contingent paid(double subsidy) {
        Checks.finite("subsidy", "unit of the game", subsidy);
        return subsidy == 0 ? this : new Contingent(name, mass, influence, benefit, cost.affine(-subsidy, 1));
    }

    /** The same when each who goes is paid so much more if the regime falls [unit of the game]. */
    public Contingent promised(double reward) {
        return withBenefit(benefit + Checks.finite("reward", "unit of the game", reward));
    }

    /** In a line: {@code soldiers: mass 1.0, benefit 2.0, cost law ...}. */
    @Override
    public String toString() {
        return name + ": mass " + mass + ", influence " + influence + ", benefit " + benefit + ", cost " + cost;
    }
}
