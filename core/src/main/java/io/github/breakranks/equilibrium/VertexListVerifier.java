package io.github.breakranks.equilibrium;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Proves that a list of bases holds all vertices of a best-reply polytope; it knows nothing of how the list was found.
 *
 * <p>First each basis is shown to be a vertex of the polytope with its ties broken ({@link ExactDictionary} says how), in doubles with bounds ({@link
 * BasisBounds}) or, where these cannot tell, in whole numbers. That polytope is simple: a basis of c labels lies on c edges, each without one of
 * its labels, and an edge has two ends. So if n different bases have {@code c n / 2} different edges between them, every edge has both its ends in
 * the list, one cannot leave the list along an edge, and since all vertices of a polytope hang together by edges the list holds all.
 */
final class VertexListVerifier {
    private static final int MOST_EDGES = 1 << 21; // looked at in one pass: 64 MiB at most

    private final BestReplyPolytope polytope;
    private final LabelList bases;
    private final LabelList labels;

    VertexListVerifier(BestReplyPolytope polytope, LabelList bases, LabelList labels) {
        this.polytope = polytope;
        this.bases = bases;
        this.labels = labels;
    }

    /** How many bases from the first to before the last needed whole numbers; -1 if one is no vertex, or not on the labels it is said to be on. */
    int inWholeNumbers(int first, int last) {
        final BasisBounds bounds = new BasisBounds(polytope);
        int whole = 0;
        for (int k = first; k < last; k++) {
            final boolean shown = labels.get(k) == bases.get(k) && bounds.shows(bases.get(k));
            if (!shown) {
                whole++;
                if (!exactly(bases.get(k), labels.get(k))) {
                    return -1;
                }
            }
        }
        return whole;
    }

    /** Whether all bases differ and every edge has both its ends among them. */
    boolean closed() {
        final int columns = polytope.columns();
        final long edges = (long) columns * bases.size() / 2;
        final LabelSet different = new LabelSet(bases.size());
        for (int k = 0; k < bases.size(); k++) {
            if (Long.bitCount(bases.get(k)) != columns || !different.add(bases.get(k))) {
                return false;
            }
        }
        final int passes = (int) (edges / MOST_EDGES) + 1;
        final LabelSet pass = new LabelSet((int) Math.min(MOST_EDGES, edges));
        long found = 0;
        for (int part = 0; part < passes; part++) {
            pass.clear();
            addEdges(pass, part, passes);
            found += pass.size();
        }
        return bases.size() > 0 && 2 * found == (long) columns * bases.size();
    }

    private void addEdges(LabelSet pass, int part, int passes) {
        for (int k = 0; k < bases.size(); k++) {
            final long basis = bases.get(k);
            for (long rest = basis; rest != 0; rest &= rest - 1) {
                final long edge = ~(basis ^ Long.lowestOneBit(rest)); // never 0: an edge has fewer than 64 labels
                if (passes == 1 || (LabelSet.hash(edge) >>> 33) % passes == part) {
                    pass.add(edge);
                }
            }
        }
    }

    /** In whole numbers: whether the basis is a vertex with ties broken, on these labels. */
    private boolean exactly(long basis, long vertex) {
        final int[] taken = polytope.support(basis);
        final int[] tight = polytope.best(basis);
        final BigInteger[][] solved = new BigInteger[taken.length][2 * taken.length]; // M, I; then d I, d C
        for (int i = 0; i < taken.length; i++) {
            Arrays.fill(solved[i], BigInteger.ZERO);
            solved[i][taken.length + i] = BigInteger.ONE;
            for (int j = 0; j < taken.length; j++) {
                solved[i][j] = polytope.whole(tight[i], taken[j]);
            }
        }
        final BigInteger determinant = tight.length == taken.length ? solve(solved) : BigInteger.ZERO;
        if (determinant.signum() == 0) {
            return false;
        }
        long zeros = basis;
        for (int i = 0; i < taken.length; i++) {
            final BigInteger[] inverse = Arrays.copyOfRange(solved[i], taken.length, 2 * taken.length);
            final int label = polytope.labelOfColumn(taken[i]);
            if (sum(inverse).signum() == 0) {
                zeros |= 1L << label;
            }
            if (lexicographicSign(inverse, sum(inverse)) * determinant.signum() <= 0) {
                return false;
            }
        }
        for (int row = 0; row < polytope.rows(); row++) {
            if ((basis >>> polytope.labelOfRow(row) & 1) == 0) {
                final int sign = slackSign(row, solved, taken, tight, determinant);
                if (sign <= 0) {
                    return false;
                }
                zeros |= sign == 1 ? 0 : 1L << polytope.labelOfRow(row);
            }
        }
        return zeros == vertex;
    }

    /** Of the slack of a reply that is not tight in the basis: 1 if above 0, 2 if 0 but above it lexicographically, else -1. */
    private int slackSign(int row, BigInteger[][] solved, int[] taken, int[] tight, BigInteger determinant) {
        final BigInteger[] earned = new BigInteger[taken.length]; // by tight row
        Arrays.fill(earned, BigInteger.ZERO);
        for (int i = 0; i < taken.length; i++) {
            for (int j = 0; j < taken.length; j++) {
                earned[j] = earned[j].subtract(polytope.whole(row, taken[i]).multiply(solved[i][taken.length + j]));
            }
        }
        final int sign = determinant.add(sum(earned)).signum() * determinant.signum();
        if (sign != 0) {
            return sign;
        }
        for (int j = 0; j < tight.length && tight[j] < row; j++) {
            final int first = earned[j].signum() * determinant.signum();
            if (first != 0) {
                return first > 0 ? 2 : -1;
            }
        }
        return 2; // its own 1 comes first
    }

    private static int lexicographicSign(BigInteger[] row, BigInteger sum) {
        int sign = sum.signum();
        for (int j = 0; sign == 0 && j < row.length; j++) {
            sign = row[j].signum();
        }
        return sign;
    }

    private static BigInteger sum(BigInteger[] terms) {
        return Arrays.stream(terms).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** Gauss and Jordan without fractions: d I on the left, d times the inverse on the right; d, or 0 if there is none. */
    private static BigInteger solve(BigInteger[][] rows) {
        BigInteger before = BigInteger.ONE;
        for (int step = 0; step < rows.length; step++) {
            int pivot = step;
            while (pivot < rows.length && rows[pivot][step].signum() == 0) {
                pivot++;
            }
            if (pivot == rows.length) {
                return BigInteger.ZERO;
            }
            final BigInteger[] chosen = rows[pivot];
            rows[pivot] = rows[step];
            rows[step] = chosen;
            for (int i = 0; i < rows.length; i++) {
                if (i != step) {
                    eliminate(rows[i], chosen, step, before);
                }
            }
            before = chosen[step];
        }
        return before;
    }

    private static void eliminate(BigInteger[] row, BigInteger[] chosen, int step, BigInteger before) {
        final BigInteger factor = row[step];
        for (int j = 0; j < chosen.length; j++) {
            row[j] = row[j].multiply(chosen[step])
                    .subtract(factor.multiply(chosen[j]))
                    .divide(before);
        }
    }
}
