package io.github.breakranks.equilibrium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.RandomGames;
import io.github.breakranks.Seeds;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.network.Exposure;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Seeds and the uniform offer of two groups that mix, against the least rest point with a little less and a little more. */
class GroupSeedPropertyTest {
    private static final double ASIDE = 1e-6;

    @Property(tries = 25, seed = Seeds.USUAL)
    void theLeastRestPointReachesTheTargetAtTheSeed(
            @ForAll("games") DefectionGame game, @ForAll("targets") double target, @ForAll("groups") String group) {
        final TippingSeed seed = TippingSeedSolver.solver()
                .forGroup(group)
                .withTarget(target)
                .solve(game)
                .orElseThrow();
        if (!seed.tips()) {
            assertTrue(least(game) >= target - ASIDE || least(GroupSeed.committed(game, group, 1)) < target);
            return;
        }
        if (seed.share() > ASIDE) {
            assertTrue(least(GroupSeed.committed(game, group, seed.share() - ASIDE)) < target);
        }
        if (seed.share() < 1 - ASIDE) {
            assertTrue(least(GroupSeed.committed(game, group, seed.share() + ASIDE)) >= target - 1e-9);
        }
    }

    @Property(tries = 25, seed = Seeds.USUAL)
    void theLeastRestPointReachesTheTargetAtTheRise(
            @ForAll("games") DefectionGame game, @ForAll("targets") double target) {
        final Fragility fragility =
                FragilitySolver.solver().withTarget(target).solve(game).orElseThrow();
        if (fragility.known()) {
            assertTrue(fragility.shift() <= ASIDE || least(Rise.raised(game, fragility.shift() - ASIDE)) < target);
            assertTrue(least(Rise.raised(game, fragility.shift() + ASIDE)) >= target - 1e-9);
        }
    }

    /** Groups with one law between them, all seeing all, are one population. */
    @Property(tries = 25, seed = Seeds.USUAL)
    void groupsAlikeAreOnePopulation(
            @ForAll("laws") CostLaw law, @ForAll("games") DefectionGame game, @ForAll("targets") double target) {
        final DefectionGame alike = game.on(Exposure.everybody())
                .withPopulation(Population.join(
                        Population.of(300, law).named("men"),
                        Population.of(700, law).named("officers")));
        final DefectionGame one = DefectionGame.of(Population.of(1000, law), game.offer(), game.gain());
        final TippingSeedSolver solver = TippingSeedSolver.solver().withTarget(target);
        final TippingSeed ofOne = solver.solve(one).orElseThrow();
        final TippingSeed ofGroups = solver.solve(alike).orElseThrow();
        if (ofOne.tips() && ofGroups.tips()) {
            assertEquals(ofOne.share(), ofGroups.share(), 1e-7);
        }
    }

    private static double least(DefectionGame game) {
        return EquilibriumSolver.solver().solve(game).value().least().share();
    }

    @Provide
    Arbitrary<String> groups() {
        return Arbitraries.of("", "men", "officers");
    }

    @Provide
    Arbitrary<Double> targets() {
        return RandomGames.between(0.1, 0.9);
    }

    @Provide
    Arbitrary<CostLaw> laws() {
        return Combinators.combine(RandomGames.between(0, 1), RandomGames.between(0.05, 0.4))
                .as(CostLaw::normal);
    }

    @Provide
    Arbitrary<DefectionGame> games() {
        return Combinators.combine(
                        laws(), laws(), RandomGames.offers(), RandomGames.risingGains(), RandomGames.between(0, 0.9))
                .as((men, officers, offer, gain, homophily) -> DefectionGame.of(
                                Population.join(
                                        Population.of(600, men).named("men"),
                                        Population.of(400, officers).named("officers")),
                                offer,
                                gain)
                        .on(Exposure.homophily(homophily)));
    }
}
