package io.github.breakranks.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.RandomGames;
import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.EquilibriumSolver;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.TieRule;
import io.github.breakranks.offer.Expiry;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What holds of any law and gain under an offer that may be withdrawn, each going as the path says. */
class ExpiryPropertyTest {
    private static final double CLOSE = 1e-9;

    private static ExpiryPath path(DefectionGame game, double waiting, double rate) {
        final Offer offer = game.offer().withExpiry(Expiry.hazard(rate));
        return ExpirySolver.of(Waiting.at(waiting)).solve(game.withOffer(offer)).orElseThrow();
    }

    /** The amounts by which errors are judged. */
    private static double scale(DefectionGame game) {
        return Math.max(1, Math.abs(game.gain(0)) + Math.abs(game.gain(1)));
    }

    /** E2: nobody gains by another date. */
    @Property(tries = 120, seed = Seeds.USUAL)
    void everybodyGoesAtHisBestDate(@ForAll("games") DefectionGame game, @ForAll("rates") double rate) {
        final Answer<ExpiryPath> answer = ExpirySolver.of(Waiting.at(0.2))
                .solve(game.withOffer(game.offer().withExpiry(Expiry.hazard(rate))));
        final ExpiryPath path = answer.orElseThrow();
        Assume.that(path.leastShare() > 0);
        final double late = path.timeOfShare(path.leastShare() * 0.9999);
        final double horizon = Math.max(1e-3, Math.min(1e4, 1.01 * late));
        final double regret =
                BestReplies.regret(new BestReplies.Path(game, path.speed(), path::shareAt, path::shareAt, horizon));

        assertTrue(regret < 1e-6 * scale(game), () -> "regret " + regret + " of " + path + " in " + game);
        assertTrue(((Certificate.Numeric) answer.certificate()).worst() < 1e-5 * scale(game), answer::toString);
    }

    /** Nor if nobody can gain by going. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void whereNobodyGoesNobodyGains(@ForAll("games") DefectionGame game) {
        final DefectionGame poor = game.withGain(game.gain().withStaying(40));
        final ExpiryPath path = path(poor, 0.1, 0.1);

        assertTrue(path.leastShare() < 1e-30); // nobody at all where costs have a lower end
        assertEquals(0, path.shareAt(1e6), 1e-30);
        assertEquals(0, path.expectedTotal(), 1e-30);
        assertEquals(path.leastShare() == 0, path.explain().startsWith("Nobody goes"));
    }

    /** N6: the path's limit is the least rest point, and it rises to it; ties at a date never pull it on. */
    @Property(tries = 300, seed = Seeds.USUAL)
    void risesToTheLeastRestPoint(@ForAll("games") DefectionGame game) {
        final ExpiryPath path = path(game, 0.1, 0.3);
        final double least = EquilibriumSolver.solver()
                .solve(game.withTies(TieRule.STAYS))
                .orElseThrow()
                .least()
                .share();

        assertEquals(least, path.leastShare(), 1e-12);
        assertEquals(least, path.shareAt(1e300), 1e-12);
        double before = 0;
        for (int k = -20; k < 40; k++) {
            final double now = path.shareAt(Math.scalb(1.0, k / 2));
            assertTrue(now >= before && now <= path.leastShare(), () -> path + " of " + game);
            before = now;
        }
    }

    /** The share gone never falls, at the edges of panels and a hair beside them least of all. */
    @Property(tries = 150, seed = Seeds.USUAL)
    void theShareGoneNeverFalls(@ForAll("games") DefectionGame game) {
        final UniversalPath path = TimedGame.of(game).path(Watch.none());
        final List<Double> clocks = new ArrayList<>();
        for (int k = 0; k < path.panels(); k++) {
            final double edge = path.edge(k);
            final double[] there = {game.population().law().cdf(edge), Math.max(0, Math.min(1, edge))};
            for (double share : there) {
                final double clock = path.clockOf(share);
                clocks.addAll(List.of(Math.max(0, Math.nextDown(clock)), clock, Math.nextUp(clock)));
            }
        }
        for (double clock : path.points(Double.MAX_VALUE)[0]) {
            clocks.addAll(List.of(clock, clock * 1.01));
        }
        Collections.sort(clocks);
        double before = 0;
        for (double clock : clocks) {
            final double now = path.shareAt(clock);
            final double was = before;
            assertTrue(now >= was - 1e-11, () -> was + " falls to " + now + " at " + clock + " of " + game);
            before = Math.max(was, now);
        }
    }

    /** When a share has gone, it has gone; where many go at once perhaps more. */
    @Property(tries = 150, seed = Seeds.USUAL)
    void theShareGoneByTheTimeOfAShare(@ForAll("games") DefectionGame game) {
        final ExpiryPath path = path(game, 0.1, 0.1);
        for (int k = 1; k < 40; k++) {
            final double share = path.leastShare() * k / 40;
            final double gone = path.shareAt(path.timeOfShare(share));
            assertTrue(gone >= share - 1e-9, () -> gone + ", not " + share + " of " + game);
            final double sooner = path.timeOfShare(share) * (1 - 1e-6);
            assertTrue(
                    sooner == 0 || path.shareAt(sooner) <= share + 1e-9,
                    () -> share + " before it is time, of " + game);
        }
    }

    /** (a) {@code S(t; H) = S(H t)}; with waiting free twice the hazard is twice the speed. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void onePathAtAnySpeed(@ForAll("games") DefectionGame game, @ForAll("rates") double rate) {
        final ExpiryPath one = path(game, 0, rate);
        final ExpiryPath twice = path(game, 0, 2 * rate);
        final ExpiryPath other = path(game, 0.1, rate);
        for (double time : new double[] {0.1, 1, 3, 10}) {
            assertEquals(one.shareAt(2 * time), twice.shareAt(time), 1e-14);
            assertEquals(one.shareAt(time * (rate + 0.1) / rate), other.shareAt(time), 1e-9); // the product rounds
        }
    }

    /** (b) Beliefs being right, the expected total never rises in the rate; with waiting free it is the same for all. */
    @Property(tries = 200, seed = Seeds.USUAL)
    void aTrueExpiryNeverRaisesTheTotal(
            @ForAll("games") DefectionGame game, @ForAll("rates") double rate, @ForAll("rates") double more) {
        final ExpiryPath costly = path(game, 0.1, rate);
        assertTrue(costly.expectedTotal(rate + more, rate + more) <= costly.expectedTotal() + CLOSE);
        assertTrue(costly.expectedTotal() <= costly.leastShare() + CLOSE);
        final ExpiryPath free = path(game, 0, rate);
        assertEquals(free.expectedTotal(), free.expectedTotal(more, more), CLOSE);
    }

    /** (b) For costs U[0, 1] that total is B - R(0), as many as would go unobserved, whatever the reprisal. */
    @Property(tries = 100, seed = Seeds.USUAL)
    void evenCostsAndFreeWaiting(
            @ForAll("parts") double benefit, @ForAll("parts") double part, @ForAll("powers") double power) {
        final double fear = benefit * part * 0.99;
        final DefectionGame game = DefectionGame.of(
                Population.of(10, CostLaw.uniform(0, 1)), Offer.cash(benefit), Reprisal.fading(fear, power));
        Assume.that(benefit > fear);

        assertEquals(benefit - fear, path(game, 0, 0.7).expectedTotal(), 1e-8);
    }

    /** (c) Fear beyond the fact raises the total, false confidence lowers it. */
    @Property(tries = 200, seed = Seeds.USUAL)
    void fearBeyondTheFactRaisesTheTotal(
            @ForAll("games") DefectionGame game, @ForAll("rates") double rate, @ForAll("rates") double fear) {
        final ExpiryPath path = path(game, 0.1, rate);
        assertTrue(
                path.expectedTotal(rate, rate + fear) >= path.expectedTotal() - CLOSE,
                () -> game.gain() + " " + path.expectedTotal(rate, rate + fear) + " " + path.expectedTotal());
        assertTrue(path.expectedTotal(rate + fear, rate) <= path.expectedTotal(rate, rate) + CLOSE);
    }

    /** (d) The faster is ahead at first; with waiting costly it is behind in the end, with waiting free never. */
    @Property(tries = 150, seed = Seeds.USUAL)
    void sooner(@ForAll("games") DefectionGame game, @ForAll("rates") double slower, @ForAll("rates") double more) {
        final ExpiryPath path = path(game, 0.1, slower);
        final double faster = slower + more;
        final double end = path.leastShare();
        final double early = Math.min(path.timeOfShare(0.02 * end), 1e3) * 0.1;
        assertTrue(
                path.expectedBy(early, faster, faster) >= path.expectedBy(early, slower, slower) - CLOSE * end,
                () -> game.gain() + " at " + early + " " + path.expectedBy(early, faster, faster) + " "
                        + path.expectedBy(early, slower, slower));
        assertTrue(
                path.expectedBy(1e12, faster, faster) <= path.expectedBy(1e12, slower, slower) + CLOSE,
                () -> game.gain().toString());

        final ExpiryPath free = path(game, 0, slower);
        for (double time : new double[] {0.01, 0.1, 1, 10, 100}) {
            assertTrue(free.expectedBy(time, faster, faster) >= free.expectedBy(time, slower, slower) - CLOSE);
        }
    }

    /** A path that reads its own crossing: there both have brought the same. The last may all go within a rounding of the time. */
    @Property(tries = 40, seed = Seeds.USUAL)
    void atACrossingBothHaveBroughtTheSame(@ForAll("smoothGames") DefectionGame game, @ForAll("rates") double rate) {
        final ExpiryPath path = path(game, 0.1, rate);
        final DoubleUnaryOperator lead =
                time -> path.expectedBy(time, rate, rate) - path.expectedBy(time, 3 * rate, 3 * rate);
        for (double time : path.crossings(rate, 3 * rate)) {
            final double before = lead.applyAsDouble(Math.nextDown(time));
            final double after = lead.applyAsDouble(Math.nextUp(time));
            assertTrue(
                    Math.min(before, after) <= 1e-6 && Math.max(before, after) >= -1e-6,
                    () -> game.gain() + " at " + time + " from " + before + " to " + after);
        }
    }

    /** What is expected by a time adds up: its rise is that of the share, times the chance that the offer stands. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void expectedByIsTheIntegral(@ForAll("smoothGames") DefectionGame game, @ForAll("rates") double rate) {
        final ExpiryPath path = path(game, 0.1, rate);
        double sum = path.shareAt(0); // all who go at once where the gain is flat
        final int steps = 4_000;
        for (int k = 0; k < steps; k++) {
            final double from = 5.0 * k / steps;
            final double to = 5.0 * (k + 1) / steps;
            sum += (path.shareAt(to) - path.shareAt(from)) * Math.exp(-rate * (from + to) / 2);
        }
        assertEquals(
                sum, path.expectedBy(5), rate * 5 / steps, () -> game.gain().toString());
        assertEquals(path.expectedTotal(), path.expectedBy(1e15), CLOSE);
    }

    /** Where waiting thins the ranks (b) is false: for Beta(2,1) costs a truly expiring offer brings more. */
    @Test
    void thinnedRanksUndoTheTheorem() {
        final DefectionGame game =
                DefectionGame.of(Population.of(1_000, CostLaw.beta(2, 1)), Offer.cash(0.6), Reprisal.fading(0.3));
        final ExpiryPath path = ExpirySolver.of(Waiting.of(0, 0.1)).solve(game).orElseThrow();

        assertTrue(path.expectedTotalIfThinned(1, 1) > path.expectedTotalIfThinned(0, 0) + 1e-4);
        assertTrue(path.expectedTotal(1, 1) < path.expectedTotal(0, 0) - 1e-4);
    }

    /** Thinning never brings more than no thinning, and none is no thinning. */
    @Property(tries = 40, seed = Seeds.USUAL)
    void thinning(@ForAll("smoothGames") DefectionGame game, @ForAll("rates") double rate) {
        final ExpiryPath dying = ExpirySolver.of(Waiting.of(0, 0.1)).solve(game).orElseThrow();
        final ExpiryPath waiting =
                ExpirySolver.of(Waiting.of(0.1, 0)).solve(game).orElseThrow();
        assertTrue(dying.expectedTotalIfThinned(rate, rate) <= dying.expectedTotal(rate, rate) + CLOSE);
        assertEquals(waiting.expectedTotal(rate, rate), waiting.expectedTotalIfThinned(rate, rate), 1e-8);
    }

    /** The same for laws with atoms, gaps and densities without bound, within what the totals say they may be off. */
    @Property(tries = 60, seed = Seeds.USUAL)
    void thinningOfAnyLaw(@ForAll("games") DefectionGame game, @ForAll("rates") double rate) {
        final ExpiryPath dying = ExpirySolver.of(Waiting.of(0, 0.1)).solve(game).orElseThrow();
        final ExpiryPath living =
                ExpirySolver.of(Waiting.of(0.1, 0)).solve(game).orElseThrow();
        final double none = living.errorIfThinned(rate, rate);
        assertEquals(
                living.expectedTotal(rate, rate),
                living.expectedTotalIfThinned(rate, rate),
                2 * none + 1e-14,
                () -> game.gain().toString());
        final double some = dying.errorIfThinned(rate, rate);
        final double thinned = dying.expectedTotalIfThinned(rate, rate);
        final double whole = dying.expectedTotal(rate, rate);
        assertTrue(thinned <= whole + some + none, () -> thinned + " above " + whole + " of " + game.gain());
        assertTrue(dying.leastShare() < 1e-30 || thinned > 0, game::toString);
        assertTrue(none < 1e-7 && some < 1e-7, () -> none + " and " + some + " of " + game);
    }

    @Provide
    Arbitrary<DefectionGame> games() {
        return TimedGames.games();
    }

    @Provide
    Arbitrary<DefectionGame> smoothGames() {
        return TimedGames.games(RandomGames.smoothLaws());
    }

    @Provide
    Arbitrary<Double> rates() {
        return RandomGames.between(0.02, 2);
    }

    @Provide
    Arbitrary<Double> parts() {
        return RandomGames.between(0.01, 1);
    }

    @Provide
    Arbitrary<Double> powers() {
        return Arbitraries.of(0.5, 1.0, 2.0, 3.0);
    }
}
