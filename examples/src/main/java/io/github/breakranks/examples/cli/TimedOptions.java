package io.github.breakranks.examples.cli;

import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Expiry;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import io.github.breakranks.timing.Waiting;
import picocli.CommandLine.Option;

/** The options that describe a game in time: {@code G(s) = B - R (1 - s)^POWER}, and what waiting costs. */
final class TimedOptions {
    /** What rates are counted in. */
    static final String RATE = "per unit of time";

    private static final int HEADS = 1_000_000; // a continuum: no share depends on it

    @Option(names = "--law", required = true, paramLabel = "LAW", description = "How costs are spread.")
    private String law = "";

    @Option(
            names = "--benefit",
            required = true,
            paramLabel = "B",
            description = "What going is worth, before cost and reprisal.")
    private String benefit = "";

    @Option(
            names = "--reprisal",
            required = true,
            paramLabel = "R[,POWER]",
            description = "What is done to one who goes when a share s has gone: R (1 - s)^POWER, POWER 1 if left out.")
    private String reprisal = "";

    @Option(
            names = "--waiting",
            required = true,
            paramLabel = "G",
            description = "Impatience and the danger of losing the chance while waiting, together, per unit of time.")
    private String waiting = "";

    /** The game of an offer that stands so long. */
    DefectionGame game(Expiry expiry) {
        final CostLaw costs = LawText.parse("--law", law);
        final double worth = Numbers.real("--benefit", "unit of the game", benefit);
        final Reprisal fading = ReprisalText.parse("--reprisal", reprisal);
        final Offer offer = Offer.cash(Math.max(0, worth)).withExpiry(expiry);
        final NetGain gain =
                worth < 0 ? NetGain.of(fading).withStaying(-worth) : NetGain.of(fading); // no offer pays less than 0
        return BadInput.naming("", () -> DefectionGame.of(Population.of(HEADS, costs), offer, gain));
    }

    /** What waiting costs, at least 0. */
    Waiting waiting() {
        return in(Numbers.atLeastZero("--waiting", RATE, waiting));
    }

    /** What waiting costs, above 0. */
    Waiting costlyWaiting() {
        return in(Numbers.aboveZero("--waiting", RATE, waiting));
    }

    private static Waiting in(double rate) {
        return Waiting.at(rate).per("units of time");
    }
}
