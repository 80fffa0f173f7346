package io.github.breakranks.cascade;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.network.Network;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class AwarenessCascadeTest {
    private static final Network PATH = Network.undirected(5, new int[] {0, 1, 2, 3}, new int[] {1, 2, 3, 4});

    /** The word goes from 1 one way to 2 and 3 and no further; going starts at 2 and cannot pass beyond them. */
    @Test
    void onlyThoseGoWhoHaveHeard() {
        final Network word = Network.directed(5, new int[] {1, 2}, new int[] {2, 3});
        final var answer = AwarenessCascade.of(
                        NetworkCascade.of(Contagion.count(1)).withStart(1),
                        NetworkCascade.of(Contagion.count(1)).withStart(2, 4))
                .solve(new AwarenessCascade.Layers(word, PATH));
        final AwareSpread spread = answer.orElseThrow();

        assertArrayEquals(new int[] {1, 2, 3}, spread.word().order());
        assertArrayEquals(new int[] {2, 1, 3}, spread.going().order());
        assertEquals("AwareSpread[3 of 5 hear, 3 go (share 0.6)]", spread.toString());
        assertEquals(1.0, spread.shareOfAware());
        assertEquals(3, spread.table().rows().size());
        assertEquals(
                "proven: word and going each: integers: whoever went wanted to, not earlier, and at the end nobody else wants to",
                answer.certificate().sentence());
    }

    @Test
    void everyLeafletReachesEverybodyAndNoneNobody() {
        final AwarenessCascade cascade =
                AwarenessCascade.of(NetworkCascade.of(Contagion.count(9)), NetworkCascade.of(Contagion.share(0)));

        assertEquals(
                0, cascade.solve(AwarenessCascade.Layers.same(PATH)).value().aware());
        assertEquals(
                5,
                cascade.withLeaflets(1)
                        .solve(AwarenessCascade.Layers.same(PATH))
                        .value()
                        .gone());
        assertEquals(
                "AwarenessCascade[word 9 of those watched, leaflets 0.5; going share 0/1]",
                cascade.withLeaflets(0.5).toString());
    }

    /** Who finds a leaflet at some share finds one at every larger share, so both sets only grow. */
    @Test
    void moreLeafletsNeverLowerEither() {
        final Network network = RandomNetworks.of(300, 900, false, 1);
        final AwarenessCascade cascade = AwarenessCascade.of(
                NetworkCascade.of(Contagion.independent(0.1)).withSeed(3),
                NetworkCascade.of(Contagion.share(0.2)).withStart(0, 1, 2, 3, 4, 5));
        BitSet heard = new BitSet();
        BitSet gone = new BitSet();
        for (int tenths = 0; tenths <= 10; tenths++) {
            final Answer<AwareSpread> answer =
                    cascade.withLeaflets(tenths / 10.0).solve(AwarenessCascade.Layers.same(network));
            assertInstanceOf(Certificate.Proven.class, answer.certificate());
            final BitSet now = set(answer.value().word().order());
            final BitSet goneNow = set(answer.value().going().order());
            heard.andNot(now);
            gone.andNot(goneNow);
            assertTrue(heard.isEmpty() && gone.isEmpty());
            final BitSet both = (BitSet) goneNow.clone();
            both.andNot(now);
            assertTrue(both.isEmpty());
            heard = now;
            gone = goneNow;
        }
        assertEquals(300, heard.cardinality());
    }

    private static BitSet set(int... agents) {
        final BitSet set = new BitSet();
        for (int agent : agents) {
            set.set(agent);
        }
        return set;
    }

    @Test
    void stopsWhenTold() {
        final var answer = AwarenessCascade.of(
                        NetworkCascade.of(Contagion.count(1)).withStart(0), NetworkCascade.of(Contagion.count(1)))
                .solve(AwarenessCascade.Layers.same(PATH), Watch.none().withCancel(() -> true));

        assertEquals("cancelled", assertInstanceOf(Answer.Stopped.class, answer).why());
    }

    @Test
    void refusesBadInputAndSaysSo() {
        final var other = RandomNetworks.ring(4, 1);
        final var cascade = NetworkCascade.of(Contagion.count(1));

        assertEquals(
                "going must have the agents of word, 5 [count], but was 4",
                assertThrows(IllegalArgumentException.class, () -> new AwarenessCascade.Layers(PATH, other))
                        .getMessage());
        assertEquals(
                "leaflets must be a share in [0, 1], but was -0.1",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> AwarenessCascade.of(cascade, cascade).withLeaflets(-0.1))
                        .getMessage());
    }
}
