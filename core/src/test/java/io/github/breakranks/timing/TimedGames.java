package io.github.breakranks.timing;

import io.github.breakranks.RandomGames;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Games of one law whose offer has reached all. */
final class TimedGames {
    private TimedGames() {}

    /** Laws of every kind: smooth, unbounded densities, atoms, mixtures with atoms and gaps. */
    static Arbitrary<CostLaw> laws() {
        final Arbitrary<CostLaw> steep = Combinators.combine(RandomGames.between(0.3, 1), RandomGames.between(0.3, 2))
                .as((a, b) -> CostLaw.beta(a, b));
        final Arbitrary<CostLaw> gaps = Combinators.combine(
                        RandomGames.between(0.1, 0.9), RandomGames.between(-0.3, 0.4), RandomGames.between(0.5, 1))
                .as((share, low, high) -> CostLaw.mixture(
                        share, CostLaw.uniform(low - 0.1, low + 0.05), CostLaw.uniform(high, high + 0.3)));
        final Arbitrary<CostLaw> atoms = Combinators.combine(
                        RandomGames.between(0.1, 0.9), RandomGames.between(-0.2, 0.6), RandomGames.between(0.1, 0.7))
                .as((share, atom, mean) ->
                        CostLaw.mixture(share, CostLaw.empirical(atom, atom + 0.21), CostLaw.normal(mean, 0.15)));
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(6, RandomGames.laws()),
                net.jqwik.api.Tuple.of(1, steep),
                net.jqwik.api.Tuple.of(1, gaps),
                net.jqwik.api.Tuple.of(1, atoms),
                net.jqwik.api.Tuple.of(1, RandomGames.atoms()));
    }

    /** Reprisals of all powers, constant ones, with solidarity or not; odd amounts, so that few are indifferent. */
    static Arbitrary<NetGain> gains() {
        return Combinators.combine(
                        RandomGames.fadingReprisals(), RandomGames.between(0, 0.6), Arbitraries.of(true, false, false))
                .as((reprisal, company, solidarity) -> solidarity
                        ? NetGain.of(reprisal).withSolidarity(company + 1e-7 * Math.PI)
                        : NetGain.of(reprisal));
    }

    static Arbitrary<DefectionGame> games() {
        return games(laws());
    }

    static Arbitrary<DefectionGame> games(Arbitrary<CostLaw> laws) {
        return Combinators.combine(laws, RandomGames.between(0, 1.2), gains())
                .as((law, cash, gain) ->
                        DefectionGame.of(Population.of(1_000, law), Offer.cash(cash + 1e-7 * Math.E), gain));
    }

    /** Games that often have several rest points: narrow laws, strong reprisals. */
    static Arbitrary<DefectionGame> steepGames() {
        return Combinators.combine(
                        RandomGames.between(0.2, 0.6),
                        RandomGames.between(0.03, 0.1),
                        RandomGames.between(0.5, 1),
                        RandomGames.between(0.5, 1.3),
                        Arbitraries.of(0.5, 1.0, 2.0, 3.0))
                .as((mean, spread, fear, cash, power) -> DefectionGame.of(
                        Population.of(1_000, CostLaw.normal(mean, spread)),
                        Offer.cash(cash),
                        Reprisal.fading(fear, power)));
    }
}
