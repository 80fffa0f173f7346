package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.NashEquilibria.Ending;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.Regret;
import io.github.breakranks.game.StrategyProfile;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.Parallel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
 * NashEquilibria#complete} is false, and {@link NashEquilibria#missing} names the box. A generic game has an odd number of equilibria
 * (Wilson 1971; Harsanyi 1973) whose indices sum to one; a complete list is checked for both.
 *
 * <p>A game of two players goes to {@link AllBimatrixSolver}, which is exact and knows the sets that equilibria form.
 *
 * <p>The cost grows with the number of combinations, the product of {@code 2^m - 1} over players with m actions, and with what lies inside each;
 * games of more than {@link #mostCombinations} are refused before any work.
 *
 * @param mostCombinations combinations of supports at most [count]
 * @param mostBoxes        boxes looked at in each combination at most [count]
 * @param threads          how many work at once; the answer does not depend on it
 * @see <a href="https://doi.org/10.1016/j.geb.2006.03.015">R. Porter, E. Nudelman and Y. Shoham (2008), "Simple search methods for finding a
 *     Nash equilibrium", Games and Economic Behavior 63, 642-662</a>
 * @see <a href="https://doi.org/10.1137/0121011">R. Wilson (1971), SIAM Journal on Applied Mathematics 21, 80-87</a>
 */
public record ManyPlayerEnumeration(long mostCombinations, long mostBoxes, int threads)
        implements Solver<NormalFormGame, NashEquilibria> {

    public ManyPlayerEnumeration {
        if (mostCombinations < 1) {
            throw Checks.refused("mostCombinations must be >= 1 [count], but was %s", mostCombinations);
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
        final PayoffBounds payoffs = PayoffBounds.of(game);
        final int[][] actions = StrictDominance.survivors(payoffs);
        final double combinations = combinations(actions);
        if (combinations > mostCombinations) {
            final String why = String.format(
                    Locale.ROOT, "%.4g combinations of supports, more than %s", combinations, mostCombinations);
            return new Answer.Stopped<>(
                    NashEquilibria.isolated(game, List.of(), List.of(), Ending.incomplete("not looked for: " + why)),
                    new Certificate.Unproven("not looked for"),
                    why,
                    "ask ManyPlayerSolver for one equilibrium, or allow more withMostCombinations");
        }
        final List<int[][]> supports = new ArrayList<>();
        choose(payoffs, actions, new int[actions.length][], supports);
        supports.sort(Comparator.comparingInt(ManyPlayerEnumeration::size));
        final Findings[] findings = new Findings[supports.size()];
        final boolean all = Parallel.forEach(
                supports.size(),
                threads,
                piece -> findings[piece] = look(game, payoffs, new Task(supports.get(piece), actions), watch),
                watch::mayGoOn,
                watch::done);
        return answer(game, findings, all && watch.mayGoOn() ? null : watch);
    }

    private static double combinations(int[][] actions) {
        double product = 1;
        for (final int[] of : actions) {
            product *= Math.pow(2, of.length) - 1;
        }
        return product;
    }

    private static int size(int[][] supports) {
        return Arrays.stream(supports).mapToInt(support -> support.length).sum();
    }

    /** All combinations of supports that extend those chosen for the first players and have no conditionally dominated action. */
    private static void choose(PayoffBounds payoffs, int[][] actions, int[][] chosen, List<int[][]> into) {
        int next = 0;
        while (next < chosen.length && chosen[next] != null) {
            next++;
        }
        if (next == chosen.length) {
            into.add(chosen.clone());
            return;
        }
        final int[] own = actions[next];
        for (int subset = 1; subset < 1 << own.length; subset++) {
            final int taken = subset;
            chosen[next] = IntStream.range(0, own.length)
                    .filter(k -> (taken >> k & 1) == 1)
                    .map(k -> own[k])
                    .toArray();
            if (undominated(payoffs, actions, chosen, next)) {
                choose(payoffs, actions, chosen, into);
            }
        }
        chosen[next] = null;
    }

    private static boolean undominated(PayoffBounds payoffs, int[][] actions, int[][] chosen, int last) {
        final int[][] listed = actions.clone();
        System.arraycopy(chosen, 0, listed, 0, last + 1);
        for (int player = 0; player <= last; player++) {
            for (final int action : chosen[player]) {
                if (StrictDominance.dominated(payoffs, listed, player, action, actions[player])) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Supports, and the actions that may pay more. */
    private record Task(int[][] supports, int[][] actions) {}

    /** An equilibrium with its index; 0 where it may not be isolated. */
    private record Finding(StrategyProfile profile, int index) {}

    /** What was found in one combination of supports, and what remained open there. */
    private record Findings(List<Finding> found, String open) {}

    private Findings look(NormalFormGame game, PayoffBounds payoffs, Task task, Watch watch) {
        final SupportEquations system = new SupportEquations(payoffs, task.supports, task.actions);
        if (system.unknowns() == 0) {
            return pure(game, payoffs, system);
        }
        final SupportRoots search = new SupportRoots(system);
        search.search(watch, mostBoxes);
        final List<Finding> found = new ArrayList<>();
        MixtureBox open = search.open().isEmpty() ? null : search.open().get(0);
        for (int k = 0; k < search.roots().size(); k++) {
            final MixtureBox around = search.provenIn().get(k);
            if (negative(around) || system.excluded(around)) {
                continue; // a solution of the equations, but no equilibrium
            }
            final StrategyProfile profile =
                    SupportPolish.of(game, payoffs, system, search.roots().get(k));
            final KrawczykProof proof = profile == null ? null : KrawczykProof.of(game, payoffs, profile);
            if (profile == null || proof == null) {
                open = around;
            } else {
                found.add(new Finding(profile, proof.index()));
            }
        }
        return new Findings(found, open == null ? "" : where(game, task.supports, open));
    }

    private static boolean negative(MixtureBox box) {
        return Arrays.stream(box.high()).flatMapToDouble(Arrays::stream).anyMatch(chance -> chance < 0);
    }

    private static Findings pure(NormalFormGame game, PayoffBounds payoffs, SupportEquations system) {
        final int[] chosen =
                Arrays.stream(system.supports()).mapToInt(support -> support[0]).toArray();
        final StrategyProfile profile = StrategyProfile.pure(game.shape(), chosen);
        if (system.excluded(MixtureBox.around(KrawczykProof.taken(profile, system.supports()), 0))) {
            return new Findings(List.of(), "");
        }
        if (KrawczykProof.of(game, payoffs, profile) != null) {
            return new Findings(List.of(new Finding(profile, 1)), "");
        }
        return Regret.of(game, profile).none()
                ? new Findings(List.of(new Finding(profile, 0)), "somebody is indifferent at " + profile)
                : new Findings(List.of(), "");
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

    private Answer<NashEquilibria> answer(NormalFormGame game, Findings[] findings, @Nullable Watch stoppedBy) {
        final List<NashEquilibrium> found = new ArrayList<>();
        final List<Integer> indices = new ArrayList<>();
        String open = "";
        boolean isolated = true;
        for (final Findings some : findings) {
            if (some == null) {
                continue;
            }
            open = open.isEmpty() ? some.open : open;
            for (final Finding one : some.found) {
                found.add(NashEquilibrium.of(game, one.profile));
                indices.add(one.index);
                isolated &= one.index != 0;
            }
        }
        final Ending ending = stoppedBy != null
                ? Ending.incomplete("not all supports were searched")
                : new Ending(open, !isolated, null);
        final NashEquilibria all = isolated
                ? NashEquilibria.isolated(game, found, indices, ending)
                : NashEquilibria.loose(game, found, ending);
        if (stoppedBy != null) {
            return new Answer.Stopped<>(all, each(found), stoppedBy.why(), "raise the limit");
        }
        return new Answer.Found<>(all, open.isEmpty() ? complete(all, findings.length) : each(found));
    }

    private static Certificate each(List<NashEquilibrium> found) {
        return found.isEmpty()
                ? new Certificate.Unproven("none was found")
                : new Certificate.Proven(
                        "each listed is an equilibrium or, by Krawczyk, within 1e-8 of one of its own; there may be others",
                        List.of());
    }

    private static Certificate complete(NashEquilibria all, int combinations) {
        final int sum = all.indexSum().orElse(0);
        return sum == 1 && all.count() % 2 == 1
                ? new Certificate.Proven(
                        "intervals exclude all others in " + combinations
                                + " combinations of supports; each exists, by Krawczyk;"
                                + " an odd number, indices sum to 1",
                        List.of())
                : new Certificate.Unproven("indices sum to " + sum + " over " + all.count() + " equilibria");
    }
}
