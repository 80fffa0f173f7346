package io.github.breakranks;

import io.github.breakranks.answer.Table;
import io.github.breakranks.cascade.AgentCascade;
import io.github.breakranks.cascade.Cascade;
import io.github.breakranks.cascade.Contagion;
import io.github.breakranks.cascade.Dynamics;
import io.github.breakranks.cascade.MeanFieldCascade;
import io.github.breakranks.cascade.Reach;
import io.github.breakranks.cascade.ReachSolver;
import io.github.breakranks.cascade.WellMixedCascade;
import io.github.breakranks.design.CheapestSolver;
import io.github.breakranks.design.DesignedOffer;
import io.github.breakranks.equilibrium.Axis;
import io.github.breakranks.equilibrium.Comparison;
import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.equilibrium.Fragility;
import io.github.breakranks.equilibrium.FragilitySolver;
import io.github.breakranks.equilibrium.RestPoints;
import io.github.breakranks.equilibrium.Sweep;
import io.github.breakranks.equilibrium.Tipping;
import io.github.breakranks.equilibrium.TippingSeed;
import io.github.breakranks.equilibrium.TippingSeedSolver;
import io.github.breakranks.equilibrium.TippingSolver;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.Thresholds;
import io.github.breakranks.network.Exposure;
import io.github.breakranks.network.Network;
import io.github.breakranks.offer.Expiry;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Term;
import io.github.breakranks.regime.RegimeChange;
import io.github.breakranks.regime.RegimeSolver;
import io.github.breakranks.signaling.Credibility;
import io.github.breakranks.signaling.CredibilityGame;
import io.github.breakranks.signaling.CredibilitySolver;
import io.github.breakranks.timing.DeadlinePath;
import io.github.breakranks.timing.DeadlineSolver;
import io.github.breakranks.timing.Waiting;

/**
 * The front door: the common questions about a defection offer, each in one line.
 *
 * <pre>{@code
 *   var soldiers = Population.of(30_000, CostLaw.normal(0.25, 0.12));        // who decides, and what leaving costs them
 *   var offer    = Offer.cash(0.21).withRefuge(0.30).withCredibility(0.90);  // what is put before them
 *   var game     = DefectionGame.of(soldiers, offer, Reprisal.fading(0.40)); // what that makes: punishment fades as more go
 *   var rest     = Breakranks.equilibria(game);                              // where it rests
 * }</pre>
 *
 * <p>Each verb only asks a solver for its value and throws, with the remedy, where there is none. For settings, time limits and
 * certificates use the solvers: {@link EquilibriumSolver}, {@link TippingSolver}, {@link TippingSeedSolver}, {@link FragilitySolver},
 * {@link Sweep}, {@link WellMixedCascade}, {@link MeanFieldCascade}, {@link AgentCascade}, {@link ReachSolver}, {@link DeadlineSolver},
 * {@link CheapestSolver}, {@link CredibilitySolver}, {@link RegimeSolver}.
 */
public final class Breakranks {
    private Breakranks() {}

    /** Where does it rest? All rest points of the game. */
    public static RestPoints equilibria(DefectionGame game) {
        return EquilibriumSolver.solver().solve(game).orElseThrow();
    }

    /** How does it spread? From nobody, all looking round at once, until nobody else wants to go; on a network each at those he watches. */
    public static Cascade cascade(DefectionGame game) {
        if (game.exposure() instanceof Exposure.Watching) {
            return AgentCascade.of(Dynamics.rounds(), 0).solve(game).orElseThrow(); // rounds draw nothing
        }
        return game.population().listed()
                ? cascade(Thresholds.of(game))
                : MeanFieldCascade.solver().solve(game).orElseThrow();
    }

    /** How does it spread among agents who go when so many others have gone? */
    public static Cascade cascade(Thresholds thresholds) {
        return WellMixedCascade.solver().solve(thresholds).orElseThrow();
    }

    /** What would tip them? The value of one term above which the share that goes jumps, and the one below which it falls back. */
    public static Tipping tippingOffer(DefectionGame game, Term term) {
        return TippingSolver.of(term).solve(game).orElseThrow();
    }

    /** How many must go first? Drawn at random from a law, the most reluctant of a list, for the others to reach the next rest point. */
    public static TippingSeed tippingSeed(DefectionGame game) {
        return TippingSeedSolver.solver().solve(game).orElseThrow();
    }

    /** How many must go first among agents who go when so many others have gone? */
    public static TippingSeed tippingSeed(Thresholds thresholds) {
        return TippingSeedSolver.solver().solve(thresholds).orElseThrow();
    }

    /** How little would it take? The fewest minds to change, and the least more for all, until the next rest point. */
    public static Fragility fragility(DefectionGame game) {
        return FragilitySolver.solver().solve(game).orElseThrow();
    }

    /** How little would it take among agents who go when so many others have gone? */
    public static Fragility fragility(Thresholds thresholds) {
        return FragilitySolver.solver().solve(thresholds).orElseThrow();
    }

    /**
     * Whom to reach first, so that most go in the end? For want of better knowledge each is taken to go once a share of those he watches has
     * gone that nobody knows, any share being as likely ({@link Contagion#randomShares}): the linear threshold model without weights.
     * {@link Reach#certifiedRatio} says how near to the best choice that is. Where the game is known, {@link #tippingSeed} asks it instead.
     *
     * @param k how many can be reached [count], from 1 to all
     */
    public static Reach reachFirst(Network network, int k) {
        return reachFirst(network, k, Contagion.randomShares());
    }

    /** The same where something else makes an agent go. */
    public static Reach reachFirst(Network network, int k, Contagion contagion) {
        return ReachSolver.of(contagion, k).solve(network).orElseThrow();
    }

    /**
     * Which offer is the cheapest that makes such a share go, starting from nobody, if these terms may be varied and only cash costs the
     * host? {@code CheapestSolver} takes bounds, groups, other costs and other rest points to rely on.
     *
     * @param share to go, in (0, 1]
     */
    public static DesignedOffer cheapest(DefectionGame game, double share, Term... terms) {
        return CheapestSolver.of(terms).reaching(share).solve(game).orElseThrow();
    }

    /**
     * Is the host believed? How far its word is, by what binds it; {@code credibility(game).into(offer)} carries it into an offer, in which cash
     * in escrow is worth its whole amount.
     */
    public static Credibility credibility(CredibilityGame game) {
        return CredibilitySolver.solver().solve(game).orElseThrow();
    }

    /**
     * How likely is the regime to fall, by what all are told of its strength? Needs public news ({@code news.withPublic}) that leaves one
     * prediction; {@link RegimeSolver} lists all where there are several.
     */
    public static double fallProbability(RegimeChange game) {
        return RegimeSolver.solver().solve(game).orElseThrow().chance();
    }

    /**
     * Does a deadline help, by how much and by when? For an offer with {@code Expiry.at(date)}; {@link DeadlinePath#explain} says it in words,
     * and what it rests on.
     */
    public static DeadlinePath deadline(DefectionGame game, Waiting waiting) {
        return DeadlineSolver.of(waiting).solve(game).orElseThrow();
    }

    /**
     * The same, were the offer to end at this date.
     *
     * @param date time from now [unit of time that {@code waiting} names], above 0
     */
    public static DeadlinePath deadline(DefectionGame game, Waiting waiting, double date) {
        return deadline(game.withOffer(game.offer().withExpiry(Expiry.at(date))), waiting);
    }

    /** Which offer brings more? One row an offer, before the same soldiers and the same reprisal. */
    public static Table compare(DefectionGame game, Offer... offers) {
        return Comparison.of(game, offers);
    }

    /** What if? The game solved for every combination of values of one or two terms (or more), a row each. */
    public static Table sweep(DefectionGame game, Axis... axes) {
        return Sweep.over(axes).solve(game).orElseThrow();
    }

    /** Where does it rest, why not further, and how much cash would tip it: in words. */
    public static String explain(DefectionGame game) {
        final RestPoints rest = equilibria(game);
        if (!rest.monotonicity().rises()) {
            return rest.explain();
        }
        return rest.explain() + " " + tippingOffer(game, Term.CASH).explain();
    }
}
