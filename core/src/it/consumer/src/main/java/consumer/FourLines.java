package consumer;

import io.github.breakranks.Breakranks;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;

/** The README's four lines, as somebody else's project writes them. */
public final class FourLines {

    private FourLines() {}

    public static void main(String[] args) {
        var soldiers = Population.of(30_000, CostLaw.normal(0.25, 0.12));
        var offer = Offer.cash(0.21).withRefuge(0.30).withCredibility(0.90);
        var game = DefectionGame.of(soldiers, offer, Reprisal.fading(0.40));
        var rest = Breakranks.equilibria(game);

        System.out.println(rest);
    }
}
