package io.github.breakranks.examples.job;

import io.github.breakranks.answer.Range;
import io.github.breakranks.design.Ambiguity;
import io.github.breakranks.game.DefectionGame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The game of the Hessian auxiliaries under assumptions of the main job, for examples that ask something else of it. */
public final class HessianGame {
    private HessianGame() {}

    /**
     * The game if all had heard of the offer, under the middle reprisal and credibility, at the mean cost in the middle of those that agree
     * with the record.
     *
     * @param spread standard deviation of the private cost of going, ASSUMED [unit of the game], above 0
     * @return empty if no mean cost agrees
     */
    public static Optional<DefectionGame> of(double spread) {
        final Case history = CaseReader.hessians();
        final Assumption middle = history.grid().middle(spread);
        final Assumption assumed = new Assumption(middle.reprisal(), middle.credibility(), 1, spread);
        final Range means = new MeanSearch(history, assumed).means().means();
        return Optional.ofNullable(means).map(all -> assumed.game(history, (all.low() + all.high()) / 2));
    }

    /**
     * The games that the record leaves open under the middle reprisal, credibility and reach, all before the offer that was made: for each
     * spread of the costs that is assumed, mean costs evenly spread over those that agree with the record. Spreads with which none agrees are
     * left out. How likely any of them is the record does not say: all weigh the same.
     *
     * @param means how many mean costs for each spread [count], at least 2: the least and the greatest are always among them
     */
    public static Ambiguity leftOpen(int means) {
        if (means < 2) {
            throw new IllegalArgumentException("means must be >= 2 [mean costs], but was " + means);
        }
        final Case history = CaseReader.hessians();
        final List<DefectionGame> games = new ArrayList<>();
        for (double spread : history.grid().spreads()) {
            final Assumption middle = history.grid().middle(spread);
            final Range range = new MeanSearch(history, middle).means().means();
            for (int k = 0; range != null && k < means; k++) {
                final double mean = k + 1 == means ? range.high() : range.low() + range.width() * k / (means - 1);
                games.add(middle.game(history, mean));
            }
        }
        return Ambiguity.of(games);
    }
}
