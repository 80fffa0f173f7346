package io.github.breakranks.network;

import io.github.breakranks.internal.Checks;
import java.util.Objects;

/**
 * How an army is tied together, and by what stray friendships besides.
 *
 * <pre>{@code
 *   squad       all who share it are tied to each other; the first leads it
 *   platoon     each leader of a squad is tied to the leader of the platoon, who leads its first squad
 *   company     each leader of a platoon is tied to the leader of the company, and so on upward
 *   stray       friends beyond the squad, of each on average: pairs drawn at random,
 *               a share `kin` of them among those of one origin
 * }</pre>
 *
 * <p>Soldiers are numbered squad by squad; the last units may be short of men. Sizes and rates are assumed, not measured: set your own.
 *
 * @param soldiers how many [count], at least 1
 * @param units    how large each unit is
 * @param stray    friends beyond the squad that a soldier has on average [count], at least 0
 * @param origins  from how many places they come, each as likely for everybody [count], at least 1
 * @param kin      share of the stray friendships that are within one origin whatever chance brings; 0: origin does not matter
 */
public record Army(int soldiers, Units units, double stray, int origins, double kin) {
    private static final Units USUAL = new Units(10, 3, 4, 5);

    /**
     * The sizes of the units, each in units of the next smaller kind; 1 leaves a level out.
     *
     * @param squad     soldiers of a squad [count], at least 1
     * @param platoon   squads of a platoon [count], at least 1
     * @param company   platoons of a company [count], at least 1
     * @param battalion companies of a battalion [count], at least 1
     */
    public record Units(int squad, int platoon, int company, int battalion) {
        public Units {
            Checks.count(1, "squad", "soldiers", squad);
            Checks.count(1, "platoon", "squads", platoon);
            Checks.count(1, "company", "platoons", company);
            Checks.count(1, "battalion", "companies", battalion);
        }

        /** Soldiers of a whole unit of this kind; no more than fit a long. */
        long soldiers(Unit unit) {
            long size = squad;
            if (unit.compareTo(Unit.PLATOON) >= 0) {
                size *= platoon;
            }
            if (unit.compareTo(Unit.COMPANY) >= 0) {
                size = Math.min(size, Integer.MAX_VALUE) * company;
            }
            return unit == Unit.BATTALION ? Math.min(size, Integer.MAX_VALUE) * battalion : size;
        }
    }

    /** The kinds of units, from the smallest up. */
    public enum Unit {
        /** Men who all know each other. */
        SQUAD,
        /** Some squads. */
        PLATOON,
        /** Some platoons. */
        COMPANY,
        /** Some companies; nothing but stray friendship ties battalions together. */
        BATTALION
    }

    public Army {
        Checks.count(1, "soldiers", "soldiers", soldiers);
        Objects.requireNonNull(units, "units");
        Checks.atLeast(0.0, "stray", "friends of a soldier", stray);
        Checks.count(1, "origins", "places", origins);
        Checks.share("kin", kin);
    }

    /** Squads of 10, platoons of 3 squads, companies of 4 platoons, battalions of 5 companies; no stray friendships, one origin. */
    public static Army of(int soldiers) {
        return new Army(soldiers, USUAL, 0, 1, 0);
    }

    /** The same army with squads of so many soldiers [count]. */
    public Army withSquad(int newSquad) {
        return with(new Units(newSquad, units.platoon, units.company, units.battalion));
    }

    /** The same army with platoons of so many squads [count]. */
    public Army withPlatoon(int newPlatoon) {
        return with(new Units(units.squad, newPlatoon, units.company, units.battalion));
    }

    /** The same army with companies of so many platoons [count]. */
    public Army withCompany(int newCompany) {
        return with(new Units(units.squad, units.platoon, newCompany, units.battalion));
    }

    /** The same army with battalions of so many companies [count]. */
    public Army withBattalion(int newBattalion) {
        return with(new Units(units.squad, units.platoon, units.company, newBattalion));
    }

    private Army with(Units newUnits) {
        return new Army(soldiers, newUnits, stray, origins, kin);
    }

    /** The same army, where a soldier has so many friends beyond his squad on average. */
    public Army withStray(double newStray) {
        return new Army(soldiers, units, newStray, origins, kin);
    }

    /**
     * The same army from so many places, where so much of the stray friendship is among men of one place.
     *
     * @param newOrigins places [count], at least 1
     * @param newKin     share of the stray friendships that are within one place whatever chance brings
     */
    public Army withOrigins(int newOrigins, double newKin) {
        return new Army(soldiers, units, stray, newOrigins, newKin);
    }

    /**
     * The army with its ties; origins and stray friendships are drawn from the seed. Cost: O(soldiers + ties).
     *
     * @throws IllegalArgumentException if there are not enough pairs for the stray friendships, or too little memory
     */
    public Formation form(long seed) {
        return new ArmyTies(this, new Draws(seed)).form();
    }

    /** Short enough for JShell, which cuts long lines in the middle. */
    @Override
    public String toString() {
        return "Army[" + soldiers + " soldiers, units " + units.squad + " x " + units.platoon + " x " + units.company
                + " x " + units.battalion + ", stray " + stray
                + (origins == 1 ? "]" : ", " + origins + " origins, kin " + kin + "]");
    }
}
