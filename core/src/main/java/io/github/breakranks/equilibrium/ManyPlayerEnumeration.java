package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.SupportFindings.Searched;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.StrategyProfile;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.Parallel;
import io.github.breakranks.internal.TableText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds all equilibria of a small game of any number of players and proves that there are no others; or says where it could not.
 *
 * <pre>{@code
 *   for every combination of supports in which no action is dominated given the others' supports
 *     all x >= 0 with  u_i(a, x) = u_i(b, x)  for a, b in the support,  u_i(c, x) <= u_i(a, x)  for c outside
 * }</pre>
 *
 * <p>With three or more players these are polynomial equations. Boxes of mixtures are cut up until each is shown, in intervals, to hold no
 * equilibrium or exactly one. Where the game is degenerate this does not end: a box down to a millionth wide stays open, {@link
 * NashEquilibria#complete} is false, and {@link NashEquilibria#missing} names the box. Where the derivative of the equations is singular
 * whatever is mixed, as where nothing that is in play matters, a support is given up at its first open box. A generic game has an odd number of equilibria
 * (Wilson 1971; Harsanyi 1973) whose indices sum to one; a complete list is checked for both.
 *
 * <p>A game of two players goes to {@link AllBimatrixSolver}, which is exact and knows the sets that equilibria form. Of one player the actions
 * that pay most are listed; all mixtures of them are equilibria, and make one set.
 *
 * <p>The cost grows with the number of combinations, the product of {@code 2^m - 1} over players with m actions, and with what lies inside each;
 * actions that iterated
 * strict dominance strikes out, by mixtures too ({@link DominanceSolver}), do not count. Games of more than {@link #mostCombinations} are
 * refused before mixtures are looked for. Each combination is kept, some 150
 * bytes, and takes some 0.02 to 2 ms, more where many actions are in play.
 *
 * @param mostCombinations combinations of supports at most [count], up to a billion
 * @param mostBoxes        boxes looked at in each combination at most [count]
 * @param threads          how many work at once; the answer does not depend on it
 * @see <a href="https://doi.org/10.1016/j.geb.2006.03.015">R. Porter, E. Nudelman and Y. Shoham (2008), "Simple search methods for finding a
 *     Nash equilibrium", Games and Economic Behavior 63, 642-662</a>
 * @see <a href="https://doi.org/10.1137/0121011">R. Wilson (1971), SIAM Journal on Applied Mathematics 21, 80-87</a>
 */
public record ManyPlayerEnumeration(long mostCombinations, long mostBoxes, int threads)
        implements Solver<NormalFormGame, NashEquilibria> {
    private static final long CAN_BE_HELD = 1_000_000_000L;
    private static final double BYTES = 150.0; // a combination of supports and what is found in it
    private static final double SECONDS = 1e-3; // a combination, as a rule

    public ManyPlayerEnumeration {
        if (mostCombinations < 1) {
            throw Checks.refused("mostCombinations must be >= 1 [count], but was %s", mostCombinations);
        }
        if (mostCombinations > CAN_BE_HELD) {
            throw Checks.refused(
                    "mostCombinations must be <= %s [count; 150 bytes each], but was %s",
                    CAN_BE_HELD, mostCombinations);
        }
        if (mostBoxes < 1) {
            throw Checks.refused("mostBoxes must be >= 1 [count], but was %s", mostBoxes);
        }
        Checks.count(1, "threads", "count", threads);
    }

    /** The solver for up to a hundred thousand combinations of supports, on one thread. */
    public static ManyPlayerEnumeration solver() {
        return new ManyPlayerEnumeration(100_000, 1_000_000, 1);
    }

    /** This solver, allowed so many combinations of supports [count]. */
    public ManyPlayerEnumeration withMostCombinations(long newMostCombinations) {
        return new ManyPlayerEnumeration(newMostCombinations, mostBoxes, threads);
    }

    /** This solver, allowed so many boxes in each combination of supports [count]. */
    public ManyPlayerEnumeration withMostBoxes(long newMostBoxes) {
        return new ManyPlayerEnumeration(mostCombinations, newMostBoxes, threads);
    }

    /** This solver on so many threads [count]. */
    public ManyPlayerEnumeration withThreads(int newThreads) {
        return new ManyPlayerEnumeration(mostCombinations, mostBoxes, newThreads);
    }

    @Override
    public Answer<NashEquilibria> solve(NormalFormGame game, Watch watch) {
        Objects.requireNonNull(game, "game");
        Objects.requireNonNull(watch, "watch");
        if (game.players() == 2) {
            return AllBimatrixSolver.solver().withThreads(threads).solve(game, watch);
        }
        if (game.players() == 1) {
            return OnePlayer.all(game, mostCombinations, watch);
        }
        final List<@Nullable SupportFindings> findings = new ArrayList<>();
        findings.add(pure(game, watch));
        final int[][] actions = undominated(game, watch);
        if (!watch.mayGoOn()) {
            return SupportFindings.answer(game, findings, new Searched(0, 0), watch);
        }
        check(actions);
        final PayoffBounds payoffs = PayoffBounds.of(game);
        final List<int[][]> supports = new SupportChoices(payoffs, actions, watch).all();
        final @Nullable SupportFindings[] mixed = new SupportFindings[supports.size()];
        final boolean all = watch.mayGoOn()
                && Parallel.forEach(
                        supports.size(),
                        threads,
                        piece -> mixed[piece] = look(game, payoffs, new Task(supports.get(piece), actions), watch),
                        watch::mayGoOn,
                        watch::done);
        findings.addAll(Arrays.asList(mixed));
        final Searched searched = new Searched(supports.size(), size(game.shape()) - size(sizes(actions)));
        return SupportFindings.answer(game, findings, searched, all && watch.mayGoOn() ? null : watch);
    }

    /** The pure equilibria, in fractions; so these and ties at them are known before any mixture is looked at. */
    private SupportFindings pure(NormalFormGame game, Watch watch) {
        final PureEquilibria pure = PureNashSolver.solver()
                .solve(game, Watch.none().withCancel(() -> !watch.mayGoOn()))
                .value();
        final List<SupportFindings.Finding> found = new ArrayList<>();
        String tied = "";
        for (int k = 0; k < pure.count() && k < mostCombinations && watch.mayGoOn(); k++) {
            final NashEquilibrium one = pure.equilibrium(k);
            final String tie = SupportFindings.tie(game, one.profile());
            found.add(new SupportFindings.Finding(one, tie.isEmpty() ? 1 : 0));
            tied = tied.isEmpty() ? tie : tied;
        }
        return new SupportFindings(found, "", tied);
    }

    /** The actions that iterated strict dominance leaves, or all where that is not proven. */
    private static int[][] undominated(NormalFormGame game, Watch watch) {
        final Answer<Undominated> left =
                DominanceSolver.solver().solve(game, Watch.none().withCancel(() -> !watch.mayGoOn()));
        final boolean proven = left.certificate() instanceof Certificate.Proven;
        final int[][] actions = new int[game.players()][];
        Arrays.setAll(
                actions,
                player -> proven
                        ? left.value().kept(player)
                        : IntStream.range(0, game.actions(player)).toArray());
        return actions;
    }

    private static int[] sizes(int[][] actions) {
        return Arrays.stream(actions).mapToInt(of -> of.length).toArray();
    }

    private static int size(int... sizes) {
        return Arrays.stream(sizes).sum();
    }

    private void check(int[][] actions) {
        final double combinations = SupportChoices.count(sizes(actions));
        if (combinations > mostCombinations) {
            throw Checks.refused(
                    "game must have at most %s combinations of supports without dominated actions "
                            + "[count; 150 bytes and some 1 ms each], but was %s: some %s, %s GB and %s s; "
                            + "ask ManyPlayerSolver for one equilibrium, or allow more withMostCombinations",
                    mostCombinations,
                    Arrays.stream(sizes(actions)).mapToObj(Integer::toString).collect(Collectors.joining(" x ")),
                    String.format(Locale.ROOT, "%.0e", combinations),
                    String.format(Locale.ROOT, "%,.0f", Math.ceil(combinations * BYTES / 1e9)),
                    TableText.number(combinations * SECONDS, 3));
        }
    }

    /** Supports, and the actions that may pay more. */
    private record Task(int[][] supports, int[][] actions) {}

    private SupportFindings look(NormalFormGame game, PayoffBounds payoffs, Task task, Watch watch) {
        if (Arrays.stream(task.supports).allMatch(support -> support.length == 1)) {
            return SupportFindings.none(); // pure ones are known
        }
        final SupportEquations system = new SupportEquations(payoffs, task.supports, task.actions);
        final SupportRoots search = new SupportRoots(system);
        search.search(watch, mostBoxes);
        final List<SupportFindings.Finding> found = new ArrayList<>();
        String tied = "";
        MixtureBox open = search.open().isEmpty() ? null : search.open().get(0);
        for (int k = 0; k < search.roots().size(); k++) {
            final MixtureBox around = search.provenIn().get(k);
            if (negative(around) || system.excluded(around)) {
                continue; // a solution of the equations, but no equilibrium
            }
            final StrategyProfile profile =
                    SupportPolish.of(game, payoffs, system, search.roots().get(k));
            final KrawczykProof proof = profile == null ? null : KrawczykProof.of(game, payoffs, profile);
            final String tie =
                    profile == null || proof != null && !proof.tie() ? "" : SupportFindings.tie(game, profile);
            if (profile == null || proof == null && tie.isEmpty()) {
                open = around;
            } else {
                found.add(new SupportFindings.Finding(
                        NashEquilibrium.of(game, profile), proof == null || proof.tie() ? 0 : proof.index()));
                tied = tied.isEmpty() ? tie : tied;
                open = proof != null && proof.tie() && tie.isEmpty()
                        ? around
                        : open; // may be found again with one action more
            }
        }
        return new SupportFindings(found, open == null ? "" : where(game, task.supports, open), tied);
    }

    private static boolean negative(MixtureBox box) {
        return Arrays.stream(box.high()).flatMapToDouble(Arrays::stream).anyMatch(chance -> chance < 0);
    }

    private static String where(NormalFormGame game, int[][] supports, MixtureBox open) {
        final MixtureBox whole = MixtureBox.all(game.shape());
        for (int player = 0; player < supports.length; player++) {
            Arrays.fill(whole.high()[player], 0);
            for (int k = 0; k < supports[player].length; k++) {
                whole.low()[player][supports[player][k]] = open.low()[player][k];
                whole.high()[player][supports[player][k]] = open.high()[player][k];
            }
        }
        return "a box that may hold one, none or many: " + whole;
    }
}
