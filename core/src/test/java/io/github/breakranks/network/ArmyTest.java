package io.github.breakranks.network;

import static io.github.breakranks.network.NetworkTest.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.network.Army.Unit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArmyTest {
    private static final Army SMALL =
            Army.of(24).withSquad(2).withPlatoon(2).withCompany(2).withBattalion(2);

    /** By hand: squads of 2, platoons of 4, companies of 8, battalions of 16; the second battalion is half as strong. */
    @Test
    void theChainOfCommand() {
        final Formation formation = SMALL.form(1);
        final Network network = formation.network();

        assertArrayEquals(new int[] {1, 2, 4, 8}, network.watchers(0).toArray());
        assertArrayEquals(new int[] {0, 3}, network.watchers(2).toArray());
        assertArrayEquals(new int[] {0, 5, 6}, network.watchers(4).toArray());
        assertArrayEquals(new int[] {0, 9, 10, 12}, network.watchers(8).toArray());
        assertArrayEquals(new int[] {17, 18, 20}, network.watchers(16).toArray());
        assertArrayEquals(new int[] {22}, network.watchers(23).toArray());
        assertEquals(12 + 6 + 3 + 1, network.edges());
        assertEquals(2, network.componentCount());
        assertEquals(0, network.repeats() + network.loops());
    }

    @Test
    void whoIsWhere() {
        final Formation formation = SMALL.form(1);

        assertEquals(11, formation.unitOf(23, Unit.SQUAD));
        assertEquals(1, formation.unitOf(23, Unit.BATTALION));
        assertEquals(12, formation.units(Unit.SQUAD));
        assertEquals(3, formation.units(Unit.COMPANY));
        assertArrayEquals(
                IntStream.range(16, 24).toArray(),
                formation.members(Unit.BATTALION, 1).toArray());
        assertArrayEquals(
                new int[] {0, 4, 8, 12, 16, 20}, formation.leaders(Unit.PLATOON).toArray());
        assertTrue(formation.leads(16, Unit.BATTALION));
        assertFalse(formation.leads(8, Unit.BATTALION));
        assertEquals("Formation[24 soldiers, 12 squads, 22 ties]", formation.toString());
        assertEquals("Formation[1 soldier, 1 squad, 0 ties]", Army.of(1).form(1).toString());
        assertEquals(SMALL, formation.army());
        assertEquals("Army[24 soldiers, units 2 x 2 x 2 x 2, stray 0.0]", SMALL.toString());
        assertEquals(
                "Army[1000000 soldiers, units 10 x 3 x 4 x 5, stray 0.5, 12 origins, kin 0.7]",
                Army.of(1_000_000).withStray(0.5).withOrigins(12, 0.7).toString());
        assertEquals(List.of("battalion", 2, 16L), formation.table().rows().get(3));
    }

    @Test
    void squadsKnowEachOther() {
        final Formation formation = Army.of(1005).form(1);
        for (int squad = 0; squad < formation.units(Unit.SQUAD); squad++) {
            final int[] members = formation.members(Unit.SQUAD, squad).toArray();
            for (int a : members) {
                for (int b : members) {
                    assertEquals(a != b, formation.network().watched(a, b));
                }
            }
        }
    }

    /** Exactly so many besides, none of them within a squad or already there. */
    @Test
    void strayFriends() {
        final Army army = Army.of(10_000);
        final Network without = army.form(3).network();
        final Network with = army.withStray(1.5).form(3).network();

        assertEquals(without.edges() + 7_500, with.edges());
        assertEquals(0, with.repeats() + with.loops());
    }

    /** Of five places a fifth of chance friendships is among kin: .6 + .4 / 5 = .68, less what falls into one's own squad. */
    @Test
    void friendsOfOneOrigin() {
        final Formation formation =
                Army.of(50_000).withStray(2).withOrigins(5, 0.6).form(7);
        long strays = 0;
        long kin = 0;
        for (int a = 0; a < 50_000; a++) {
            final int him = a;
            for (int b : formation
                    .network()
                    .watchers(a)
                    .filter(b -> b < him && b / 10 != him / 10)
                    .toArray()) {
                if (b % 10 != 0 || a % 10 != 0) { // at most a few of the strays are among leaders
                    strays++;
                    kin += formation.originOf(a) == formation.originOf(b) ? 1 : 0;
                }
            }
        }
        assertEquals(0.68, (double) kin / strays, 5 * Math.sqrt(0.68 * 0.32 / strays));
        assertEquals(
                50_000,
                IntStream.range(0, 5)
                        .mapToLong(place -> formation.from(place).count())
                        .sum());
        assertEquals(10_000, formation.from(0).count(), 5 * Math.sqrt(8_000));
    }

    /** Squads and leaders are the same for every seed. */
    @Test
    void theSeedIsForStraysAlone() {
        assertEquals(SMALL.form(1).network(), SMALL.form(2).network());
        assertEquals(
                Army.of(300).withStray(1).form(5).network(),
                Army.of(300).withStray(1).form(5).network());
    }

    @Test
    void anArmyOfOne() {
        assertEquals(0, Army.of(1).form(1).network().edges());
        assertEquals(Networks.complete(3), Army.of(3).form(1).network());
    }

    @Test
    void refusesWhatIsNoArmy() {
        refused("soldiers must be >= 1 [soldiers], but was 0", () -> Army.of(0));
        refused("squad must be >= 1 [soldiers], but was 0", () -> Army.of(1).withSquad(0));
        refused("platoon must be >= 1 [squads], but was 0", () -> Army.of(1).withPlatoon(0));
        refused("company must be >= 1 [platoons], but was 0", () -> Army.of(1).withCompany(0));
        refused(
                "battalion must be >= 1 [companies], but was 0",
                () -> Army.of(1).withBattalion(0));
        refused(
                "stray must be finite and >= 0.0 [friends of a soldier], but was NaN",
                () -> Army.of(1).withStray(Double.NaN));
        refused("origins must be >= 1 [places], but was 0", () -> Army.of(1).withOrigins(0, 0));
        refused("kin must be a share in [0, 1], but was 2.0", () -> Army.of(1).withOrigins(1, 2));
        refused(
                "stray must leave half of the pairs beyond squads untied, at most 5.0 [friends of a soldier], but was 6.0",
                () -> Army.of(20).withStray(6).form(1));
        refused(
                "kin must leave enough pairs within places for 200 stray friendships [share], but was 1.0 with 400 places",
                () -> Army.of(400).withStray(1).withOrigins(400, 1).form(1));
        refused(
                "unit must be from 0 to 11 [unit], but was 12",
                () -> SMALL.form(1).members(Unit.SQUAD, 12));
        refused(
                "soldier must be from 0 to 23 [soldier], but was 24",
                () -> SMALL.form(1).originOf(24));
        refused(
                "place must be from 0 to 0 [place], but was 1",
                () -> SMALL.form(1).from(1));
    }
}
