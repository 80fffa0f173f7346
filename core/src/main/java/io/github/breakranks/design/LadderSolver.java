package io.github.breakranks.design;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Range;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.design.Ladder.Budget;
import io.github.breakranks.design.Ladder.Offers;
import io.github.breakranks.design.Ladder.ReturnsFound;
import io.github.breakranks.internal.Checks;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cheapest offers with which everybody goes: in the best equilibrium, and in every one by private, by public and by equal offers.
 *
 * <pre>{@code
 *   public:   cost[S + i] = min over i of cost[S] + need_i(S)        over coalitions S, counted by type
 * }</pre>
 *
 * <p>Exact where coalitions can be told apart one by one: 20 agents that all differ take 2^20 states, a thousand identical ones a thousand,
 * as do a thousand listed agents of a game, since the cheaper of two who differ in cost only goes first. More agents under pairwise influence
 * are ranked: by a tournament among pairs and by moving single agents, and the answer lies between that ranking's cost and a bound that no
 * ranking undercuts. A verifier that shares no code with the search plays best replies from nobody at these payments, with a little more and
 * with a little less, and checks that no order costs less.
 *
 * <p>Where gains fall everywhere as coalitions grow, uniqueness is free: the offers at which going is an equilibrium make it dominant. Where
 * they rise here and fall there, agents who differ in cost only are paid against the worst number still to come, {@code max over j >= k of
 * need(j)} at place k, and no less makes the equilibrium unique; of others the work stops with the partial rung, and the answer names a
 * place.
 *
 * <p>Sources: see {@link CoalitionGains}; M. Halac, E. Lipnowski and D. Rappoport (2021), "Rank Uncertainty in Organizations", American
 * Economic Review 111(3), 757-786, doi 10.1257/aer.20200555.
 *
 * @param budget     whose largest coalition is to be found as well [unit of the game], if any
 * @param mostStates how many coalitions are told apart at most [count], 8 to 16 bytes each
 */
public record LadderSolver(OptionalDouble budget, int mostStates) implements Solver<CoalitionGains, Ladder> {
    private static final int USUAL_STATES = 1 << 22; // 22 agents that all differ: 32 MB

    public LadderSolver {
        if (budget.isPresent()) {
            Checks.atLeast(0, "budget", "unit of the game", budget.getAsDouble());
        }
        Checks.count(1, "mostStates", "coalitions", mostStates);
    }

    /** The solver without a budget, for at most 4,194,304 coalitions told apart. */
    public static LadderSolver solver() {
        return new LadderSolver(OptionalDouble.empty(), USUAL_STATES);
    }

    /** This solver, which also finds the largest coalition that so much makes go for certain [unit of the game]. */
    public LadderSolver withBudget(double newBudget) {
        return new LadderSolver(OptionalDouble.of(newBudget), mostStates);
    }

    /** This solver, telling so many coalitions apart at most [count]; each takes 8 bytes, and 8 more while returns are looked at. */
    public LadderSolver withMostStates(int newMostStates) {
        return new LadderSolver(budget, newMostStates);
    }

    @Override
    public Answer<Ladder> solve(CoalitionGains gains, Watch watch) {
        Objects.requireNonNull(gains, "gains");
        Objects.requireNonNull(watch, "watch");
        addUp(gains);
        final long states = CoalitionLattice.states(gains);
        final boolean ranked = states > mostStates && gains.influence() != null;
        if (states > mostStates && !gains.counted() && !ranked) {
            return tooMany(gains, states, "returns are not known");
        }
        final ReturnsCheck check = ReturnsCheck.of(gains, watch);
        if (check == null) {
            return stopped(gains, watch);
        }
        if (check.returns() == Returns.MIXED) {
            return RankUncertainty.covers(gains) ? counted(gains, check, watch) : mixed(gains, check);
        }
        if (check.returns() == Returns.DECREASING) {
            return decreasing(gains, check);
        }
        if (ranked) {
            return ranked(gains, check, watch);
        }
        return states > mostStates ? tooMany(gains, states, "") : exact(gains, check, watch);
    }

    /** Refuses amounts of which those of all agents are beyond counting. */
    private static void addUp(CoalitionGains gains) {
        final int[] nobody = new int[gains.types()];
        double largest = 0;
        for (int agent = 0; agent < gains.agents(); agent++) {
            final int type = gains.typeOf(agent);
            largest = Math.max(largest, Math.abs(gains.gain(type, gains.placeOf(agent), nobody)));
        }
        for (int number = 0; number < gains.agents() && gains.types() == 1; number++) {
            largest = Math.max(largest, Math.abs(gains.gain(0, 0, new int[] {number})));
        }
        if (Double.isInfinite(largest * gains.agents())) {
            throw Checks.refused(
                    "gains of all agents must add up to a finite amount [%s], but were up to %s for each of %s; count money in a"
                            + " larger unit",
                    gains.unit(), largest, gains.agents());
        }
    }

    private Answer<Ladder> exact(CoalitionGains gains, ReturnsCheck check, Watch watch) {
        final CoalitionLattice lattice = CoalitionLattice.of(gains, watch);
        if (lattice == null) {
            return stopped(gains, watch);
        }
        final Invitations invitations = Invitations.of(gains, lattice.order(gains.agents()));
        final Map<Rung, Offers> rungs = usual(gains, check);
        rungs.put(Rung.PUBLIC, new Offers(Range.of(lattice.total()), invitations.payments(), ""));
        final double[] least = lattice.least();
        final Invitations invited = budget.isPresent()
                ? Invitations.of(gains, lattice.order(Ladder.reach(least, budget.getAsDouble())))
                : null;
        final Ladder ladder = new Ladder(gains, found(check), rungs, invitations, new Budget(least, invited));
        final LadderVerifier verifier = new LadderVerifier(gains, watch);
        return checked(ladder, verifier.ofCosts(ladder, lattice.cost()), watch);
    }

    private Answer<Ladder> ranked(CoalitionGains gains, ReturnsCheck check, Watch watch) {
        final RankingSearch search = new RankingSearch(gains, watch);
        final Invitations invitations = Invitations.of(gains, search.order());
        final Map<Rung, Offers> rungs = usual(gains, check);
        final double total = invitations.total();
        final PlaceBound places = new PlaceBound(gains, watch);
        final double bound = Math.min(total, Math.max(0, Math.max(search.bound(), places.bound())));
        rungs.put(
                Rung.PUBLIC,
                new Offers(
                        new Range(bound, total),
                        invitations.payments(),
                        "the best ranking found; no ranking costs less than the bound"));
        final Ladder ladder = new Ladder(gains, found(check), rungs, invitations, Budget.UNKNOWN);
        return checked(
                ladder, new LadderVerifier(gains, watch).ofBound(ladder, search.weights(), places.prices()), watch);
    }

    /** What is found without an order. */
    private static Map<Rung, Offers> usual(CoalitionGains gains, ReturnsCheck check) {
        final Map<Rung, Offers> rungs = new EnumMap<>(Rung.class);
        rungs.put(Rung.PARTIAL, Offers.of(amongAll(gains)));
        rungs.put(Rung.PRIVATE, privately(gains, check));
        rungs.put(Rung.UNIFORM, Offers.of(same(gains, UniformOffer.payment(gains))));
        return rungs;
    }

    private static Offers privately(CoalitionGains gains, ReturnsCheck check) {
        if (!check.gainsRise()) {
            return Offers.absent(
                    "a gain falls where nobody needs to be paid, and hidden ranks rest on the mean: " + check.fall());
        }
        return RankUncertainty.covers(gains)
                ? Offers.of(RankUncertainty.payments(gains))
                : Offers.absent("private offers are solved where agents differ in cost only; they cost no less than the"
                        + " partial and no more than the public ones");
    }

    private static double[] same(CoalitionGains gains, double payment) {
        final double[] payments = new double[gains.agents()];
        Arrays.fill(payments, payment);
        return payments;
    }

    /** By agent: what he needs once all others have gone. */
    private static double[] amongAll(CoalitionGains gains) {
        final int[] gone = new int[gains.types()];
        Arrays.setAll(gone, gains::size);
        final double[] payments = new double[gains.agents()];
        for (int agent = 0; agent < payments.length; agent++) {
            final int type = gains.typeOf(agent);
            gone[type]--;
            payments[agent] = gains.need(type, gains.placeOf(agent), gone);
            gone[type]++;
        }
        return payments;
    }

    private Answer<Ladder> decreasing(CoalitionGains gains, ReturnsCheck check) {
        final double[] payments = amongAll(gains);
        final Map<Rung, Offers> rungs = new EnumMap<>(Rung.class);
        for (Rung rung : Rung.values()) {
            rungs.put(rung, Offers.of(payments));
        }
        rungs.put(
                Rung.UNIFORM,
                Offers.of(same(gains, Arrays.stream(payments).max().orElse(0))));
        final Ladder ladder =
                new Ladder(gains, found(check), rungs, Invitations.dominant(gains, payments), Budget.UNKNOWN);
        return new Answer.Found<>(ladder, new LadderVerifier(gains, Watch.none()).ofDominance(payments));
    }

    /** Whatever the shape of needs, where only the number gone matters and agents differ in cost only. */
    private Answer<Ladder> counted(CoalitionGains gains, ReturnsCheck check, Watch watch) {
        final Invitations invitations = Invitations.againstTheWorst(gains);
        final Map<Rung, Offers> rungs = new EnumMap<>(Rung.class);
        rungs.put(Rung.PARTIAL, Offers.of(amongAll(gains)));
        rungs.put(Rung.PRIVATE, Offers.absent("hidden ranks rest on the mean of gains that rise"));
        rungs.put(Rung.PUBLIC, Offers.of(invitations.payments()));
        final double most = Arrays.stream(invitations.payments()).max().orElse(0); // nobody may fall short at his place
        rungs.put(Rung.UNIFORM, Offers.of(same(gains, most)));
        final Ladder ladder = new Ladder(gains, found(check), rungs, invitations, Budget.UNKNOWN);
        return checked(ladder, new LadderVerifier(gains, watch).ofNumbers(ladder), watch);
    }

    private Answer<Ladder> mixed(CoalitionGains gains, ReturnsCheck check) {
        final String why =
                "returns neither increase nor decrease throughout: " + check.fall() + "; but " + check.rise();
        return partialOnly(gains, found(check), why, "look at a part of the agents among whom gains only rise");
    }

    private Answer<Ladder> tooMany(CoalitionGains gains, long states, String unknown) {
        final String why = "coalitions to tell apart are " + (states == Long.MAX_VALUE ? "too many to count" : states)
                + ", more than " + mostStates + " at 16 bytes each" + (unknown.isEmpty() ? "" : ", so that " + unknown);
        return partialOnly(
                gains,
                new ReturnsFound(Returns.UNKNOWN, ""),
                why,
                "take agents that are alike together, or raise withMostStates");
    }

    private Answer<Ladder> stopped(CoalitionGains gains, Watch watch) {
        return partialOnly(gains, new ReturnsFound(Returns.UNKNOWN, ""), watch.why(), "raise the limit");
    }

    private static Answer<Ladder> partialOnly(CoalitionGains gains, ReturnsFound found, String why, String remedy) {
        final Map<Rung, Offers> rungs = new EnumMap<>(Rung.class);
        for (Rung rung : Rung.values()) {
            rungs.put(rung, Offers.absent(why));
        }
        rungs.put(Rung.PARTIAL, Offers.of(amongAll(gains)));
        final Ladder ladder = new Ladder(gains, found, rungs, Invitations.none(gains), Budget.UNKNOWN);
        return new Answer.Stopped<>(ladder, new Certificate.Unproven(why), why, remedy);
    }

    private static ReturnsFound found(ReturnsCheck check) {
        return new ReturnsFound(check.returns(), check.fall());
    }

    /** A value that could not be checked within the limit is no finished answer. */
    private static Answer<Ladder> checked(Ladder ladder, @Nullable Certificate certificate, Watch watch) {
        return certificate != null
                ? new Answer.Found<>(ladder, certificate)
                : new Answer.Stopped<>(
                        ladder,
                        new Certificate.Unproven("not checked within the limit"),
                        watch.why(),
                        "raise the limit");
    }
}
