package io.github.breakranks.design;

import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Curve;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.SplittableRandom;

/** Games drawn from a seed, with and without folds, whose gain rises. */
final class RandomGames {
    private RandomGames() {}

    static DefectionGame ofLaw(long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final double middle = random.nextDouble(0.1, 0.6);
        final double spread = random.nextDouble(0.05, 0.25);
        final CostLaw law = switch (random.nextInt(4)) {
            case 0 -> CostLaw.normal(middle, spread);
            case 1 -> CostLaw.logistic(middle, spread / 2);
            case 2 -> CostLaw.uniform(middle - spread, middle + spread);
            default ->
                CostLaw.mixture(0.5, CostLaw.normal(middle, spread / 2), CostLaw.normal(middle + 0.3, spread / 2));
        };
        return DefectionGame.of(Population.of(1000, law), offer(random), reprisal(random));
    }

    static DefectionGame ofList(long seed, int agents) {
        final SplittableRandom random = new SplittableRandom(seed);
        final double[] costs = random.doubles(agents, -0.1, 1).toArray();
        return DefectionGame.of(Population.of(costs), offer(random), reprisal(random));
    }

    static DefectionGame ofTwo(long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        return DefectionGame.of(
                Population.join(
                        Population.of(300, CostLaw.normal(random.nextDouble(0.2, 0.5), random.nextDouble(0.1, 0.3)))
                                .named("officers"),
                        Population.of(700, CostLaw.normal(random.nextDouble(0.2, 0.5), random.nextDouble(0.1, 0.3)))
                                .named("men")),
                Offer.none(),
                Reprisal.fading(random.nextDouble(0.1, 0.4)));
    }

    private static Offer offer(SplittableRandom random) {
        return Offer.cash(random.nextDouble(0.2))
                .withRefuge(random.nextDouble(0.2))
                .withCredibility(random.nextDouble(0.5, 1));
    }

    private static Reprisal reprisal(SplittableRandom random) {
        return Reprisal.fading(random.nextDouble(0.6)).withFamily(Curve.fading(random.nextDouble(0.2), 1));
    }
}
