package io.github.breakranks.regime;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.NormalTail;
import io.github.breakranks.offer.Term;
import java.util.Objects;

/**
 * Finds how much must be offered for the regime to fall with such a chance: the least value of a term, whatever all expect of each other.
 *
 * <pre>{@code
 *   least v with  N((theta*(v) - mean) / deviation) >= chance       theta*(v): the least critical strength at this value
 * }</pre>
 *
 * <p>A better offer never lowers the least critical strength, so the value is bracketed by doubling and then halved. Where several equilibria
 * merge the chance jumps there. The chance is that of whoever holds the strength to be normal with this mean and deviation: of all who have
 * been told in public, or of an onlooker ({@link #withOnlooker}); by word of mouth only the constructor takes the onlooker's.
 *
 * <p>The certificate checks the critical strengths on both sides of the value, and that the chance is enough on one side only. Cost: some fifty
 * to a hundred games of {@link RegimeSolver}.
 *
 * @param term      what is varied; the rest of the offer is the game's
 * @param chance    that the regime falls, a share above 0 and below 1
 * @param stakes    what the game does not say, for all
 * @param news      what soldiers know
 * @param mean      of the strength, to whom the chance belongs [strength]
 * @param deviation of it [strength], above 0
 */
public record LeastTermSolver(Term term, double chance, Stakes stakes, News news, double mean, double deviation)
        implements Solver<DefectionGame, LeastTerm> {
    private static final double LARGEST = 0x1p80; // amounts beyond are no offers
    private static final double WITHIN = 1e-11; // of the value

    public LeastTermSolver {
        Objects.requireNonNull(term, "term");
        Objects.requireNonNull(stakes, "stakes");
        Objects.requireNonNull(news, "news");
        if (!(chance > 0 && chance < 1)) {
            throw Checks.refused("chance must be above 0 and below 1 [share], but was %s", chance);
        }
        Checks.finite("mean", "strength", mean);
        Checks.above(0, "deviation", "strength", deviation);
    }

    /** For the chance by what all are told in public; news must say something in public. */
    public static LeastTermSolver of(Term term, double chance, Stakes stakes, News news) {
        if (news.flat()) {
            throw Checks.refused(
                    "news must say something in public, as with a flat prior every strength is as likely as any other, but was %s;"
                            + " add withPublic(mean, precision), or name an onlooker's mean and deviation to the constructor",
                    news);
        }
        return new LeastTermSolver(
                term, chance, stakes, news, news.publicMean(), 1 / Math.sqrt(news.publicPrecision()));
    }

    /** The same for the chance to an onlooker who holds the strength to be normal with this mean and deviation. */
    public LeastTermSolver withOnlooker(double newMean, double newDeviation) {
        return new LeastTermSolver(term, chance, stakes, news, newMean, newDeviation);
    }

    @Override
    public Answer<LeastTerm> solve(DefectionGame game, Watch watch) {
        double low = 0;
        RegimeFall below = fall(game, low, watch);
        if (enough(below)) {
            return answer(new LeastTerm(this, 0, 0, below, below), watch);
        }
        double high = 1;
        RegimeFall at = fall(game, high, watch);
        while (!enough(at) && !term.isShare() && high < LARGEST && inReach() && watch.mayGoOn()) {
            low = high;
            below = at;
            high *= 2;
            at = fall(game, high, watch);
        }
        if (!enough(at)) {
            return answer(new LeastTerm(this, Double.POSITIVE_INFINITY, high, at, at), watch);
        }
        while (high - low > WITHIN * high && watch.mayGoOn()) {
            final double middle = low + (high - low) / 2;
            final RegimeFall here = fall(game, middle, watch);
            if (enough(here)) {
                high = middle;
                at = here;
            } else {
                low = middle;
                below = here;
            }
        }
        return answer(new LeastTerm(this, high, low, at, below), watch);
    }

    /** Whether it falls often enough if all go. */
    boolean inReach() {
        return NormalTail.cdf((1 - mean) / deviation) >= chance;
    }

    private RegimeFall fall(DefectionGame game, double value, Watch watch) {
        final RegimeChange at = RegimeChange.of(game.with(term, value), stakes).withNews(news);
        return RegimeSolver.solver().solve(at, watch).value();
    }

    private boolean enough(RegimeFall fall) {
        return fall.chance(fall.least(), mean, deviation) >= chance;
    }

    private Answer<LeastTerm> answer(LeastTerm found, Watch watch) {
        if (!watch.mayGoOn()) {
            return new Answer.Stopped<>(
                    found, new Certificate.Unproven("not halved to the end"), watch.why(), "raise the limit");
        }
        final Certificate certificate = LeastTermVerifier.certify(found, watch);
        return certificate instanceof Certificate.Unproven && !watch.mayGoOn()
                ? new Answer.Stopped<>(found, certificate, watch.why(), "raise the limit")
                : new Answer.Found<>(found, certificate);
    }
}
