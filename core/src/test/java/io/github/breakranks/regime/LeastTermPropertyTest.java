package io.github.breakranks.regime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.Seeds;
import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.NormalQuantile;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** The least value of a term at which a regime falls with such a chance: enough there, and not below. */
class LeastTermPropertyTest {
    private static final Stakes STAKES = Stakes.winOrLose(0.5);
    private static final DefectionGame GAME = DefectionGame.of(
            Population.of(1_000, CostLaw.normal(0.6, 0.2)), Offer.cash(0.3).withCredibility(0.9), Reprisal.fading(0.4));

    private static DefectionGame alike(double cost) {
        return DefectionGame.of(Population.of(1_000, CostLaw.empirical(cost)), Offer.cash(0), Reprisal.fading(0.4));
    }

    private static double chance(DefectionGame game, Term term, double value, News news) {
        final RegimeFall fall = RegimeSolver.solver()
                .solve(RegimeChange.of(game.with(term, value), STAKES).withNews(news))
                .value();
        return fall.chanceAt(fall.least());
    }

    @Property(tries = 40, seed = Seeds.USUAL)
    void theValueIsEnoughAndLessIsNot(
            @ForAll @DoubleRange(min = 0.05, max = 0.95) double chance,
            @ForAll @IntRange(min = 0, max = 3) int which,
            @ForAll @DoubleRange(min = 0.1, max = 0.7) double mean,
            @ForAll @DoubleRange(min = 0.5, max = 20) double precision) {
        final Term term = new Term[] {Term.CASH, Term.REFUGE, Term.CREDIBILITY, Term.REACH}[which];
        final News news = News.wordOfMouth(4).withPublic(mean, precision);
        final Answer<LeastTerm> answer =
                LeastTermSolver.of(term, chance, STAKES, news).solve(GAME);
        final LeastTerm least = answer.orElseThrow();
        if (least.value().isEmpty()) {
            final double most = term.isShare() ? 1 : 1e6;
            assertTrue(chance(GAME, term, most, news) < chance, least.toString());
        } else {
            final double value = least.value().getAsDouble();
            assertTrue(chance(GAME, term, value, news) >= chance, least.toString());
            assertTrue(value == 0 || chance(GAME, term, value * (1 - 1e-6), news) < chance + 1e-12, least.toString());
        }
        assertCertified(answer);
    }

    /** Within 1e-9 of a fold, at which two critical strengths meet, the list of neither side need be whole: the certificate must say so. */
    @Example
    void besideAFoldItIsSaidThatAStrengthMayBeMissing() {
        final Answer<LeastTerm> answer = LeastTermSolver.of(
                        Term.REFUGE, 0.36, STAKES, News.wordOfMouth(4).withPublic(0.19, 19.5))
                .solve(GAME);
        final String said = answer.certificate().sentence();
        assertTrue(said.startsWith("not proven: 1 of 2 rows may miss a critical strength: "), said);
        assertTrue(
                said.endsWith(", but others may lie between them, as the slope is not bounded or touches one"), said);
        assertCertified(answer);
    }

    /** Where both lists are whole, their strengths are proven, or checked where the walk between two that are about to meet stalls. */
    private static void assertCertified(Answer<LeastTerm> answer) {
        final LeastTerm least = answer.orElseThrow();
        final boolean whole = least.fall().complete() && least.fallBelow().complete();
        final boolean sure = answer.certificate() instanceof Certificate.Proven
                || answer.certificate() instanceof Certificate.Numeric checked && checked.worst() < 1e-9;
        assertEquals(whole, sure, answer.certificate().sentence());
    }

    /** Soldiers alike and word of mouth: theta* = 1 - c/B with c = cost + .4 - cash and B = .9, up to mean + deviation N^-1(chance). */
    @Property(tries = 40, seed = Seeds.USUAL)
    void byWordOfMouthItIsInClosedForm(
            @ForAll @DoubleRange(min = 0.3, max = 0.7) double chance,
            @ForAll @DoubleRange(min = 0.2, max = 0.6) double cost,
            @ForAll @DoubleRange(min = 0.4, max = 0.6) double mean) {
        final News quiet = News.wordOfMouth(9);
        final double needed = mean + 0.2 * NormalQuantile.below(chance);
        final double cash = cost + 0.4 - 0.9 * (1 - needed);
        final LeastTerm least = new LeastTermSolver(Term.CASH, chance, STAKES, quiet, mean, 0.2)
                .solve(alike(cost))
                .orElseThrow();
        assertEquals(Math.max(0, cash), least.value().orElseThrow(), 1e-9);
    }

    /** News so public that there are several: the least critical strength jumps, and so does the chance. */
    @Example
    void whereEquilibriaMergeTheChanceJumps() {
        final News news = News.wordOfMouth(1).withPublic(0.5, 10);
        final LeastTerm least = LeastTermSolver.of(Term.CASH, 0.5, STAKES, news)
                .solve(alike(0.5))
                .orElseThrow();
        assertTrue(
                least.chance() > 0.9 && least.chanceBelow() < 0.1, least.table().text());
        assertTrue(least.explain().contains(" There the chance jumps from 0.0"), least.explain());
        assertEquals(1, least.fall().criticalStrengths().length);
        assertTrue(
                least.fallBelow().criticalStrengths().length > 1,
                least.fallBelow().toString());
    }

    /** While the bracket is open its ends are far apart, and so are their chances: that is no jump. */
    @Example
    void whatIsStoppedSaysBetweenWhat() {
        final AtomicInteger asked = new AtomicInteger();
        final LeastTerm stopped = LeastTermSolver.of(
                        Term.CASH, 0.5, STAKES, News.wordOfMouth(4).withPublic(0.4, 1))
                .solve(alike(0.5), Watch.none().withCancel(() -> asked.incrementAndGet() > 2))
                .value();
        final double value = stopped.value().orElseThrow();
        assertTrue(value - stopped.tried() > 0.1, stopped.table().text());
        assertTrue(
                stopped.chance() - stopped.chanceBelow() > 1e-3, stopped.table().text());
        assertEquals(
                "It takes cash between " + stopped.tried() + " and " + value
                        + " [unit of the game] for the regime to fall with chance 0.5,"
                        + " to whoever holds its strength to be normal, mean 0.4, deviation 1.0, whatever all expect of each other;"
                        + " stopped before it was narrowed down.",
                stopped.explain());
        assertEquals(
                "LeastTerm[cash between " + stopped.tried() + " and " + value + " for a chance of 0.5]",
                stopped.toString());
    }

    @Example
    void nothingIsEnough() {
        final News strong = News.wordOfMouth(4).withPublic(3, 1);
        final LeastTerm none =
                LeastTermSolver.of(Term.CASH, 0.5, STAKES, strong).solve(GAME).orElseThrow();
        assertTrue(none.value().isEmpty());
        assertEquals("LeastTerm[no cash for a chance of 0.5]", none.toString());
        assertEquals(
                "No cash makes the regime fall with chance 0.5, to whoever holds its strength to be normal, mean 3.0, deviation 1.0, whatever"
                        + " all expect of each other. Even if all go it may be too strong.",
                none.explain());
        final LeastTerm share = LeastTermSolver.of(
                        Term.CREDIBILITY, 0.9, STAKES, News.wordOfMouth(4).withPublic(0.4, 1))
                .solve(GAME)
                .orElseThrow();
        assertTrue(share.value().isEmpty());
        assertEquals(1, share.tried());
        final LeastTerm all = LeastTermSolver.of(
                        Term.CASH, 0.01, STAKES, News.wordOfMouth(4).withPublic(0.4, 1))
                .solve(GAME)
                .orElseThrow();
        assertEquals(0, all.value().orElseThrow());
        assertTrue(all.explain().startsWith("Without any cash the regime falls with chance 0."), all.explain());
        assertEquals(1, all.table().rows().size());
    }

    @Example
    void theCertificateCanFail() {
        final LeastTermSolver asked =
                LeastTermSolver.of(Term.CASH, 0.5, STAKES, News.wordOfMouth(4).withPublic(0.4, 1));
        final LeastTerm right = asked.solve(GAME).orElseThrow();
        final double value = right.value().orElseThrow();
        final RegimeFall at = right.fall();
        final RegimeFall below = right.fallBelow();
        final RegimeFall little = LeastTermSolver.of(Term.CASH, 0.4, STAKES, asked.news())
                .solve(GAME)
                .value()
                .fall();
        assertTrue(sentence(new LeastTerm(asked, 0.1, 0.1, little, little))
                .startsWith("not proven: the value is not enough: the chance is 0.4"));
        assertEquals(
                "not proven: less is enough: at 0.1 the chance is " + chanceMuch(asked),
                sentence(new LeastTerm(asked, value, 0.1, at, much(asked))));
        assertEquals(
                "not proven: between 0.1 and the value nothing was tried",
                sentence(new LeastTerm(asked, value, 0.1, at, below)));
        final RegimeFall wrong = new RegimeFall(at.game(), new double[] {at.least() + 0.01}, true);
        assertTrue(!sentence(new LeastTerm(asked, value, value, wrong, below)).startsWith("proven"));
    }

    private static RegimeFall much(LeastTermSolver asked) {
        return LeastTermSolver.of(Term.CASH, 0.6, STAKES, asked.news())
                .solve(GAME)
                .value()
                .fall();
    }

    private static double chanceMuch(LeastTermSolver asked) {
        return much(asked).chance();
    }

    private static String sentence(LeastTerm found) {
        return LeastTermVerifier.certify(found, Watch.none()).sentence();
    }

    @Example
    void badInputIsRefused() {
        final News news = News.wordOfMouth(4).withPublic(0.4, 1);
        assertEquals(
                "chance must be above 0 and below 1 [share], but was 1.0",
                assertThrows(IllegalArgumentException.class, () -> LeastTermSolver.of(Term.CASH, 1, STAKES, news))
                        .getMessage());
        assertTrue(
                assertThrows(
                                IllegalArgumentException.class,
                                () -> LeastTermSolver.of(Term.CASH, 0.5, STAKES, News.wordOfMouth(4)))
                        .getMessage()
                        .startsWith(
                                "news must say something in public, as with a flat prior every strength is as likely as any other, but was"));
        final Answer<LeastTerm> stopped = LeastTermSolver.of(Term.CASH, 0.5, STAKES, news)
                .solve(GAME, Watch.none().withCancel(() -> true));
        assertInstanceOf(Answer.Stopped.class, stopped);
    }
}
