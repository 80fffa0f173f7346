package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Range;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.Trace;
import io.github.breakranks.network.Exposure;
import io.github.breakranks.network.Network;
import io.github.breakranks.offer.Monotonicity;
import java.util.List;
import java.util.Objects;

/**
 * Finds every rest point of a defection game in which everybody sees everybody, groups mix, or each sees whom he watches in a network.
 *
 * <pre>{@code
 *   law:    x = Phi(x)                             all roots in [0, 1]
 *   list:   #{t_i <= r-1} = #{t_i <= r} = r        all counts r, t_i the others that agent i needs
 *   network:  S = { i : G(s_i(S)) >= c_i }          least and greatest, s_i the share of those i watches who have gone
 * }</pre>
 *
 * <p>A law's roots are isolated by bounds on the slope of {@code Phi} and then polished; a verifier confirms the isolation, so that the
 * <em>number</em> of rest points is proven wherever the law bounds its density and the gain its slope. A list's counts are whole numbers,
 * all of them, checked against its thresholds. A gain that falls somewhere is allowed: then nothing is called least or greatest.
 *
 * <p>On a network the sets between the least and the greatest are tried where there are few; else the answer says that they were not.
 *
 * <p>Cost: a law takes some 20 to 60 evaluations of the cdf; a list O(n log n); a network O(agents log degree + links).
 *
 * <p>Sources: M. Granovetter (1978), American Journal of Sociology 83:1420, doi 10.1086/226707; W. Brock and S. Durlauf (2001), Review of
 * Economic Studies 68:235, doi 10.1111/1467-937X.00168; A. Tarski (1955), doi 10.2140/pjm.1955.5.285.
 */
public record EquilibriumSolver() implements Solver<DefectionGame, RestPoints> {
    private static final double[] NO_CUTS = {};

    /** The solver; there is nothing to set. */
    public static EquilibriumSolver solver() {
        return new EquilibriumSolver();
    }

    @Override
    public Answer<RestPoints> solve(DefectionGame game, Watch watch) {
        Objects.requireNonNull(game, "game");
        Objects.requireNonNull(watch, "watch");
        if (game.exposure() instanceof Exposure.Watching watching) {
            return solveNetwork(game, watching.network(), watch);
        }
        if (game.population().listed()) {
            return solveList(game, watch);
        }
        return game.groups() == 1 ? solveLaw(game, watch) : solveGroups(game, watch);
    }

    private static Answer<RestPoints> solveGroups(DefectionGame game, Watch watch) {
        final Monotonicity monotonicity = game.monotonicity();
        if (!monotonicity.rises()) {
            throw Checks.refused(
                    "net gain must rise with the share gone where there are several groups, but %s",
                    monotonicity.sentence());
        }
        final GroupRestPoints groups = GroupRestPoints.of(game, watch);
        final List<RestPoint> points = groups.points();
        final Certificate certificate =
                new GroupVerifier(game, monotonicity.proven()).certify(points, groups.doubts(), watch);
        final RestPoints found =
                new RestPoints(game, monotonicity, points, List.of(), doubts(groups.doubts(), certificate));
        return groups.stopped() ? stopped(found, certificate, watch) : new Answer.Found<>(found, certificate);
    }

    private static Answer<RestPoints> solveLaw(DefectionGame game, Watch watch) {
        final Monotonicity monotonicity = game.monotonicity();
        final LawRestPoints law = new LawRestPoints(game, monotonicity.rises(), cuts(game), watch);
        final Range fall = law.fall();
        if (fall == null) {
            return answer(game, monotonicity, law, watch);
        }
        // Seen at run time, missed by the check beforehand: nothing that rests on a rising gain holds.
        final Monotonicity seen =
                new Monotonicity(false, false, fall, game.willing(0, fall.low()) - game.willing(0, fall.high()));
        return answer(game, seen, new LawRestPoints(game, false, NO_CUTS, watch), watch);
    }

    private static Answer<RestPoints> answer(
            DefectionGame game, Monotonicity monotonicity, LawRestPoints law, Watch watch) {
        final List<RestPoint> points = law.points();
        final Certificate certificate =
                new RestPointVerifier(game, monotonicity).certify(points, law.claims(), law.doubts());
        final List<String> doubts = doubts(law.doubts(), certificate);
        if (!doubts.isEmpty()) {
            Trace.debug(() -> "rest points of " + game + ": " + String.join("; ", doubts));
        }
        final RestPoints found = new RestPoints(game, monotonicity, points, law.ties(), doubts);
        return law.covered() ? new Answer.Found<>(found, certificate) : stopped(found, certificate, watch);
    }

    /** What the verifier could not confirm is a doubt as well: complete is what is proven, and nothing else. */
    private static List<String> doubts(List<String> known, Certificate certificate) {
        if (!known.isEmpty() || certificate instanceof Certificate.Proven) {
            return known;
        }
        return List.of(
                certificate instanceof Certificate.Unproven unproven
                        ? unproven.why()
                        : "nothing bounds the error of the cdf, so that no number of rest points is proven");
    }

    private static Answer<RestPoints> solveList(DefectionGame game, Watch watch) {
        final Monotonicity monotonicity = game.monotonicity();
        final ListRestPoints list = new ListRestPoints(game, watch);
        final Certificate certificate = CountVerifier.certify(game, monotonicity.rises(), list.points(), list.doubts());
        final RestPoints found = new RestPoints(game, monotonicity, list.points(), list.ties(), list.doubts());
        return list.doubts().isEmpty() ? new Answer.Found<>(found, certificate) : stopped(found, certificate, watch);
    }

    private static Answer<RestPoints> solveNetwork(DefectionGame game, Network network, Watch watch) {
        final NetworkRestPoints search = new NetworkRestPoints(game, watch);
        final boolean finished = !search.points().isEmpty() && watch.mayGoOn();
        final Certificate certificate = finished
                ? new NetworkVerifier(game, network, search.exact()).certify(search.sets(), search.doubts())
                : new Certificate.Unproven("not checked within the limit");
        final RestPoints found = new RestPoints(
                game, game.monotonicity(), search.points(), List.of(), doubts(search.doubts(), certificate));
        return finished ? new Answer.Found<>(found, certificate) : stopped(found, certificate, watch);
    }

    private static Answer<RestPoints> stopped(RestPoints found, Certificate certificate, Watch watch) {
        final boolean outOfTime = !watch.mayGoOn();
        return new Answer.Stopped<>(
                found,
                certificate,
                outOfTime ? watch.why() : "more rest points than can be kept",
                outOfTime
                        ? "raise the limit"
                        : "bound the slope of the net gain (NetGain.slopeOver) and the density (CostLaw.densityOver)");
    }

    /**
     * Shares at which it pays to cut first: just before and behind each fold of {@code Phi(x) - x}, where {@code Phi' = 1}. Only a hint;
     * for a straight gain the law knows the costs at which its density is the inverse of the slope.
     */
    static double[] cuts(DefectionGame game) {
        final Range slope = game.gain().slopeOver(game.offer(0), 0, new Range(0, 1));
        final double steep = slope.high();
        if (!(slope.low() > 0 && steep - slope.low() <= 1e-12 * steep)
                || game.offer(0).reach() < 1) {
            return NO_CUTS;
        }
        final double[] costs = game.population().law().costsWithDensity(1 / steep);
        if (costs.length != 2) {
            return NO_CUTS;
        }
        final double start = game.gain(0);
        final double first = (costs[0] - start) / steep;
        final double second = (costs[1] - start) / steep;
        final double room = 0.25 * (second - first);
        return new double[] {first - room, first + room, second - room, second + room};
    }
}
