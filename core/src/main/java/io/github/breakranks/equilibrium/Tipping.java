package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Range;
import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.internal.TableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What tips a population as one term of the offer moves, and what lets it collapse again.
 *
 * <p>The <em>tipping offer</em> is the infimum of the term above which the least rest point has jumped across a fold, the <em>collapse
 * offer</em> the supremum below which the greatest has jumped down. Between the two both a low and a high rest point exist: what has been
 * tipped stays tipped when the offer is lowered again (hysteresis). There may be neither; {@link #reason} says why.
 */
public final class Tipping {
    private final String term;
    private final String unit;
    private final Jumps jumps;
    private final @Nullable Jump up;
    private final @Nullable Jump down;
    private final String reason;

    /** All jumps, up in ascending and down in descending order of the term's value, and the folds behind them. */
    record Jumps(List<Jump> up, List<Jump> down, List<Fold> folds) {
        static final Jumps NONE = new Jumps(List.of(), List.of(), List.of());

        Jumps {
            up = List.copyOf(up);
            down = List.copyOf(down);
            folds = List.copyOf(folds);
        }
    }

    Tipping(String term, String unit, Jumps jumps, @Nullable Jump[] chosen, String reason) {
        this.term = term;
        this.unit = unit;
        this.jumps = jumps;
        this.up = chosen[0];
        this.down = chosen[1];
        this.reason = reason;
    }

    /** The name of the term that moves. */
    public String term() {
        return term;
    }

    /** The unit of the term's values. */
    public String unit() {
        return unit;
    }

    /** Whether some value of the term, within its range, tips the population. */
    public boolean tips() {
        return up != null;
    }

    /**
     * The jump of the least rest point as the term rises: for a law its last one within the term's range, for a list the one that takes the
     * most agents at once.
     */
    public Optional<Jump> up() {
        return Optional.ofNullable(up);
    }

    /** The jump of the greatest rest point as the term falls: for a law its last one within the range, for a list the largest. */
    public Optional<Jump> down() {
        return Optional.ofNullable(down);
    }

    /**
     * The value of the term above which the population tips.
     *
     * @throws IllegalStateException if no value within the term's range does; the message says why
     */
    public double tippingOffer() {
        return value(up, "tips");
    }

    /**
     * The value of the term below which a tipped population falls back.
     *
     * @throws IllegalStateException if no value within the term's range does; the message says why
     */
    public double collapseOffer() {
        return value(down, "lets collapse");
    }

    private double value(@Nullable Jump jump, String does) {
        if (jump == null) {
            throw new IllegalStateException(
                    "no " + term + " " + does + " this population: " + reason + "; ask up() and down() first");
        }
        return jump.value();
    }

    /**
     * The hysteresis loop: the values of the term at which a low and a high rest point stand side by side, so that what has been tipped stays
     * tipped; empty unless both jumps exist. With several jumps, from the last one down to the last one up.
     */
    public Optional<Range> hysteresis() {
        return up == null || down == null || down.value() > up.value()
                ? Optional.empty()
                : Optional.of(new Range(down.value(), up.value()));
    }

    /** All jumps of the least rest point as the term rises, in ascending order of its value, also outside the term's range. */
    public List<Jump> jumpsUp() {
        return jumps.up;
    }

    /** All jumps of the greatest rest point as the term falls, in descending order of its value, also outside the term's range. */
    public List<Jump> jumpsDown() {
        return jumps.down;
    }

    /** The folds of the manifold of rest points, in ascending order of the share; empty for lists. */
    public List<Fold> folds() {
        return jumps.folds;
    }

    /** Why there is no tipping or no collapse offer; empty if there are both. */
    public String reason() {
        return reason;
    }

    /** A row a jump: up or down, the term's value, the share gone before and behind it. */
    public Table table() {
        final List<List<@Nullable Object>> rows = new ArrayList<>();
        jumps.up.forEach(jump -> rows.add(List.of("up", jump.value(), jump.from(), jump.to())));
        jumps.down.forEach(jump -> rows.add(List.of("down", jump.value(), jump.from(), jump.to())));
        return Table.of(
                List.of(Column.of("jump"), Column.of(term, unit), Column.of("from", "share"), Column.of("to", "share")),
                rows);
    }

    /** In a sentence or two. */
    public String explain() {
        final StringBuilder out = new StringBuilder();
        if (up != null) {
            out.append("Above ")
                    .append(term)
                    .append(' ')
                    .append(shown(up.value()))
                    .append(" the share that goes jumps from ")
                    .append(shown(up.from()))
                    .append(" to ")
                    .append(shown(up.to()))
                    .append('.');
        }
        if (down != null) {
            out.append(out.length() == 0 ? "" : " ")
                    .append("Once tipped, it falls back (from ")
                    .append(shown(down.from()))
                    .append(" to ")
                    .append(shown(down.to()))
                    .append(") only below ")
                    .append(term)
                    .append(' ')
                    .append(shown(down.value()))
                    .append('.');
        }
        if (!reason.isEmpty()) {
            out.append(out.length() == 0 ? "" : " ")
                    .append(up == null ? "No " + term + " tips it" : "No " + term + " lets it collapse")
                    .append(": ")
                    .append(reason)
                    .append('.');
        }
        return out.toString();
    }

    private static String shown(double value) {
        return TableText.number(value, 4);
    }

    /** Short enough for JShell, which cuts long lines in the middle. */
    @Override
    public String toString() {
        if (up == null && down == null) {
            return "Tipping[" + term + ": none, " + reason + "]";
        }
        return "Tipping[" + term + (up == null ? "" : " up at " + up) + (up == null || down == null ? "" : ",")
                + (down == null ? "" : " down at " + down) + "]";
    }
}
