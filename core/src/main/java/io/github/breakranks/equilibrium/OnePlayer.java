package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.NashEquilibria.Component;
import io.github.breakranks.equilibrium.NashEquilibria.Ending;
import io.github.breakranks.equilibrium.NashEquilibria.MaximalSubset;
import io.github.breakranks.equilibrium.NashEquilibria.Shape;
import io.github.breakranks.game.NormalFormGame;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** All equilibria of a game of one player: the actions that pay most, and all mixtures of them, which make one set. */
final class OnePlayer {
    private OnePlayer() {}

    static Answer<NashEquilibria> all(NormalFormGame game, long mostListed, Watch watch) {
        final Answer<PureEquilibria> best = PureNashSolver.solver().solve(game, watch);
        if (best instanceof Answer.Stopped<PureEquilibria> stopped) {
            return new Answer.Stopped<>(
                    NashEquilibria.loose(game, List.of(), Ending.incomplete(stopped.why())),
                    stopped.certificate(),
                    stopped.why(),
                    stopped.remedy());
        }
        final int count = best.value().count();
        final List<NashEquilibrium> found = new ArrayList<>();
        for (int k = 0; k < count && k < mostListed && watch.mayGoOn(); k++) {
            found.add(best.value().equilibrium(k));
        }
        if (found.size() < count) {
            final String why = "only " + found.size() + " of " + count + " actions that pay most are listed";
            final NashEquilibria some = NashEquilibria.loose(game, found, new Ending(why, true, null));
            return new Answer.Stopped<>(some, best.certificate(), why, "raise the limit");
        }
        return new Answer.Found<>(joined(game, found), best.certificate());
    }

    private static NashEquilibria joined(NormalFormGame game, List<NashEquilibrium> found) {
        final List<NashEquilibrium> ordered = found.stream()
                .sorted((one, other) -> NashEquilibria.ORDER.compare(one.profile(), other.profile()))
                .toList();
        final List<List<Fraction>> corners = ordered.stream()
                .map(one -> List.of(one.profile().exactChances(0)))
                .toList();
        final List<Integer> members = IntStream.range(0, ordered.size()).boxed().toList();
        final Shape shape = new Shape(
                List.of(new MaximalSubset(List.of(corners), members)),
                List.of(new Component(members, List.of(0), OptionalInt.of(1))));
        return new NashEquilibria(game, ordered, shape, new Ending("", ordered.size() > 1, null));
    }
}
