package io.github.breakranks.examples.cli;

import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.NetGain;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import picocli.CommandLine.Option;

/** The options that describe a game: {@code G(x) = Q (cash + refuge) + escrow + S x - R (1 - x)^POWER}. */
final class GameOptions {
    private static final String UNIT = "unit of the game";
    private static final String FADING = "fading:";
    private static final String FORM = "fading:R or fading:R,POWER";

    @Option(names = "--agents", required = true, paramLabel = "N", description = "How many soldiers there are.")
    private String agents = "";

    @Option(names = "--law", required = true, paramLabel = "LAW", description = "How costs are spread.")
    private String law = "";

    @Option(names = "--cash", paramLabel = "V", description = "Paid to each who goes; 0 if left out.")
    private String cash = "0";

    @Option(names = "--refuge", paramLabel = "V", description = "Worth of the status offered, to him; 0 if left out.")
    private String refuge = "0";

    @Option(
            names = "--credibility",
            paramLabel = "Q",
            description = "Chance that the promise is kept, a share; 1 if left out.")
    private String credibility = "1";

    @Option(
            names = "--escrow",
            paramLabel = "V",
            description =
                    "Paid to each who goes by a third party that holds it already, whatever --credibility is; 0 if left out.")
    private String escrow = "0";

    @Option(names = "--reach", paramLabel = "R", description = "Share that has heard of it; 1 if left out.")
    private String reach = "1";

    @Option(
            names = "--reprisal",
            required = true,
            paramLabel = "fading:R[,POWER]",
            description = "What is done to one who goes when a share x has gone: R (1 - x)^POWER, POWER 1 if left out.")
    private String reprisal = "";

    @Option(
            names = "--solidarity",
            paramLabel = "S",
            description = "What company is worth: S x when a share x has gone; 0 if left out.")
    private String solidarity = "0";

    /** The game of a law. */
    DefectionGame game() {
        final int heads = heads();
        return game(Population.of(heads, law()));
    }

    /** The game of agents drawn from the law, who hear of the offer as drawn from the same seed. */
    DefectionGame drawn(long seed) {
        final int heads = heads();
        final CostLaw costs = law();
        game(Population.of(1, costs)); // bad terms are refused before costs are drawn
        return game(Population.draw(heads, costs, seed)).heardBy(seed);
    }

    private int heads() {
        return Numbers.count(1, "--agents", "soldiers", agents);
    }

    private CostLaw law() {
        return LawText.parse("--law", law);
    }

    private DefectionGame game(Population soldiers) {
        final Offer offer = offer();
        final NetGain gain = gain();
        return BadInput.naming("", () -> DefectionGame.of(soldiers, offer, gain));
    }

    private Offer offer() {
        final double paid = Numbers.real("--cash", UNIT, cash);
        final double status = Numbers.real("--refuge", UNIT, refuge);
        final double held = Numbers.real("--escrow", UNIT, escrow);
        final double believed = Numbers.share("--credibility", credibility);
        final double heard = Numbers.share("--reach", reach);
        return BadInput.naming(
                "--",
                () -> Offer.cash(paid)
                        .with(Term.REFUGE, status)
                        .with(Term.ESCROW, held)
                        .with(Term.CREDIBILITY, believed)
                        .with(Term.REACH, heard));
    }

    private NetGain gain() {
        final NetGain gain = NetGain.of(reprisal());
        final double company = Numbers.real("--solidarity", UNIT, solidarity);
        return company == 0 ? gain : gain.withSolidarity(company);
    }

    private Reprisal reprisal() {
        final String[] parts = reprisal.startsWith(FADING)
                ? reprisal.substring(FADING.length()).split(",", -1)
                : new String[0];
        if (parts.length != 1 && parts.length != 2) {
            throw BadInput.of("--reprisal", FORM, reprisal);
        }
        return ReprisalText.fading("--reprisal", parts);
    }
}
