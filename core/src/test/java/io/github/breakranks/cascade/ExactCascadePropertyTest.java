package io.github.breakranks.cascade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.game.Thresholds;
import io.github.breakranks.network.Network;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.apache.commons.math3.fraction.BigFraction;

class ExactCascadePropertyTest {

    /** Kempe, Kleinberg and Tardos (2003), claim 2.6: live links drawn by weight spread as thresholds drawn for each, here all of them counted. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void randomSharesAreAllThresholdsEquallyLikely(
            @ForAll @IntRange(min = 2, max = 6) int agents, @ForAll @LongRange(max = 1 << 30) long seed) {
        final Network network = RandomNetworks.of(agents, 7, seed % 2 == 0, seed);
        final int[] needed = new int[agents];
        Arrays.fill(needed, 1);
        long gone = 0;
        long worlds = 0;
        do {
            gone += NetworkCascade.of(Contagion.thresholds(Thresholds.of(needed)))
                    .withStart(0)
                    .solve(network)
                    .orElseThrow()
                    .gone();
            worlds++;
        } while (next(needed, network));

        assertEquals(new BigFraction(gone).divide(new BigFraction(worlds)), exact(Contagion.randomShares(), network));
    }

    /** Counts thresholds up like a clock, each from 1 to how many he watches; false after the last. */
    private static boolean next(int[] needed, Network network) {
        for (int agent = 0; agent < needed.length; agent++) {
            if (needed[agent] < network.watches(agent)) {
                needed[agent]++;
                return true;
            }
            needed[agent] = 1;
        }
        return false;
    }

    /** The definition of the independent cascade: all sets of links, whether the start reaches over them or not. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void independentCascadesAreAllSetsOfLinks(
            @ForAll @IntRange(min = 2, max = 6) int agents, @ForAll @LongRange(max = 1 << 30) long seed) {
        final Network network = RandomNetworks.of(agents, 8, true, seed);
        final int links = (int) network.links();
        BigFraction sum = BigFraction.ZERO;
        for (int set = 0; set < 1 << links; set++) {
            final BigFraction chance = new BigFraction(1, 4)
                    .pow(Integer.bitCount(set))
                    .multiply(new BigFraction(3, 4).pow(links - Integer.bitCount(set)));
            sum = sum.add(chance.multiply(reached(network, set)));
        }

        assertEquals(sum, exact(Contagion.independent(0.25), network));
    }

    private static int reached(Network network, int set) {
        final boolean[] gone = new boolean[network.agents()];
        gone[0] = true;
        for (int pass = 0; pass < gone.length; pass++) {
            int link = 0;
            for (int agent = 0; agent < gone.length; agent++) {
                for (int watcher : network.watchers(agent).toArray()) {
                    gone[watcher] |= gone[agent] && (set >> link & 1) == 1;
                    link++;
                }
            }
        }
        int count = 0;
        for (boolean went : gone) {
            count += went ? 1 : 0;
        }
        return count;
    }

    private static BigFraction exact(Contagion contagion, Network network) {
        final Answer<ExactSpread> answer =
                ExactCascade.of(NetworkCascade.of(contagion).withStart(0)).solve(network);
        assertInstanceOf(Certificate.Proven.class, answer.certificate(), answer.certificate()::sentence);
        return answer.orElseThrow().fraction();
    }
}
