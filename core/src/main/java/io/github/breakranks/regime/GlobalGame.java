package io.github.breakranks.regime;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.network.Exposure;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A defection game in which each soldier is a little unsure what going is worth, in a way that he has in common with the others.
 *
 * <pre>{@code
 *   gain       =  G(x) + state - c          for the soldiers of a DefectionGame; the game itself is state 0
 *   gain       =  pi(state, x)              for soldiers who are all alike
 *   he sees       state + e                 e of variance 1 / private precision
 * }</pre>
 *
 * <p>The doubt picks one of the rest points: as it vanishes, soldiers who are alike go if and only if going would pay on average over all shares,
 * each as likely as any other (the Laplacian belief). Where costs are spread, the rest point of greatest potential remains if there is one such
 * (Frankel, Morris and Pauzner, of finitely many kinds of soldiers).
 *
 * <p>Not to be mixed up with {@link RegimeChange}, in which the unknown strength decides whether the regime falls.
 *
 * @see <a href="https://doi.org/10.2307/2951491">H. Carlsson, E. van Damme (1993), Econometrica 61, 989-1018</a>
 * @see <a href="https://doi.org/10.1016/S0022-0531(02)00018-2">D. Frankel, S. Morris, A. Pauzner (2003), JET 108, 1-44</a>
 */
public final class GlobalGame {
    static final int MOST_LISTED = 200;

    private final StateGain gain;
    private final @Nullable DefectionGame game; // whose soldiers' costs differ
    private final News news;
    private final OptionalInt players;

    private GlobalGame(StateGain gain, @Nullable DefectionGame game, News news, OptionalInt players) {
        this.gain = gain;
        this.game = game;
        this.news = Objects.requireNonNull(news, "news");
        this.players = players;
    }

    /**
     * The game of soldiers all of whom word has reached and who all see each other: very many who follow one law, or a list of few, each of whom
     * counts.
     *
     * <p>Listed soldiers who are alike are {@link #among} so many; of those whose costs differ, {@value #MOST_LISTED} at most, each has his own cutoff.
     *
     * <p>Cost of solving where listed costs differ: O(n^3) a step or round. Under private news 20 take a second, 50 some seconds and 100 a quarter of a
     * minute; beside public news, whose best replies close in round by round, 10 take a second, 20 some seconds and 50 up to half a minute. More are
     * better given by a law of their costs, or under a {@code Watch} with a limit, which leaves bounds.
     */
    public static GlobalGame of(DefectionGame game, News news) {
        final Population soldiers = game.population();
        if (game.groups() > 1 || !(game.exposure() instanceof Exposure.Everybody)) {
            throw new IllegalArgumentException("population must be one group that sees everybody, but was " + soldiers);
        }
        if (game.offer(0).reach() < 1) {
            throw Checks.refused(
                    "reach must be 1 [share] in a global game, but was %s; take those whom word has reached as the population",
                    game.offer(0).reach());
        }
        final CostLaw law = soldiers.law();
        final boolean alike = law.low() == law.high();
        if (soldiers.listed()) {
            Checks.count(2, "soldiers listed", "count", soldiers.size());
            if (!alike && soldiers.size() > MOST_LISTED) {
                throw Checks.refused(
                        "soldiers listed whose costs differ must be at most %s [count], but was %s;"
                                + " take game.withPopulation(Population.of(n, law)) with a law of their costs",
                        MOST_LISTED, soldiers.size());
            }
        }
        return new GlobalGame(
                new Shifted(game, alike ? law.low() : 0),
                alike ? null : game,
                news,
                soldiers.listed() ? OptionalInt.of(soldiers.size()) : OptionalInt.empty());
    }

    /** What going gains in a defection game all of whose costs are moved by the state. */
    private record Shifted(DefectionGame game, double common) implements StateGain {
        @Override
        public double of(double state, double gone) {
            return game.gain(gone) + state - common;
        }
    }

    /** The game of very many soldiers who are all alike. */
    public static GlobalGame of(StateGain gain, News news) {
        return new GlobalGame(Objects.requireNonNull(gain, "gain"), null, news, OptionalInt.empty());
    }

    /**
     * The game of so few soldiers, all alike, that each counts: the share gone is of the others, 0 / (n - 1) to (n - 1) / (n - 1).
     *
     * <p>Cost of solving: one sum over the likely numbers of others, O(sqrt n), at each place of an integral; for a gain that jumps in the state, at
     * another place for each number, one integral for each number: about a second for 1,000 soldiers under private news; beside public news
     * ten take a second or two, fifty some five, and more may stop.
     */
    public GlobalGame among(int soldiers) {
        if (game != null) {
            throw new IllegalArgumentException("soldiers must be all alike, but was " + game.population());
        }
        return new GlobalGame(gain, null, news, OptionalInt.of(Checks.count(2, "soldiers", "count", soldiers)));
    }

    /** The same under other news. */
    public GlobalGame withNews(News newNews) {
        return new GlobalGame(gain, game, newNews, players);
    }

    /** What going gains, before the costs of soldiers who are not all alike. */
    public StateGain gain() {
        return gain;
    }

    /** The gain, refused if it is no number: every integral and every comparison rests on that. */
    double gains(double state, double gone) {
        final double value = gain.of(state, gone);
        if (!(Math.abs(value) <= Double.MAX_VALUE)) { // written so that NaN is refused
            throw Checks.refused(
                    "gain must be finite [unit of the game], but was %s at state %s, share %s", value, state, gone);
        }
        return value;
    }

    /** How the costs of very many are spread; null if all are alike or listed. */
    @Nullable
    CostLaw law() {
        return game == null || game.population().listed()
                ? null
                : game.population().law();
    }

    /** The law of costs that differ. */
    CostLaw costs() {
        return Objects.requireNonNull(game).population().law();
    }

    /** Whether soldiers are listed whose costs differ. */
    boolean squad() {
        return game != null && game.population().listed();
    }

    /** The defection game whose soldiers are not all alike; null if they are. */
    @Nullable
    DefectionGame game() {
        return game;
    }

    /** Whether the state shifts the gain of a defection game, which is itself state 0. */
    boolean shifts() {
        return gain instanceof Shifted;
    }

    /** What soldiers know of the state. */
    public News news() {
        return news;
    }

    /** How many play; empty if very many. */
    public OptionalInt players() {
        return players;
    }

    /** What a soldier expects to gain in a state if each share of the others is as likely as any other. */
    public double laplacian(double state) {
        return Laplacian.average(this, state, Watch.none());
    }

    /**
     * Whether news, players and gain are equal; of a gain that is a lambda there is nothing to compare but whether it is the same one, and of a
     * defection game whether it is equal.
     */
    @Override
    public boolean equals(Object other) {
        return other instanceof GlobalGame that
                && gain.equals(that.gain)
                && Objects.equals(game, that.game)
                && news.equals(that.news)
                && players.equals(that.players);
    }

    @Override
    public int hashCode() {
        return Objects.hash(gain, news, players);
    }

    @Override
    public String toString() {
        return "GlobalGame of "
                + (game != null
                        ? game.population().toString()
                        : players.isPresent()
                                ? players.getAsInt() + " soldiers who are alike"
                                : "soldiers who are alike")
                + "; " + news;
    }
}
