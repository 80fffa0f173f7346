package io.github.breakranks.design;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.Pressure;
import io.github.breakranks.internal.WatchedNeeds;
import io.github.breakranks.internal.WatchedSpread;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Listed agents who see those whom they watch in a network. Shares do not tell who has gone, so that nothing is known of replies to them. */
record NetworkPlay(Watch watch) implements Play {

    @Override
    public double @Nullable [] rest(DefectionGame game, boolean least) {
        final WatchedNeeds needs = WatchedNeeds.of(Pressure.of(game));
        final BitSet gone = least
                ? WatchedSpread.least(needs, new BitSet(), watch::mayGoOn)
                : WatchedSpread.greatest(needs, watch::mayGoOn);
        if (gone == null) {
            return null;
        }
        final double[] shares = new double[game.groups()];
        gone.stream().forEach(agent -> shares[game.population().groupOf(agent)]++);
        for (int g = 0; g < shares.length; g++) {
            shares[g] /= game.population().groups().get(g).size();
        }
        return shares;
    }

    @Override
    public boolean byShares() {
        return false;
    }

    @Override
    public double[] reply(DefectionGame game, double... gone) {
        throw new IllegalStateException("shares do not tell who has gone in a network; ask for rest points");
    }
}
