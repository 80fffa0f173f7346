package io.github.breakranks.regime;

import io.github.breakranks.answer.Table;
import io.github.breakranks.internal.NormalQuantile;
import io.github.breakranks.internal.NormalTail;
import io.github.breakranks.population.CostLaw;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How a critical strength, or the chance that the regime falls, moves: derivatives by the implicit function theorem.
 *
 * <pre>{@code
 *   theta* = S(theta*, p)      d theta* / dp = S_p / (1 - S_theta)
 *   chance = N(y)              d chance / dp = N'(y) (sqrt(alpha) d theta* / dp + y_p)      y = sqrt(alpha) (theta* - z)
 * }</pre>
 *
 * <p>Under private news alone the strength falls by {@code w / B} for each unit of cost, and news has no say. Under public news the answer to
 * what all are told, {@link #publicMean}, grows without bound as several equilibria come near: soldiers overreact, since what is public
 * tells each what the others were told ({@link RegimeFall#overreaction}). Of three equilibria the one in the middle answers the other way.
 *
 * @param of               what moves: "critical strength" or "chance"; both are shares
 * @param benefit          by contingent [per unit of the game]
 * @param cost             by contingent, of a rise of everybody's cost [per unit of the game]
 * @param privatePrecision by contingent, of a rise of its own [per 1 / strength squared]
 * @param publicMean       to the mean of what all are told [per strength]
 * @param publicPrecision  to how precisely they are told [per 1 / strength squared]
 */
public record Sensitivity(
        String of,
        List<Double> benefit,
        List<Double> cost,
        List<Double> privatePrecision,
        double publicMean,
        double publicPrecision) {
    private static final int PIECES = 4;

    public Sensitivity {
        Objects.requireNonNull(of, "of");
        benefit = List.copyOf(benefit);
        cost = List.copyOf(cost);
        privatePrecision = List.copyOf(privatePrecision);
    }

    static Sensitivity of(RegimeChange game, double critical) {
        final List<Local> locals = locals(game, critical);
        final double echo = 1 / (1 - sum(game, locals, Local::strength));
        return new Sensitivity(
                "critical strength",
                each(game, locals, echo, Local::benefit),
                each(game, locals, echo, Local::cost),
                each(game, locals, echo, Local::own),
                sum(game, locals, Local::mean) * echo,
                sum(game, locals, Local::precision) * echo);
    }

    /** Of the chance by what all are told, whose mean and precision move it beside what they do to soldiers. */
    static Sensitivity ofChance(RegimeChange game, double critical) {
        final Sensitivity strength = of(game, critical);
        final News told = game.news(0);
        final double root = Math.sqrt(told.publicPrecision());
        final double off = critical - told.publicMean();
        final double density = NormalTail.density(root * off);
        return new Sensitivity(
                "chance",
                scaled(strength.benefit, density * root),
                scaled(strength.cost, density * root),
                scaled(strength.privatePrecision, density * root),
                density * root * (strength.publicMean - 1),
                density * (root * strength.publicPrecision + off / (2 * root)));
    }

    /** How strongly what is public acts beside the same heard by each alone, who thinks that the others have not heard it. */
    static double overreaction(RegimeChange game, double critical) {
        final List<Local> locals = locals(game, critical);
        return (1 + sum(game, locals, Local::stronger)) / (1 - sum(game, locals, Local::strength));
    }

    private static List<Local> locals(RegimeChange game, double critical) {
        if (!game.flat() && !game.gaussian()) {
            throw new IllegalStateException("derivatives need normal news or a flat prior, but was " + game
                    + "; take differences of criticalStrength()");
        }
        final List<Local> locals = new ArrayList<>();
        for (int g = 0; g < game.contingents().size(); g++) {
            locals.add(Local.of(game, g, critical));
        }
        return locals;
    }

    private static double sum(RegimeChange game, List<Local> locals, ToDoubleFunction<Local> part) {
        double sum = 0;
        for (int g = 0; g < locals.size(); g++) {
            sum += game.weight(g) * part.applyAsDouble(locals.get(g));
        }
        return sum;
    }

    private static List<Double> each(RegimeChange game, List<Local> locals, double echo, ToDoubleFunction<Local> part) {
        return IntStream.range(0, locals.size())
                .mapToObj(g -> game.weight(g) * part.applyAsDouble(locals.get(g)) * echo)
                .toList();
    }

    private static List<Double> scaled(List<Double> values, double factor) {
        return values.stream().map(value -> value * factor).toList();
    }

    /** Derivatives of one contingent's share at the critical strength; {@code stronger}: by how much fewer go if it is stronger than all expect. */
    private record Local(
            double strength, double stronger, double mean, double precision, double own, double benefit, double cost) {

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
            final double meanByBeta = -alpha * off / (2 * total * total * total);
            final double spreadByBeta = alpha / (2 * Math.sqrt(beta) * total * total * total);
            return new Local(
                    moved.mean * alpha / total,
                    moved.mean * beta / total,
                    -moved.mean * alpha / total,
                    news.flat() ? 0 : moved.mean * meanByAlpha + moved.spread * spreadByAlpha,
                    news.flat() ? 0 : moved.mean * meanByBeta + moved.spread * spreadByBeta,
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

    /** What an offer of one more unit, honoured win or lose, to all of a contingent would add. */
    public double paid(int contingent) {
        return -cost.get(contingent);
    }

    /** A row for each contingent, then the news. */
    public Table table() {
        Table table = Table.of(Table.Column.of("of what"), Table.Column.of("moves the " + of + " by", "per unit"));
        for (int g = 0; g < cost.size(); g++) {
            table = table.with("benefit " + (g + 1), benefit.get(g))
                    .with("cost " + (g + 1), cost.get(g))
                    .with("private precision " + (g + 1), privatePrecision.get(g));
        }
        return table.with("public mean", publicMean).with("public precision", publicPrecision);
    }
}
