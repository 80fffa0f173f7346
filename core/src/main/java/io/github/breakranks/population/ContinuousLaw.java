package io.github.breakranks.population;

/** The laws of this library that have a density: no two soldiers share a cost. */
sealed interface ContinuousLaw extends CostLaw permits NormalLaw, LogisticLaw, UniformLaw, BetaLaw, LognormalLaw {

    /** Without atoms or gaps the two inverses of {@code F} agree. */
    @Override
    default double quantileFromRight(double share) {
        return quantile(share);
    }
}
