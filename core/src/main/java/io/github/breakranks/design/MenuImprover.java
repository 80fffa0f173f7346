package io.github.breakranks.design;

import io.github.breakranks.answer.Watch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The best menu near several beginnings, where no formula says it: what each type brings is moved, alone and with others, by ever smaller
 * steps, at the least rents that keep all types apart ({@link Rents}).
 *
 * <p>What is gained has kinks where wishes change hands, so that moves of one type alone get stuck: of a few types every combination of up,
 * down and still is tried, of more each run of neighbours. It proves nothing; prices on envy say how much more there may be.
 */
final class MenuImprover {
    private static final int FEW = 5; // types: 3^n - 1 directions
    private static final int HALVINGS = 30;
    private static final int FOLLOWED = 12; // beginnings

    private final Screening screening;
    private final double budget;
    private final Watch watch;
    private final List<int[]> directions;

    MenuImprover(Screening screening, double budget, Watch watch) {
        this.screening = screening;
        this.budget = budget;
        this.watch = watch;
        this.directions = directions(screening.types());
    }

    /** Quantities by type, NaN where not hired, and what they gain. */
    private record Tried(double[] quantities, double surplus) {}

    /** The best found from these beginnings, each also with other types hired; null if none gains anything. */
    double @Nullable [] best(List<double[]> beginnings) {
        final List<Tried> tried = new ArrayList<>();
        for (double[] beginning : beginnings) {
            for (boolean[] hired : hirings(beginning)) {
                final double[] quantities = ordered(beginning, hired);
                tried.add(new Tried(quantities, surplus(quantities)));
            }
        }
        tried.sort(Comparator.comparingDouble((Tried one) -> -one.surplus));
        Tried best = new Tried(new double[0], 0);
        for (int n = 0; n < Math.min(FOLLOWED, tried.size()) && watch.mayGoOn(); n++) {
            final Tried next = climbed(tried.get(n));
            best = next.surplus > best.surplus ? next : best;
        }
        return best.quantities.length == 0 ? null : best.quantities;
    }

    /** Whom to hire: of a few types every choice, of more those of the beginning, all, and all up to or from each type. */
    private List<boolean[]> hirings(double... beginning) {
        final int types = beginning.length;
        final List<boolean[]> all = new ArrayList<>();
        if (types <= FEW) {
            for (int mask = 1; mask < 1 << types; mask++) {
                final boolean[] hired = new boolean[types];
                for (int k = 0; k < types; k++) {
                    hired[k] = (mask >> k & 1) == 1;
                }
                all.add(hired);
            }
            return all;
        }
        final boolean[] own = new boolean[types];
        for (int k = 0; k < types; k++) {
            own[k] = !Double.isNaN(beginning[k]);
            final boolean[] upTo = new boolean[types];
            final boolean[] from = new boolean[types];
            for (int j = 0; j < types; j++) {
                upTo[j] = j <= k;
                from[j] = j >= k;
            }
            all.add(upTo);
            all.add(from);
        }
        all.add(own);
        return all;
    }

    /** Types that are kept apart bring no more the higher they are. */
    private double[] ordered(double[] beginning, boolean... hired) {
        final double[] quantities = new double[beginning.length];
        double last = screening.most();
        for (int k = 0; k < quantities.length; k++) {
            final double wanted = Double.isNaN(beginning[k]) ? screening.best(k) : beginning[k];
            last = hired[k] ? Math.min(last, wanted) : last;
            quantities[k] = hired[k] ? last : Double.NaN;
        }
        return quantities;
    }

    private Tried climbed(Tried from) {
        Tried best = from;
        double step = screening.most() / 8;
        for (int halving = 0; halving < HALVINGS && watch.mayGoOn(); ) {
            final Tried next = moved(best, step);
            if (next.surplus > best.surplus) {
                best = next;
            } else {
                step /= 2;
                halving++;
            }
        }
        return best;
    }

    /** The best of all moves by a step; what it was if none gains. */
    private Tried moved(Tried from, double step) {
        Tried best = from;
        for (int[] direction : directions) {
            final double[] quantities = from.quantities.clone();
            for (int k = 0; k < quantities.length; k++) {
                quantities[k] = Math.max(0, Math.min(screening.most(), quantities[k] + step * direction[k]));
            }
            final double surplus = surplus(quantities);
            best = surplus > best.surplus ? new Tried(quantities, surplus) : best;
        }
        return best;
    }

    private static List<int[]> directions(int types) {
        final List<int[]> all = new ArrayList<>();
        if (types <= FEW) {
            final int count = (int) Math.round(Math.pow(3, types));
            for (int code = 0; code < count; code++) {
                final int[] direction = new int[types];
                for (int k = 0, left = code; k < types; k++, left /= 3) {
                    direction[k] = left % 3 - 1;
                }
                all.add(direction);
            }
            return all;
        }
        for (int from = 0; from < types; from++) {
            for (int to = from; to < types; to++) {
                for (int sign = -1; sign <= 1; sign += 2) {
                    final int[] direction = new int[types];
                    java.util.Arrays.fill(direction, from, to + 1, sign);
                    all.add(direction);
                }
            }
        }
        return all;
    }

    /** What a menu gains at the least rents; below all if none keep the types apart, or they cost too much. */
    private double surplus(double... quantities) {
        final double[] rents = Rents.least(screening, quantities);
        if (rents == null) {
            return Double.NEGATIVE_INFINITY;
        }
        double sum = 0;
        double paid = 0;
        for (int k = 0; k < quantities.length; k++) {
            if (!Double.isNaN(quantities[k])) {
                final double payment = screening.cost(k, quantities[k]) + rents[k];
                paid += screening.share(k) * payment;
                sum += screening.share(k) * (screening.worth(quantities[k]) - payment);
            }
        }
        return paid <= budget ? sum : Double.NEGATIVE_INFINITY;
    }
}
