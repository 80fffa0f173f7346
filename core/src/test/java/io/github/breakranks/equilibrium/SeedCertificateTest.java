package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.Thresholds;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates of seeds and rises refuse what is not so. */
class SeedCertificateTest {
    private static final DefectionGame GAME = DefectionGame.of(
            Population.of(1000, CostLaw.logistic(0.6, 0.1)),
            Offer.cash(0.1),
            NetGain.of(Reprisal.none()).withSolidarity(1));
    private static final double TARGET = 0.9;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ofALawsSeed(boolean atRandom) {
        final LawSeed search = new LawSeed(GAME, TARGET);
        final Peak right = Objects.requireNonNull(search.peak(atRandom, Watch.none()));
        final Peak less = new Peak(right.share(), right.value() - 1e-3);
        final Peak more = new Peak(right.share(), right.value() + 1e-3);
        final Peak elsewhere = new Peak(right.share() + 0.1, right.value());

        assertInstanceOf(Certificate.Proven.class, search.certify(right, atRandom, Watch.none()));
        for (Peak wrong : List.of(less, more, elsewhere)) {
            assertEquals(
                    new Certificate.Unproven("play from nobody was not seen to be held just below a seed of "
                            + wrong.value() + " and to pass just above"),
                    search.certify(wrong, atRandom, Watch.none()));
        }
        assertEquals(
                new Certificate.Unproven("not checked within the limit"),
                search.certify(right, atRandom, Watch.none().withCancel(() -> true)));
    }

    @Test
    void ofALawsRise() {
        final Rise search = new Rise(GAME, TARGET);
        final Peak right = Objects.requireNonNull(search.peak(Watch.none()));
        final Peak less = new Peak(right.share(), right.value() - 1e-3);
        final Peak more = new Peak(right.share(), right.value() + 1e-3);

        assertInstanceOf(Certificate.Proven.class, search.certify(right, Watch.none()));
        for (Peak wrong : List.of(less, more)) {
            assertEquals(
                    new Certificate.Unproven("play from nobody was not seen to be held just below a rise of "
                            + wrong.value() + " and to pass just above"),
                    search.certify(wrong, Watch.none()));
        }
    }

    @Test
    void ofMinds() {
        final Thresholds people = Thresholds.of(0, 5, 5, 5, 5, 5);

        assertInstanceOf(Certificate.Proven.class, new Minds(people, 6, 4, 1).certify(List.of(), Watch.none()));
        assertEquals(
                new Certificate.Unproven("counted again, 3 bring 4 and one fewer 3 to go"),
                new Minds(people, 6, 3, 1).certify(List.of(), Watch.none()));
        assertEquals(
                new Certificate.Unproven("counted again, 5 bring 6 and one fewer 6 to go"),
                new Minds(people, 6, 5, 1).certify(List.of(), Watch.none()));
    }

    /** A best reply whose bounds are wide holds nobody and takes nobody anywhere. */
    @Test
    void aClimbStallsWhereNothingIsCertain() {
        final Climb.Bounds wide = Climb.of(GAME, 1);

        assertEquals(Climb.End.STALLED, Climb.reaches(wide, 0.5, Watch.none()));
        assertEquals(false, Climb.blocked(wide, 0.5));
    }

    @Test
    void theWeakerOfTwoCertificatesCounts() {
        final Certificate proven = new Certificate.Proven("one", List.of("this"));
        final Certificate other = new Certificate.Proven("other", List.of("this", "that"));
        final Certificate numeric = new Certificate.Numeric(1e-8, "share");
        final Certificate worse = new Certificate.Numeric(1e-6, "share");
        final Certificate unproven = new Certificate.Unproven("no");

        assertEquals(
                new Certificate.Proven("one; other", List.of("this", "that", "these")),
                TippingSeedSolver.both(proven, other, List.of("these")));
        assertEquals(worse, TippingSeedSolver.both(numeric, worse, List.of()));
        assertEquals(worse, TippingSeedSolver.both(worse, numeric, List.of()));
        assertEquals(unproven, TippingSeedSolver.both(numeric, unproven, List.of()));
        assertEquals(unproven, TippingSeedSolver.both(unproven, proven, List.of()));
        assertEquals(numeric, TippingSeedSolver.both(proven, numeric, List.of()));
        assertEquals(numeric, TippingSeedSolver.both(numeric, proven, List.of()));
    }
}
