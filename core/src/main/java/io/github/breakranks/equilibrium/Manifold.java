package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.offer.Curve;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All rest points for all values of one term of the offer: by share gone, the value at which that share rests.
 *
 * <pre>{@code
 *   v(x) = inf { v : Phi(x; v) >= x }          for a plain shift b of the gain:   b(x) = F^-1(x) - a(x)
 * }</pre>
 *
 * <p>No path is followed: the curve is written down share by share, through every fold. As the term rises, the least rest point is the
 * first share with {@code v(x) >= v}, so it jumps just where v has a maximum that no earlier share exceeds; as the term falls the
 * greatest jumps at minima that no later share undercuts (W. Brock and S. Durlauf 2001, doi 10.1111/1467-937X.00168, for the logistic
 * case). A value may lie outside the term's range: no offer reaches it then.
 */
public final class Manifold {
    private final ManifoldCurve curve;
    private final String name;
    private final String unit;
    private final List<Fold> folds;

    Manifold(ManifoldCurve curve, String name, String unit) {
        this.curve = curve;
        this.name = name;
        this.unit = unit;
        this.folds = List.copyOf(FoldSearch.folds(curve));
    }

    /** The manifold of a game in one term of its offer; the game's own value of that term plays no part. Cost: some 3,000 quantiles. */
    public static Manifold of(DefectionGame game, Term term) {
        Objects.requireNonNull(term, "term");
        return new Manifold(ManifoldCurve.of(game, term), term.label(), term.unit(game.unit()));
    }

    /** The manifold of {@code x = F(b + company(x))} in the shift b [unit of the costs]. */
    public static Manifold of(CostLaw law, Curve company) {
        return new Manifold(
                ManifoldCurve.of(Objects.requireNonNull(law, "law"), Objects.requireNonNull(company, "company")),
                "offer",
                "unit of the game");
    }

    /** The name of the term that varies. */
    public String name() {
        return name;
    }

    /** The value of the term at which such a share rests; infinite where no value makes it rest. */
    public double value(double share) {
        return curve.value(Checks.share("share", share));
    }

    /** All folds found, in ascending order of the share gone: inner turns of the curve, and ends at which a bounded support makes one. */
    public List<Fold> folds() {
        return folds;
    }

    /**
     * The value above which the least rest point reaches a share: {@code sup over x < share of v(x)}. It may lie below the term's range,
     * or above it: infinity where no value suffices.
     *
     * @param share to reach, in (0, 1]
     */
    public double toReach(double share) {
        double highest = value(share);
        for (Fold fold : folds) {
            highest = fold.maximum() && fold.share() < share ? Math.max(highest, fold.value()) : highest;
        }
        return highest;
    }

    /**
     * The value from which the greatest rest point holds a share: {@code inf over x >= share of v(x)}. It may lie below the term's range, or
     * above it: infinity where no value suffices.
     *
     * @param share to hold, in (0, 1]
     */
    public double toHold(double share) {
        double lowest = Math.min(value(share), value(1));
        for (Fold fold : folds) {
            lowest = !fold.maximum() && fold.share() > share ? Math.min(lowest, fold.value()) : lowest;
        }
        return lowest;
    }

    ManifoldCurve curve() {
        return curve;
    }

    /** The curve at {@code points} shares, evenly spread inside [0, 1], in columns for plotting. */
    public Table table(int points) {
        Checks.count(2, "points", "rows", points);
        final List<List<@Nullable Object>> rows = new ArrayList<>(points);
        for (int k = 0; k < points; k++) {
            final double share = (k + 0.5) / points;
            rows.add(List.of(share, value(share)));
        }
        return Table.of(List.of(Column.of("gone", "share"), Column.of(name, unit)), rows);
    }

    @Override
    public String toString() {
        return "Manifold[" + name + ", " + folds.size() + " folds]";
    }
}
