package io.github.breakranks.signaling;

import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.signaling.PerfectBayesianEquilibrium.Kind;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All perfect Bayesian equilibria of a signaling game, one entry an outcome.
 *
 * <p>Outcomes are isolated in almost every game. Where they form a continuum the entries are the vertices of its pieces, {@link #degenerate}
 * says so and {@link #pieces} gives the sets.
 */
public final class PerfectBayesianEquilibria {
    private final SignalingGame game;
    private final List<PerfectBayesianEquilibrium> all;
    private final List<EquilibriumPiece> pieces;
    private final Supports supports;
    private final boolean listed;

    /**
     * How many supports there are and what became of them.
     *
     * @param announced in all, as said beforehand [count]
     * @param visited   solved one by one [count]
     * @param pruned    left out as no equilibrium is there that is not elsewhere too [count]
     */
    record Supports(BigInteger announced, BigInteger visited, BigInteger pruned) {}

    PerfectBayesianEquilibria(
            SignalingGame game,
            List<PerfectBayesianEquilibrium> all,
            List<EquilibriumPiece> pieces,
            Supports supports) {
        this(game, all, pieces, supports, true);
    }

    private PerfectBayesianEquilibria(
            SignalingGame game,
            List<PerfectBayesianEquilibrium> all,
            List<EquilibriumPiece> pieces,
            Supports supports,
            boolean listed) {
        this.listed = listed;
        this.game = game;
        this.all = List.copyOf(all);
        this.pieces = List.copyOf(pieces);
        this.supports = supports;
    }

    /** The game. */
    public SignalingGame game() {
        return game;
    }

    /** One entry an outcome, vertices only where outcomes form a continuum; by kind, who sends the first message first. */
    public List<PerfectBayesianEquilibrium> all() {
        return all;
    }

    /** Those of one kind. */
    public List<PerfectBayesianEquilibrium> of(Kind kind) {
        return all.stream().filter(each -> each.kind() == kind).toList();
    }

    /** The outcomes as sets: each piece is a polytope of sender strategies with a polytope of responses. */
    public List<EquilibriumPiece> pieces() {
        return pieces;
    }

    /** Whether outcomes form a continuum somewhere. */
    public boolean degenerate() {
        return pieces.stream().anyMatch(piece -> !piece.single());
    }

    /** The same, said to lack outcomes that there was no time to list. */
    PerfectBayesianEquilibria notAllListed() {
        return new PerfectBayesianEquilibria(game, all, pieces, supports, false);
    }

    /** Whether every support has been looked at and every outcome found there is listed, so that no equilibrium is missing. */
    public boolean complete() {
        return listed && enumerated();
    }

    /** Whether every support has been looked at. */
    boolean enumerated() {
        return supports.visited.add(supports.pruned).equals(supports.announced);
    }

    /** How many supports there are, as said beforehand [count]. */
    public BigInteger announced() {
        return supports.announced;
    }

    /** How many supports were solved one by one [count]. */
    public BigInteger visited() {
        return supports.visited;
    }

    /** How many supports were ruled out together with others [count]; with {@link #visited} all that were announced. */
    public BigInteger pruned() {
        return supports.pruned;
    }

    /** A row an outcome: its kind, who sends what, and what each type and the receiver get. */
    public Table table() {
        final List<Column> columns = new ArrayList<>(List.of(Column.of("kind"), Column.of("sender")));
        game.types().forEach(type -> columns.add(Column.of("payoff of " + type, "unit of the game")));
        columns.add(Column.of("payoff of receiver", "unit of the game"));
        final List<List<@Nullable Object>> rows = new ArrayList<>();
        for (PerfectBayesianEquilibrium each : all) {
            final List<@Nullable Object> row =
                    new ArrayList<>(List.of(each.kind().toString(), Telling.path(each)));
            for (int t = 0; t < game.types().size(); t++) {
                row.add(each.payoff(t).value());
            }
            row.add(each.receiverPayoff().value());
            rows.add(row);
        }
        return Table.of(columns, rows);
    }

    /** In a paragraph: how many there are, of which kind, and each in words. */
    public String explain() {
        return Telling.explain(this);
    }

    /** Short enough for JShell, which cuts long lines in the middle. */
    @Override
    public String toString() {
        return "PerfectBayesianEquilibria[" + Telling.count(this) + "]";
    }
}
