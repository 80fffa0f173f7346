package io.github.breakranks.examples;

import io.github.breakranks.Breakranks;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;

/** The README's four lines, and what they print. The numbers are assumed, to show the model at work. */
public final class FourLines {
    private FourLines() {}

    /** Prints where play rests and what would tip it. */
    public static void main(String... args) {
        // README: begin
        var soldiers = Population.of(30_000, CostLaw.normal(0.25, 0.12)); // who decides, and what leaving costs them
        var offer = Offer.cash(0.21).withRefuge(0.30).withCredibility(0.90); // what is put before them
        var game = DefectionGame.of(soldiers, offer, Reprisal.fading(0.40)); // punishment fades as more go
        var rest = Breakranks.equilibria(game); // where it rests
        // README: end
        System.out.println(rest);
        System.out.println(Breakranks.explain(game));
    }
}
