package io.github.breakranks;

import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.TieRule;
import io.github.breakranks.offer.Curve;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** What property tests draw: cost laws, offers, reprisals and the games that they make. */
public final class RandomGames {
    private RandomGames() {}

    /** A number between two, all alike likely. */
    public static Arbitrary<Double> between(double low, double high) {
        return Arbitraries.integers().between(0, 1_000_000).map(k -> low + (high - low) * k / 1e6);
    }

    /** Laws with a bounded density. */
    public static Arbitrary<CostLaw> smoothLaws() {
        final Arbitrary<CostLaw> normal = Combinators.combine(between(-0.2, 1.2), between(0.02, 0.6))
                .as((mean, deviation) -> CostLaw.normal(mean, deviation));
        final Arbitrary<CostLaw> logistic = Combinators.combine(between(-0.2, 1.2), between(0.02, 0.4))
                .as((mean, scale) -> CostLaw.logistic(mean, scale));
        final Arbitrary<CostLaw> uniform = Combinators.combine(between(-0.5, 1), between(0.05, 1.5))
                .as((low, width) -> CostLaw.uniform(low, low + width));
        final Arbitrary<CostLaw> beta =
                Combinators.combine(between(1, 6), between(1, 6)).as((a, b) -> CostLaw.beta(a, b));
        final Arbitrary<CostLaw> lognormal =
                Combinators.combine(between(-2, 0.5), between(0.1, 1)).as((mu, sigma) -> CostLaw.lognormal(mu, sigma));
        return Arbitraries.oneOf(normal, logistic, uniform, beta, lognormal);
    }

    /** Those, and mixtures of two of them. */
    public static Arbitrary<CostLaw> laws() {
        final Arbitrary<CostLaw> mixed = Combinators.combine(between(0.05, 0.95), smoothLaws(), smoothLaws())
                .as((share, one, other) -> CostLaw.mixture(share, one, other));
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(3, smoothLaws()), net.jqwik.api.Tuple.of(1, mixed));
    }

    /** Laws made of a few atoms at round costs. */
    public static Arbitrary<CostLaw> atoms() {
        return Arbitraries.integers()
                .between(-4, 16)
                .array(int[].class)
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(eighths -> CostLaw.empirical(
                        Arrays.stream(eighths).mapToDouble(k -> k / 8.0).toArray()));
    }

    /** Reprisals that do not rise with the share gone. */
    public static Arbitrary<Reprisal> fadingReprisals() {
        final Arbitrary<Curve> curves = Combinators.combine(
                        between(0, 0.8), Arbitraries.of(1.0, 1.0, 2.0, 0.5, 3.0), Arbitraries.of(true, true, false))
                .as((amount, power, fades) -> fades ? Curve.fading(amount, power) : Curve.constant(amount));
        final Arbitrary<Curve> chances = Combinators.combine(between(0.2, 1), between(0, 1))
                .as((first, part) -> Curve.linear(first, first * part));
        final Arbitrary<Reprisal> plain = Combinators.combine(between(0, 1), Arbitraries.of(1.0, 1.0, 2.0, 0.5, 3.0))
                .as(Reprisal::fading);
        final Arbitrary<Reprisal> detected =
                Combinators.combine(chances, curves).as(Reprisal::of);
        final Arbitrary<Reprisal> family =
                Combinators.combine(plain, curves).as((one, onThem) -> one.withFamily(onThem));
        return Arbitraries.oneOf(plain, detected, family, between(0, 0.6).map(Reprisal::constant));
    }

    /** Gains that rise with the share gone. */
    public static Arbitrary<NetGain> risingGains() {
        return Combinators.combine(fadingReprisals(), between(0, 1), between(-0.2, 0.4))
                .as((reprisal, company, pay) ->
                        NetGain.of(reprisal).withSolidarity(company).withStaying(pay));
    }

    /** Offers, known to all or not. */
    public static Arbitrary<Offer> offers() {
        final Arbitrary<Double> reach = Arbitraries.oneOf(Arbitraries.just(1.0), between(0, 1));
        return Combinators.combine(between(0, 0.8), between(0, 0.5), between(0, 1), reach, between(0, 1))
                .as((cash, refuge, credibility, reached, family) -> Offer.cash(cash)
                        .withRefuge(refuge)
                        .withCredibility(credibility)
                        .withReach(reached)
                        .withFamily(family));
    }

    /** Games of a law in which the gain rises. */
    public static Arbitrary<DefectionGame> games() {
        return Combinators.combine(laws(), offers(), risingGains())
                .as((law, offer, gain) -> DefectionGame.of(Population.of(1000, law), offer, gain));
    }

    /** Games of at most ten listed agents in which the gain rises, with round numbers and so with many ties. */
    public static Arbitrary<DefectionGame> lists() {
        return lists(Combinators.combine(
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.integers().between(0, 6))
                .as((punishment, company) ->
                        NetGain.of(Reprisal.fading(punishment)).withSolidarity(company)));
    }

    /** Such lists, also under reprisals that grow with the number gone. */
    public static Arbitrary<DefectionGame> anyLists() {
        return lists(Combinators.combine(
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.integers().between(0, 8))
                .as((first, last) -> NetGain.of(Reprisal.of(Curve.constant(1), Curve.linear(first, last)))));
    }

    private static Arbitrary<DefectionGame> lists(Arbitrary<NetGain> gains) {
        final Arbitrary<double[]> costs = Arbitraries.integers()
                .between(-3, 8)
                .array(int[].class)
                .ofMinSize(1)
                .ofMaxSize(10)
                .map(whole -> Arrays.stream(whole).asDoubleStream().toArray());
        final Arbitrary<Double> reach = Arbitraries.of(1.0, 1.0, 0.5, 0.0);
        return Combinators.combine(
                        costs,
                        gains,
                        Arbitraries.integers().between(0, 9),
                        reach,
                        Arbitraries.longs(),
                        Arbitraries.of(TieRule.class))
                .as((listed, gain, cash, reached, seed, ties) -> DefectionGame.of(
                                Population.of(listed), Offer.cash(cash).with(Term.REACH, reached), gain)
                        .heardBy(seed)
                        .withTies(ties));
    }
}
