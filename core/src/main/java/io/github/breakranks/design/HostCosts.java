package io.github.breakranks.design;

import io.github.breakranks.equilibrium.RestPoint;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.offer.Offer;
import java.util.Arrays;

/**
 * What an offer costs the host that keeps it.
 *
 * <pre>{@code
 *   perHead = cash + escrow + refuge * perRefuge + family * perFamily + reception        for each who comes
 *   fixed   = heads * reach * perReached                                        whoever comes
 *   outlay  = sum over groups of  heads_g * share_g * perHead_g + fixed_g       [unit of the game]
 * }</pre>
 *
 * <p>A host that keeps its word pays in full, so that credibility, which is what soldiers believe, does not lower the outlay. Whoever comes is
 * paid, also if word of the offer had not reached him. What lies in escrow for those who do not come goes back to the host. The bonus for
 * bringing others is not counted: no game says who brings whom.
 *
 * @param perRefuge  cost of a refuge, for each unit of its worth to him [unit of the game per unit of the game]
 * @param perFamily  cost of bringing out a family, for each who comes [unit of the game]
 * @param reception  cost of receiving one who comes, whatever he is given [unit of the game]
 * @param perReached cost of bringing word of the offer to one soldier [unit of the game]
 */
public record HostCosts(double perRefuge, double perFamily, double reception, double perReached) {
    public HostCosts {
        Checks.atLeast(0.0, "perRefuge", "unit of the game per unit of worth", perRefuge);
        Checks.atLeast(0.0, "perFamily", "unit of the game", perFamily);
        Checks.atLeast(0.0, "reception", "unit of the game", reception);
        Checks.atLeast(0.0, "perReached", "unit of the game", perReached);
    }

    /** The cash and nothing else: a refuge costs its host next to nothing. */
    public static HostCosts cashOnly() {
        return new HostCosts(0, 0, 0, 0);
    }

    /** These costs, with a refuge that costs its host so much for each unit of its worth to the soldier. */
    public HostCosts withRefuge(double newPerRefuge) {
        return new HostCosts(newPerRefuge, perFamily, reception, perReached);
    }

    /** These costs, with so much for bringing out the family of one who comes [unit of the game]. */
    public HostCosts withFamily(double newPerFamily) {
        return new HostCosts(perRefuge, newPerFamily, reception, perReached);
    }

    /** These costs, with so much for receiving one who comes [unit of the game]. */
    public HostCosts withReception(double newReception) {
        return new HostCosts(perRefuge, perFamily, newReception, perReached);
    }

    /** These costs, with so much for bringing word of the offer to one soldier [unit of the game]. */
    public HostCosts withReach(double newPerReached) {
        return new HostCosts(perRefuge, perFamily, reception, newPerReached);
    }

    /** What one who comes costs [unit of the game]. */
    public double perHead(Offer offer) {
        return offer.cash() + offer.escrow() + perRefuge * offer.refuge() + perFamily * offer.family() + reception;
    }

    /** What the offer costs whoever comes, put before so many [unit of the game]. */
    public double fixed(Offer offer, double heads) {
        return heads * offer.reach() * perReached;
    }

    /** The outlay on a game's offers where it rests [unit of the game]. */
    public double outlay(DefectionGame game, RestPoint at) {
        final double[] shares = new double[game.groups()];
        Arrays.setAll(shares, at::shareOf);
        return outlay(game, shares);
    }

    /** The outlay where such a share of each group has gone [unit of the game]. */
    double outlay(DefectionGame game, double... shares) {
        double outlay = 0;
        for (int g = 0; g < game.groups(); g++) {
            final double heads = game.population().mass(g) * game.population().size();
            final Offer offer = game.offer(g);
            outlay += heads * shares[g] * perHead(offer) + fixed(offer, heads);
        }
        return outlay;
    }
}
