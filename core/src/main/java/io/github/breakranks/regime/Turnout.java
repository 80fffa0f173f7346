package io.github.breakranks.regime;

/** What share of a contingent goes at an actual strength, when all expect the regime to fall up to a critical one. */
interface Turnout {

    /** Of a contingent of this game. */
    static Turnout of(RegimeChange game, int contingent) {
        final News news = game.news(contingent);
        final Contingent who = game.contingents().get(contingent);
        return news.noise().gaussian() ? new NormalTurnout(who, news) : new NoisyTurnout(who, news);
    }

    /** The share that goes. */
    double share(double theta, double critical);

    /** The share that goes if the actual strength is the critical one; under private news alone it does not depend on it. */
    double atCritical(double critical);

    /** By how much {@link #atCritical} rises with the critical strength; NaN if unknown. */
    double slope(double critical);

    /** Below which news a soldier of such a cost goes; minus infinity if never, infinity if always. */
    double cutoff(double critical, double ownCost);
}
