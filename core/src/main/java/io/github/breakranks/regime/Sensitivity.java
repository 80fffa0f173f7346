package io.github.breakranks.regime;

import io.github.breakranks.answer.Table;
import io.github.breakranks.internal.NormalQuantile;
import io.github.breakranks.internal.NormalTail;
import io.github.breakranks.population.CostLaw;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * How a critical strength moves: its derivatives, by the implicit function theorem.
 *
 * <pre>{@code
 *   theta* = S(theta*, p)      d theta* / dp = S_p / (1 - S_theta)
 * }</pre>
 *
 * <p>Under private news alone the strength falls by {@code w / B} for each unit of cost, and news has no say. Under public news the answer to
 * what all are told, {@link #publicMean}, grows without bound as several equilibria come near: soldiers overreact, since what is public
 * tells each what the others were told.
 *
 * @param benefit         by contingent [strength per unit of the game]
 * @param cost            by contingent, of a rise of everybody's cost [strength per unit of the game]
 * @param publicMean      to the strength that all are told [strength per strength]
 * @param publicPrecision to how precisely they are told [strength cubed]
 */
public record Sensitivity(List<Double> benefit, List<Double> cost, double publicMean, double publicPrecision) {
    private static final int PIECES = 4;

    public Sensitivity {
        benefit = List.copyOf(benefit);
        cost = List.copyOf(cost);
    }

    static Sensitivity of(RegimeChange game, double critical) {
        if (!game.flat() && !game.gaussian()) {
            throw new IllegalStateException("derivatives need normal news or a flat prior, but was " + game
                    + "; take differences of criticalStrength()");
        }
        double slope = 0;
        double mean = 0;
        double precision = 0;
        final List<Double> benefits = new ArrayList<>();
        final List<Double> costs = new ArrayList<>();
        for (int g = 0; g < game.contingents().size(); g++) {
            final Local local = Local.of(game, g, critical);
            slope += game.weight(g) * local.strength;
            mean += game.weight(g) * local.mean;
            precision += game.weight(g) * local.precision;
            benefits.add(game.weight(g) * local.benefit);
            costs.add(game.weight(g) * local.cost);
        }
        final double echo = 1 / (1 - slope);
        return new Sensitivity(
                benefits.stream().map(value -> value * echo).toList(),
                costs.stream().map(value -> value * echo).toList(),
                mean * echo,
                precision * echo);
    }

    /** Derivatives of one contingent's share at the critical strength. */
    private record Local(double strength, double mean, double precision, double benefit, double cost) {

        static Local of(RegimeChange game, int g, double critical) {
            final News news = game.news(g);
            final Contingent who = game.contingents().get(g);
            final double alpha = news.publicPrecision();
            final double beta = news.privatePrecision();
            final double total = Math.sqrt(alpha + beta);
            final double off = news.flat() ? 0 : critical - news.publicMean();
            final double spread = Math.sqrt(beta) / total;
            final Moved moved = Moved.of(who, alpha * off / total, spread);
            final double meanByAlpha = off / total - alpha * off / (2 * total * total * total);
            final double spreadByAlpha = -spread / (2 * total * total);
            return new Local(
                    moved.mean * alpha / total,
                    -moved.mean * alpha / total,
                    news.flat() ? 0 : moved.mean * meanByAlpha + moved.spread * spreadByAlpha,
                    moved.benefit,
                    moved.cost);
        }
    }

    /**
     * Derivatives of {@code E F(B N(U))}, U normal: to its mean and deviation, to B, and to a rise of all costs. Each is the average over soldiers
     * of what one of them does to it, so that costs need no density.
     */
    private record Moved(double mean, double spread, double benefit, double cost) {

        static Moved of(Contingent who, double mean, double spread) {
            final Costs costs = Costs.of(who);
            final Soldier soldier = new Soldier(who.benefit(), mean, spread);
            return new Moved(
                    average(who, costs, soldier::byMean),
                    average(who, costs, soldier::bySpread),
                    average(who, costs, soldier::byBenefit),
                    average(who, costs, soldier::byCost));
        }

        /** Over those who waver: a sum over atoms, else over quantiles. */
        private static double average(Contingent who, Costs costs, DoubleUnaryOperator byNeeded) {
            if (!costs.listed()) {
                final CostLaw law = who.cost();
                return Bends.integral(
                        share -> byNeeded.applyAsDouble(law.quantile(share) / who.benefit()),
                        law.cdf(0),
                        law.below(who.benefit()),
                        PIECES);
            }
            double sum = 0;
            for (int k = 0; k < costs.size(); k++) {
                sum += costs.share(k) * byNeeded.applyAsDouble(costs.needed(k));
            }
            return sum;
        }
    }

    /** How the chance that one soldier goes, {@code N((mean - u) / spread)} with {@code u = N^-1(c/B)}, answers; nothing moves the dominant. */
    private record Soldier(double benefit, double mean, double spread) {

        double byMean(double needed) {
            return needed > 0 && needed < 1 ? NormalTail.density(at(needed)) / spread : 0;
        }

        double bySpread(double needed) {
            return needed > 0 && needed < 1 ? -byMean(needed) * at(needed) : 0;
        }

        double byBenefit(double needed) {
            return -needed * byCost(needed);
        }

        /** The ratio of two normal densities, as one exponential, as both may be too small for doubles. */
        double byCost(double needed) {
            if (!(needed > 0 && needed < 1)) {
                return 0;
            }
            final double u = NormalQuantile.below(needed);
            final double at = (mean - u) / spread;
            return -Math.exp((u - at) * (u + at) / 2) / spread / benefit;
        }

        private double at(double needed) {
            return (mean - NormalQuantile.below(needed)) / spread;
        }
    }

    /** What an offer of one more unit, honoured win or lose, to all of a contingent would add to the critical strength. */
    public double paid(int contingent) {
        return -cost.get(contingent);
    }

    /** A row for each contingent, then the news. */
    public Table table() {
        Table table =
                Table.of(Table.Column.of("of what"), Table.Column.of("moves the critical strength by", "per unit"));
        for (int g = 0; g < cost.size(); g++) {
            table = table.with("benefit " + (g + 1), benefit.get(g)).with("cost " + (g + 1), cost.get(g));
        }
        return table.with("public mean", publicMean).with("public precision", publicPrecision);
    }
}
