package io.github.breakranks.signaling;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.signaling.PerfectBayesianEquilibria.Supports;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds all perfect Bayesian equilibria of a finite signaling game, exactly.
 *
 * <pre>{@code
 *   supports   M_t messages type t may send,  A_m actions that may answer m:
 *              (2^|M| - 1)^|T|  x  (2^|A| - 1)^|M|   in all, fewer where types lack messages
 *   sender     z_tm = prior_t sigma(m|t) >= 0,  sum over m = prior_t,  each a in A_m best for z_.m          what is sent
 *   receiver   rho(.|m) on A_m;  each m in M_t best for t among the messages it has                         responses
 *   unsent m   a belief with which each a in A_m is best                                                     beliefs
 * }</pre>
 *
 * <p>Once supports are settled the three systems share no unknowns, so their solutions are polytopes, found as such; every equilibrium has
 * some support, so none is missing. The tree of supports is walked message by message, with many types type by type, and cut where a polytope
 * is empty or a larger support does as well; what is cut is counted, so that all supports announced are accounted for. Pooling and pure
 * separation are looked at first, so that they are among what was found if a limit passes. The certificate checks each entry, the
 * sets of beliefs that sustain it, and each set of outcomes from the definition.
 *
 * <p>Exact (fractions). Cost: at worst the number of supports, which {@link #announced} says beforehand; random games of 3 types, 3 messages
 * and 3 actions take milliseconds, of 20 types, 2 messages and 2 actions too. Types, messages and actions are at most 20 each.
 *
 * @param most how many supports are at most taken on [count], at least 1
 * @see <a href="https://doi.org/10.1016/0022-0531(91)90155-W">D. Fudenberg and J. Tirole (1991), "Perfect Bayesian Equilibrium and
 *     Sequential Equilibrium", Journal of Economic Theory 53, 236-260</a>
 */
public record PerfectBayesianSolver(long most) implements Solver<SignalingGame, PerfectBayesianEquilibria> {
    private static final long USUAL = 1_000_000_000_000L;
    private static final int MOST_NAMES = 20;
    private static final int MANY_TYPES = 5; // from here on the search goes type by type
    private static final int LAST = 50; // outcomes that are listed once stopped
    private static final int LAST_WORK = 100_000; // products that are summed in checks once stopped, about
    private static final String SEARCHED = " when all supports had been looked at, but ";
    private static final String NOT_ALL = SEARCHED + "not all outcomes were ";

    public PerfectBayesianSolver {
        if (most < 1) {
            throw Checks.refused("most must be >= 1 [supports], but was %s", most);
        }
    }

    /** The solver for up to 1,000,000,000,000 supports. */
    public static PerfectBayesianSolver solver() {
        return new PerfectBayesianSolver(USUAL);
    }

    /** This solver for so many supports at most. */
    public PerfectBayesianSolver withMost(long newMost) {
        return new PerfectBayesianSolver(newMost);
    }

    /** How many supports the game has [count], before any work. */
    public static BigInteger announced(SignalingGame game) {
        return SupportSearch.announced(game);
    }

    /** {@link #announced} of a game that this solver takes on; a game that it does not take on is refused as {@link #solve} does, before any work. */
    public BigInteger admitted(SignalingGame game) {
        checkNames(
                "types",
                game.types(),
                "merge types that earn alike, or use SpenceSolver where higher types bear the signal at less cost");
        checkNames(
                "messages",
                game.messages(),
                "leave out messages that cost alike, or that every type would rather not send");
        checkNames("actions", game.actions(), "leave out actions that no belief makes best");
        final BigInteger announced = announced(game);
        if (announced.compareTo(BigInteger.valueOf(most)) > 0) {
            throw Checks.refused(
                    "supports must be at most %s [count], but was %s; leave out messages or actions, or raise most",
                    most, announced);
        }
        return announced;
    }

    @Override
    public Answer<PerfectBayesianEquilibria> solve(SignalingGame game, Watch watch) {
        final BigInteger announced = admitted(game);
        final WholeGame whole = new WholeGame(game);
        final MessageOptions options = new MessageOptions(whole, watch::mayGoOn);
        final FirstLook first = new FirstLook(whole, options, watch);
        first.run();
        final SupportSearch search = search(whole, options, announced.longValueExact(), watch);
        search.run();
        final List<SupportSearch.Found> found =
                new ArrayList<>(search.stopped() ? first.found() : List.of()); // else they are found again
        found.addAll(search.found());
        return ordered(search, found, watch);
    }

    /** The search in the order that suits the number of types. */
    static SupportSearch search(WholeGame game, MessageOptions options, long announced, Watch watch) {
        return game.types() < MANY_TYPES
                ? new MessageByMessage(game, options, announced, watch)
                : new TypeByType(game, options, watch);
    }

    /** Lists what the search has found, and checks it. */
    private static Answer<PerfectBayesianEquilibria> ordered(
            SupportSearch search, List<SupportSearch.Found> found, Watch watch) {
        final SignalingGame game = search.game.game();
        final Outcomes outcomes = new Outcomes(search.game, watch);
        final OffPathSets sets = new OffPathSets(search.game, search.options);
        final List<EquilibriumPiece> pieces = outcomes.pieces(found);
        final Supports supports = new Supports(
                announced(game), BigInteger.valueOf(search.visited()), BigInteger.valueOf(search.pruned()));
        final Grace listing = new Grace(watch, Math.max(1, Math.min(LAST, LAST_WORK / 5 / products(game))));
        final PerfectBayesianEquilibria listed =
                new PerfectBayesianEquilibria(game, entries(game, pieces, sets, listing), pieces, supports);
        final boolean notAll = outcomes.cutShort() || listing.cutShort();
        final PerfectBayesianEquilibria answer =
                notAll ? listed.notAllListed() : outcomes.stopped() ? listed.notAllCompared() : listed;
        final Grace checking = new Grace(watch, LAST_WORK / products(game));
        final Certificate certificate = search.visited() + search.pruned() == 0 && pieces.isEmpty()
                ? new Certificate.Unproven("no support was looked at")
                : new PerfectBayesianVerifier(game, checking::mayGoOn).certify(answer);
        final String missing = search.stopped()
                ? ""
                : notAll
                        ? NOT_ALL + "listed"
                        : outcomes.stopped()
                                ? SEARCHED + "not every set within another was left out"
                                : checking.cutShort() ? NOT_ALL + "checked" : "nothing";
        if (!missing.equals("nothing")) {
            return new Answer.Stopped<>(answer, certificate, watch.why() + missing, "raise the limit");
        }
        watch.done(1);
        return new Answer.Found<>(answer, certificate);
    }

    /** How many products a check of one play sums, about. */
    private static int products(SignalingGame game) {
        final int messages = game.messages().size();
        final int actions = game.actions().size();
        return game.types().size() * messages * actions * (messages + actions);
    }

    private static void checkNames(String what, List<String> names, String remedy) {
        if (names.size() > MOST_NAMES) {
            throw Checks.refused(
                    "%s must be at most %s [count], but was %s; %s", what, MOST_NAMES, names.size(), remedy);
        }
    }

    private static List<PerfectBayesianEquilibrium> entries(
            SignalingGame game, List<EquilibriumPiece> pieces, OffPathSets sets, Grace listing) {
        final Map<List<Object>, PerfectBayesianEquilibrium> different = new LinkedHashMap<>();
        for (EquilibriumPiece piece : pieces) {
            for (Outcome outcome : corners(game, piece)) {
                if (!listing.mayGoOn()) {
                    return sorted(different.values());
                }
                different.computeIfAbsent(outcome.key(), key -> outcome.sustained(sets));
            }
        }
        return sorted(different.values());
    }

    private static List<Outcome> corners(SignalingGame game, EquilibriumPiece piece) {
        final List<Outcome> corners = new ArrayList<>();
        for (List<List<Fraction>> sender : piece.senders()) {
            for (List<List<Fraction>> response : piece.responses()) {
                corners.add(new Outcome(game, sender, response));
            }
        }
        return corners;
    }

    private static List<PerfectBayesianEquilibrium> sorted(Collection<PerfectBayesianEquilibrium> outcomes) {
        return outcomes.stream()
                .map(each -> new Entry(each, each.kind(), each.senders(), each.responses()))
                .sorted(Comparator.comparing(Entry::kind)
                        .thenComparing(Entry::senders, Outcomes::compare)
                        .thenComparing(Entry::responses, Outcomes::compare))
                .map(Entry::outcome)
                .toList();
    }

    /** An outcome and what it is sorted by, which is dear to make for each comparison. */
    private record Entry(
            PerfectBayesianEquilibrium outcome,
            PerfectBayesianEquilibrium.Kind kind,
            List<List<Fraction>> senders,
            List<List<Fraction>> responses) {}
}
