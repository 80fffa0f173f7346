package io.github.breakranks.regime;

import io.github.breakranks.internal.NormalTail;
import io.github.breakranks.internal.Quadrature;

/** What share of a contingent goes at an actual strength, when all expect the regime to fall up to a critical one. */
interface Turnout {
    /** Deviations beyond which nothing is left. */
    int FAR = 9;

    /** What an integral may be off. */
    double WITHIN = 1e-12;

    /** Of a contingent of this game. */
    static Turnout of(RegimeChange game, int contingent) {
        final News news = game.news(contingent);
        final Contingent who = game.contingents().get(contingent);
        return news.noise().gaussian() ? new NormalTurnout(who, news) : new NoisyTurnout(who, news);
    }

    /** The share that goes. */
    double share(double theta, double critical);

    /** The share that an onlooker expects to go, who holds the strength to be normal with this mean and deviation. */
    default double expected(double mean, double deviation, double critical) {
        double sum = 0;
        for (int from = -FAR; from < FAR; from++) {
            sum += Quadrature.integral(
                            z -> NormalTail.density(z) * share(mean + deviation * z, critical), from, from + 1, WITHIN)
                    .value();
        }
        return sum;
    }

    /** The share that goes if the actual strength is the critical one; under private news alone it does not depend on it. */
    double atCritical(double critical);

    /** By how much {@link #atCritical} rises with the critical strength; NaN if unknown. */
    double slope(double critical);

    /** Below which news a soldier of such a cost goes; minus infinity if never, infinity if always. */
    double cutoff(double critical, double ownCost);
}
