package io.github.breakranks.design;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.design.BundleChoice.Option;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.Checks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Finds which components to offer to all, and with how much cash, by trying every set of them; and compares that with letting each soldier
 * pick at what it costs the host.
 *
 * <pre>{@code
 *   for every set S:   max over p of  (V - p - k_S) x_S(p)            V less escrow, x_S  least rest point with costs c - sum over S of Y_i
 *   at cost:           max over p of  (V - p) x(p)                    costs c - sum over i of max(0, Y_i - k_i);  p less k_i for each i picked
 * }</pre>
 *
 * <p>Picking at cost never gains less than any set offered to all, as long as he may be asked to pay where p does not cover what he picks: at
 * {@code P = p + k_S} every soldier does at least as well, and costs as much. (That mixed bundles can gain more than pure ones is from
 * Adams and Yellen.)
 *
 * <p>Cost: 2^n + 1 single offers ({@link TakeItOrLeaveIt}), n at most 12.
 *
 * @param worth  what one who comes is worth to the host [unit of the game], at least 0
 * @param bundle what may be offered beside cash
 * @see <a href="https://doi.org/10.2307/1886045">W. Adams and J. Yellen (1976), "Commodity Bundling and the Burden of Monopoly", Quarterly
 *     Journal of Economics 90, 475-498</a>
 */
public record BundleSolver(double worth, Bundle bundle) implements Solver<DefectionGame, BundleChoice> {
    private static final int MOST = 12;

    public BundleSolver {
        Checks.atLeast(0.0, "worth", "unit of the game", worth);
        Objects.requireNonNull(bundle, "bundle");
        if (bundle.names().size() > MOST) {
            throw Checks.refused(
                    "bundle must have at most %s components [count], but was %s",
                    MOST, bundle.names().size());
        }
    }

    /** The solver for a host to whom each who comes is worth so much [unit of the game], and what it may offer beside cash. */
    public static BundleSolver of(double worth, Bundle bundle) {
        return new BundleSolver(worth, bundle);
    }

    @Override
    public Answer<BundleChoice> solve(DefectionGame game, Watch watch) {
        final List<Option> options = new ArrayList<>();
        final List<String> names = bundle.names();
        double worst = 0;
        String doubt = "";
        for (int set = 0; set <= 1 << names.size(); set++) {
            final boolean atCost = set == 1 << names.size();
            final int chosen = set;
            final String[] in = atCost
                    ? new String[0]
                    : java.util.stream.IntStream.range(0, names.size())
                            .filter(i -> (chosen >> i & 1) == 1)
                            .mapToObj(names::get)
                            .toArray(String[]::new);
            final Bundle offered = bundle.only(in);
            final double cost = atCost ? 0 : offered.hostCost();
            final DefectionGame played = game.withPopulation(
                    atCost ? bundle.pricedAtCost(game.population()) : offered.priced(game.population()));
            final Answer<SingleOffer> answer =
                    TakeItOrLeaveIt.of(Math.max(0, worth - cost)).solve(played, watch);
            options.add(new Option(Arrays.asList(in), atCost, cost, answer.value()));
            if (answer instanceof Answer.Stopped<SingleOffer> stopped) {
                return new Answer.Stopped<>(
                        new BundleChoice(bundle, worth, options),
                        new Certificate.Unproven(stopped.why()),
                        stopped.why(),
                        stopped.remedy());
            }
            if (answer.certificate() instanceof Certificate.Numeric numeric) {
                worst = Math.max(worst, numeric.worst());
            } else if (!(answer.certificate() instanceof Certificate.Proven)) {
                doubt = answer.certificate().sentence();
            }
            watch.done((set + 1.0) / ((1 << names.size()) + 1));
        }
        return new Answer.Found<>(
                new BundleChoice(bundle, worth, options),
                doubt.isEmpty() ? new Certificate.Numeric(worst, game.unit()) : new Certificate.Unproven(doubt));
    }
}
