package io.github.breakranks.signaling;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.answer.Range;
import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.signaling.PerfectBayesianEquilibrium.Kind;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
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
    private final Listing listing;
    private volatile @Nullable Map<List<Object>, Integer> places;

    /** How far what was found has been listed. */
    private enum Listing {
        /** Each outcome, in the largest sets. */
        ALL,
        /** Each outcome, but perhaps sets within sets too. */
        MORE_THAN_ALL,
        /** Perhaps not each. */
        NOT_ALL
    }

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
        this(game, all, pieces, supports, Listing.ALL);
    }

    private PerfectBayesianEquilibria(
            SignalingGame game,
            List<PerfectBayesianEquilibrium> all,
            List<EquilibriumPiece> pieces,
            Supports supports,
            Listing listing) {
        this.listing = listing;
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

    /**
     * Where the corners of a piece are in {@link #all}, in ascending order; a corner of two pieces is one entry.
     *
     * <p>Once there was no time to list all, those that are listed.
     */
    public List<Integer> corners(EquilibriumPiece piece) {
        final TreeSet<Integer> corners = new TreeSet<>();
        for (List<List<Fraction>> sender : piece.senders()) {
            for (List<List<Fraction>> response : piece.responses()) {
                final Integer place = places().get(new Outcome(game, sender, response).key());
                if (place != null) {
                    corners.add(place);
                }
            }
        }
        return List.copyOf(corners);
    }

    /** By outcome, where it is in {@link #all}: made when first asked for. */
    private Map<List<Object>, Integer> places() {
        Map<List<Object>, Integer> known = places;
        if (known == null) {
            known = new HashMap<>();
            for (int k = 0; k < all.size(); k++) {
                known.put(new Outcome(game, all.get(k).senders(), all.get(k).responses()).key(), k);
            }
            places = known; // whoever was as quick has made the same
        }
        return known;
    }

    /**
     * The weights that beliefs after a message nobody sends give the type, shares, as ranges apart from each other, where the beliefs sustain every
     * outcome of a piece. Empty where more than two types have the message: {@link EquilibriumPiece#sustainingBelief} is one belief then; and where
     * not all corners are listed.
     *
     * <p>What sustains all corners sustains all between: a mixture of best replies to one belief is a best reply to it, and deters as much.
     */
    public List<Range> beliefRanges(EquilibriumPiece piece, int message, int type) {
        return commonBeliefs(piece, message, type).stream()
                .map(WeightRange::shares)
                .toList();
    }

    List<WeightRange> commonBeliefs(EquilibriumPiece piece, int message, int type) {
        int have = 0;
        for (int t = 0; t < game.types().size(); t++) {
            have += game.available(t, message) ? 1 : 0;
        }
        if (have > 2 || listing == Listing.NOT_ALL || piece.onPath(message)) {
            return List.of();
        }
        List<WeightRange> common = List.of(new WeightRange(Fraction.ZERO, Fraction.ONE));
        for (int corner : corners(piece)) {
            common =
                    WeightRange.common(common, WeightRange.apart(all.get(corner).sustaining(message), type));
        }
        return common;
    }

    /** Whether outcomes form a continuum somewhere. */
    public boolean degenerate() {
        return pieces.stream().anyMatch(piece -> !piece.single());
    }

    /** The same, said to lack outcomes that there was no time to list. */
    PerfectBayesianEquilibria notAllListed() {
        return new PerfectBayesianEquilibria(game, all, pieces, supports, Listing.NOT_ALL);
    }

    /** The same, said to have perhaps sets within sets, as there was no time to compare all. */
    PerfectBayesianEquilibria notAllCompared() {
        return new PerfectBayesianEquilibria(game, all, pieces, supports, Listing.MORE_THAN_ALL);
    }

    /**
     * Whether every support has been looked at and the outcomes found there are all listed, in the largest sets: no equilibrium is missing, and
     * no set lies within another.
     */
    public boolean complete() {
        return listing == Listing.ALL && enumerated();
    }

    /** Whether no equilibrium is missing, though perhaps sets lie within others. */
    boolean noneMissing() {
        return listing != Listing.NOT_ALL && enumerated();
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

    /** How many sets of outcomes there are of each kind, such as {@code 2 pooling, 1 separating}; an outcome by itself is a set too. */
    public String summary() {
        return Telling.count(this);
    }

    /** One of {@link #pieces} in words: who sends what, what is answered, from where to where chances go, and what sustains all of it. */
    public String explain(EquilibriumPiece piece) {
        return Telling.explain(this, piece);
    }

    /** In a paragraph: how many sets of outcomes there are, of which kind, and each in words. */
    public String explain() {
        return Telling.explain(this);
    }

    /** Short enough for JShell, which cuts long lines in the middle. */
    @Override
    public String toString() {
        final String counted = "PerfectBayesianEquilibria[" + Telling.count(this) + "]";
        return counted.length() < 80
                ? counted
                : "PerfectBayesianEquilibria[" + pieces.size() + " sets" + (complete() ? "]" : ", so far]");
    }
}
