package io.github.breakranks.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A pointed polyhedral cone in whole numbers, known by its extreme rays, that half-spaces cut one by one (double description).
 *
 * <pre>{@code
 *   cut by  h x >= 0:  rays with h x >= 0 stay, and each adjacent pair on two sides gives the ray between them on  h x = 0
 *   adjacent:          no third ray lies on all the faces on which both lie
 * }</pre>
 *
 * <p>A polytope is the slice of a cone at which one coordinate is 1; its vertices are the rays. Made for thousands of small cones: rows are
 * longs while they fit, sets of faces are bit sets. Immutable. Cost of a cut: O(r^3) for r rays in the worst case.
 *
 * <p>Source: T. S. Motzkin, H. Raiffa, G. L. Thompson and R. M. Thrall (1953), "The double description method", in Contributions to the Theory
 * of Games II; K. Fukuda and A. Prodon (1996), "Double description method revisited", doi 10.1007/3-540-61576-8_77.
 */
public final class ExactCone {
    private static final int MANY = 64; // rays from which on it is asked whether work may go on, and pairs in between

    private final ExactRow[] rays;
    private final long[][] tight; // by ray: on which faces it lies, a bit each
    private final int faces;
    private final BooleanSupplier mayGoOn; // asked while many rays are cut

    private ExactCone(ExactRow[] rays, long[][] tight, int faces, BooleanSupplier mayGoOn) {
        this.mayGoOn = mayGoOn;
        this.rays = rays;
        this.tight = tight;
        this.faces = faces;
    }

    /** All vectors without a negative entry. */
    public static ExactCone orthant(int dimension) {
        final ExactRow[] rays = new ExactRow[dimension];
        final long[][] tight = new long[dimension][];
        for (int k = 0; k < dimension; k++) {
            final long[] unit = new long[dimension];
            unit[k] = 1;
            rays[k] = ExactRow.of(unit);
            tight[k] = allBut(k, dimension);
        }
        return new ExactCone(rays, tight, dimension, () -> true);
    }

    /** One ray. */
    public static ExactCone ray(ExactRow ray) {
        return new ExactCone(new ExactRow[] {ray}, new long[][] {new long[1]}, 1, () -> true);
    }

    private static long[] allBut(int face, int faces) {
        final long[] set = new long[(faces + Long.SIZE - 1) / Long.SIZE];
        for (int k = 0; k < faces; k++) {
            if (k != face) {
                set[k / Long.SIZE] |= 1L << k;
            }
        }
        return set;
    }

    /** The same cone, which asks, as do all made of it, whether long work may go on; if not, {@link Halted} is thrown. */
    public ExactCone watched(BooleanSupplier newMayGoOn) {
        return new ExactCone(rays, tight, faces, newMayGoOn);
    }

    /** How many extreme rays. */
    public int size() {
        return rays.length;
    }

    /** Whether only 0 is left. */
    public boolean isEmpty() {
        return rays.length == 0;
    }

    /** An extreme ray. */
    public ExactRow ray(int k) {
        return rays[k];
    }

    /** Whether {@code form x = 0} all over the cone. */
    public boolean vanishes(ExactRow form) {
        for (ExactRow ray : rays) {
            if (ray.dotFits(form) ? ray.dot(form) != 0 : ray.dotBig(form).signum() != 0) {
                return false;
            }
        }
        return true;
    }

    /** What of the cone has {@code form x >= 0}. */
    public ExactCone cut(ExactRow form) {
        return cut(form, false);
    }

    /** What of the cone has {@code form x = 0}. */
    public ExactCone slice(ExactRow form) {
        return cut(form, true);
    }

    private ExactCone cut(ExactRow form, boolean planeOnly) {
        boolean fits = true;
        for (ExactRow ray : rays) {
            fits &= ray.dotFits(form);
        }
        return fits ? cutSmall(form, planeOnly) : cutBig(form, planeOnly);
    }

    private ExactCone cutSmall(ExactRow form, boolean planeOnly) {
        final long[] values = new long[rays.length];
        final int[] signs = new int[rays.length];
        for (int k = 0; k < rays.length; k++) {
            values[k] = rays[k].dot(form);
            signs[k] = Long.signum(values[k]);
        }
        return cut(signs, planeOnly, (p, n) -> ExactRow.combine(values[p], rays[n], -values[n], rays[p]));
    }

    private ExactCone cutBig(ExactRow form, boolean planeOnly) {
        final BigIntegerValues values = new BigIntegerValues(rays, form);
        return cut(values.signs(), planeOnly, values::between);
    }

    /** The ray between one on the positive and one on the negative side. */
    @FunctionalInterface
    private interface Between {
        ExactRow of(int positive, int negative);
    }

    private ExactCone cut(int[] signs, boolean planeOnly, Between between) {
        int below = 0;
        int above = 0;
        for (int sign : signs) {
            below += sign < 0 ? 1 : 0;
            above += sign > 0 ? 1 : 0;
        }
        if (below == 0 && (above == signs.length || above == 0)) {
            return planeOnly && above > 0 ? new ExactCone(new ExactRow[0], new long[0][], faces, mayGoOn) : this;
        }
        final List<ExactRow> left = new ArrayList<>();
        final List<long[]> leftTight = new ArrayList<>();
        for (int k = 0; k < rays.length; k++) {
            if (signs[k] == 0 || signs[k] > 0 && !planeOnly) {
                left.add(rays[k]);
                leftTight.add(signs[k] == 0 && !planeOnly ? with(faces, tight[k]) : tight[k]);
            }
            for (int other = 0; signs[k] > 0 && below > 0 && other < rays.length; other++) {
                askNowAndThen(other);
                if (signs[other] < 0 && adjacent(k, other)) {
                    left.add(between.of(k, other));
                    leftTight.add(common(k, other, !planeOnly));
                }
            }
        }
        return new ExactCone(
                left.toArray(ExactRow[]::new),
                leftTight.toArray(long[][]::new),
                planeOnly ? faces : faces + 1,
                mayGoOn);
    }

    private void askNowAndThen(int ray) {
        if (rays.length >= MANY && ray % MANY == 0 && !mayGoOn.getAsBoolean()) {
            throw new Halted();
        }
    }

    private static long[] with(int face, long... set) {
        final long[] more = Arrays.copyOf(set, Math.max(set.length, face / Long.SIZE + 1));
        more[face / Long.SIZE] |= 1L << face;
        return more;
    }

    private static long word(long[] set, int k) {
        return k < set.length ? set[k] : 0;
    }

    private long[] common(int a, int b, boolean onNewFace) {
        final long[] both = new long[Math.min(tight[a].length, tight[b].length)];
        for (int k = 0; k < both.length; k++) {
            both[k] = tight[a][k] & tight[b][k];
        }
        return onNewFace ? with(faces, both) : both;
    }

    private boolean adjacent(int a, int b) {
        for (int other = 0; other < rays.length; other++) {
            if (other != a && other != b && liesOnAllOf(other, a, b)) {
                return false;
            }
        }
        return true;
    }

    private boolean liesOnAllOf(int other, int a, int b) {
        final int words = Math.min(tight[a].length, tight[b].length);
        for (int k = 0; k < words; k++) {
            if ((tight[a][k] & tight[b][k] & ~word(tight[other], k)) != 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * This cone times a simplex: at each ray the coordinates given, 0 so far, are at least 0 and sum to coordinate {@code total}.
     *
     * @param total       where the sum stands, a coordinate that is above 0 on every ray
     * @param coordinates of the simplex, at least one
     */
    public ExactCone timesSimplex(int total, int... coordinates) {
        final ExactRow[] product = new ExactRow[rays.length * coordinates.length];
        final long[][] productTight = new long[product.length][];
        int next = 0;
        for (int k = 0; k < rays.length; k++) {
            for (int corner = 0; corner < coordinates.length; corner++) {
                product[next] = rays[k].copied(total, coordinates[corner]);
                long[] set = tight[k];
                for (int other = 0; other < coordinates.length; other++) {
                    set = other == corner ? set : with(faces + other, set);
                }
                productTight[next++] = set;
            }
        }
        return new ExactCone(product, productTight, faces + coordinates.length, mayGoOn);
    }

    /** All sums of a vector here and a vector there; the two cones have only 0 in common, and span no direction twice. */
    public ExactCone plus(ExactCone other) {
        final ExactRow[] sum = Arrays.copyOf(rays, rays.length + other.rays.length);
        final long[][] sumTight = new long[sum.length][];
        final int all = faces + other.faces;
        for (int k = 0; k < sum.length; k++) {
            final boolean mine = k < rays.length;
            final long[] own = mine ? tight[k] : other.tight[k - rays.length];
            final long[] set = new long[(all + Long.SIZE - 1) / Long.SIZE];
            for (int face = 0; face < all; face++) {
                final boolean ofMine = face < faces;
                final int place = ofMine ? face : face - faces;
                if (ofMine != mine || (word(own, place / Long.SIZE) >>> place & 1) != 0) {
                    set[face / Long.SIZE] |= 1L << face;
                }
            }
            sumTight[k] = set;
            sum[k] = mine ? rays[k] : other.rays[k - rays.length];
        }
        return new ExactCone(sum, sumTight, all, mayGoOn);
    }

    /** This cone seen in other coordinates: each ray goes where the map, linear and one to one on the cone, takes it. */
    public ExactCone map(java.util.function.UnaryOperator<ExactRow> linear) {
        return new ExactCone(Arrays.stream(rays).map(linear).toArray(ExactRow[]::new), tight, faces, mayGoOn);
    }
}
