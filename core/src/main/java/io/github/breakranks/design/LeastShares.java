package io.github.breakranks.design;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Range;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.equilibrium.Extremes;
import io.github.breakranks.equilibrium.Jump;
import io.github.breakranks.equilibrium.RestPoint;
import io.github.breakranks.equilibrium.Tipping;
import io.github.breakranks.equilibrium.TippingSolver;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Term;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/** The least rest point of a game, by group, and where it jumps as cash rises; groups that never meet are games of their own. */
final class LeastShares {
    private LeastShares() {}

    static double[] of(DefectionGame game, boolean apart) {
        final double[] shares = new double[game.groups()];
        if (apart && shares.length > 1) {
            Arrays.setAll(shares, g -> of(alone(game, g), false)[0]);
            return shares;
        }
        final RestPoint least = Extremes.least(game, Watch.none())
                .orElseGet(() -> EquilibriumSolver.solver().solve(game).value().least());
        Arrays.setAll(shares, least::shareOf);
        return shares;
    }

    /** Whether no group sees another. */
    static boolean apart(DefectionGame game) {
        final double[][] seen = game.seen();
        boolean apart = true;
        for (int g = 0; g < seen.length; g++) {
            apart &= seen[g][g] == 1 && Arrays.stream(seen[g]).sum() == 1;
        }
        return apart;
    }

    /** The values of cash to all at which the least rest point jumps, ascending. */
    static double[] jumps(DefectionGame game, boolean apart, Watch watch) {
        if (apart && game.groups() > 1) {
            DoubleStream all = DoubleStream.empty();
            for (int g = 0; g < game.groups(); g++) {
                all = DoubleStream.concat(all, Arrays.stream(jumps(alone(game, g), false, watch)));
            }
            return all.sorted().distinct().toArray();
        }
        return jumps(TippingSolver.of(Term.CASH).solve(game, watch));
    }

    static double[] jumps(Answer<Tipping> tipping) {
        return tipping.value().jumpsUp().stream()
                .mapToDouble(Jump::value)
                .sorted()
                .toArray();
    }

    /** One group as a game of its own. */
    static DefectionGame alone(DefectionGame game, int group) {
        return DefectionGame.of(
                        game.population().groups().get(group), game.offer(group), new OneGroup(game.gain(), group))
                .withTies(game.ties());
    }

    /** The gain of one group, as the only one. */
    private record OneGroup(NetGain gain, int group) implements NetGain {
        @Override
        public double of(Offer offer, int only, double gone) {
            return gain.of(offer, group, gone);
        }

        @Override
        public double slope(Offer offer, int only, double gone) {
            return gain.slope(offer, group, gone);
        }

        @Override
        public Range slopeOver(Offer offer, int only, Range gone) {
            return gain.slopeOver(offer, group, gone);
        }

        @Override
        public double valueFor(Term term, Offer offer, int only, double gone, double wanted) {
            return gain.valueFor(term, offer, group, gone, wanted);
        }
    }
}
