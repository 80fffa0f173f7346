package io.github.breakranks.examples.job;

import io.github.breakranks.answer.Range;
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
     * The games that the record leaves open if all had heard of the offer, under the middle credibility: for every reprisal and every spread of
     * the main job, at the least and at the greatest mean cost that agrees with the record.
     */
    public static List<DefectionGame> leftOpen() {
        final Case history = CaseReader.hessians();
        final double credibility = history.grid().middle(0).credibility();
        final List<DefectionGame> games = new ArrayList<>();
        for (double reprisal : history.grid().reprisals()) {
            for (double spread : history.grid().spreads()) {
                final Assumption assumed = new Assumption(reprisal, credibility, 1, spread);
                final Range means = new MeanSearch(history, assumed).means().means();
                if (means != null) {
                    games.add(assumed.game(history, means.low()));
                    games.add(assumed.game(history, means.high()));
                }
            }
        }
        return List.copyOf(games);
    }
}
