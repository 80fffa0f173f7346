package io.github.breakranks.examples;

import io.github.breakranks.network.Army;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.population.CostLaw;
import java.util.Objects;

/**
 * An army before an offer of which it has yet to hear: all of it ASSUMED.
 *
 * @param name     the set of assumptions
 * @param army     how its men are tied to each other, and from how many places they come
 * @param costs    what leaving costs them
 * @param offer    what is put before those who hear of it
 * @param reprisal what it takes from the first to go, fading in a straight line to nothing as all go [unit of the offer]
 * @param passed   the chance that one who has heard tells a man of his own origin to whom he is tied, a share
 */
public record HandbillArmy(String name, Army army, CostLaw costs, Offer offer, double reprisal, double passed) {
    public HandbillArmy {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(army, "army");
        Objects.requireNonNull(costs, "costs");
        Objects.requireNonNull(offer, "offer");
        Given.atLeastNothing("reprisal", "unit of the offer", reprisal);
        Given.share("passed", passed);
    }

    /** The same under another name. */
    HandbillArmy named(String newName) {
        return new HandbillArmy(newName, army, costs, offer, reprisal, passed);
    }

    /** The same army tied otherwise. */
    HandbillArmy with(Army newArmy) {
        return new HandbillArmy(name, newArmy, costs, offer, reprisal, passed);
    }

    /** The same before another offer. */
    HandbillArmy with(Offer newOffer) {
        return new HandbillArmy(name, army, costs, newOffer, reprisal, passed);
    }

    /** The same, where the word is passed on with another chance. */
    HandbillArmy withPassed(double newPassed) {
        return new HandbillArmy(name, army, costs, offer, reprisal, newPassed);
    }

    @Override
    public String toString() {
        return "HandbillArmy[" + name + ", " + army.soldiers() + " soldiers]";
    }
}
