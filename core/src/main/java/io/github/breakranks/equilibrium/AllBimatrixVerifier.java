package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.NashEquilibria.Ending;
import io.github.breakranks.internal.Parallel;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Certifies that a list of extreme equilibria is right and complete. */
final class AllBimatrixVerifier {
    private static final int PIECE = 4096; // bases

    private AllBimatrixVerifier() {}

    /** That both lists of vertices are complete; unproven if a check fails or the watch runs out. */
    static Certificate lists(VertexWalk[] walks, int threads, Watch watch) {
        long whole = 0;
        long all = 0;
        for (final VertexWalk walk : walks) {
            final long needed = inWholeNumbers(walk, threads, watch);
            if (needed < 0) {
                return new Certificate.Unproven("a vertex of a best-reply polytope was not shown to be one");
            }
            if (!new VertexListVerifier(walk.polytope(), walk.bases(), walk.labels()).closed()) {
                return new Certificate.Unproven("a list of vertices can be left along an edge");
            }
            whole += needed;
            all += walk.bases().size();
        }
        return new Certificate.Proven(
                "every edge between " + all + " vertices of the best-reply polytopes has both ends among them, "
                        + (whole == 0 ? "all" : Long.toString(all - whole))
                        + " by bounds in doubles" + (whole == 0 ? "" : ", " + whole + " in whole numbers")
                        + "; each regret is 0 in fractions and the indices sum to 1",
                List.of());
    }

    /** Proven where the lists of vertices are and the equilibria made of them bear it out; else the list is not called complete. */
    static Answer<NashEquilibria> answer(NashEquilibria found, Certificate lists) {
        final String wrong = lists instanceof Certificate.Unproven unproven ? unproven.why() : wrong(found);
        if (wrong.isEmpty()) {
            return new Answer.Found<>(found, lists);
        }
        final Ending ending =
                new Ending(wrong, found.degenerate(), found.witness().orElse(null));
        return new Answer.Found<>(
                NashEquilibria.loose(found.game(), found.equilibria(), ending), new Certificate.Unproven(wrong));
    }

    /** What is wrong with the equilibria themselves, or empty: regrets, the sum of indices, and their number if the game is nondegenerate. */
    static String wrong(NashEquilibria found) {
        for (final NashEquilibrium equilibrium : found.equilibria()) {
            if (!equilibrium.profile().exact() || !equilibrium.regret().none()) {
                return "an equilibrium has a regret";
            }
        }
        final OptionalInt sum = found.indexSum();
        if (sum.isEmpty() || sum.getAsInt() != 1) {
            return "the indices do not sum to 1";
        }
        return found.degenerate() || found.count() % 2 == 1
                ? ""
                : "a nondegenerate game has an odd number of equilibria";
    }

    /** How many bases needed whole numbers; -1 if one is no vertex or the watch ran out. */
    private static long inWholeNumbers(VertexWalk walk, int threads, Watch watch) {
        final VertexListVerifier verifier = new VertexListVerifier(walk.polytope(), walk.bases(), walk.labels());
        final int bases = walk.bases().size();
        final AtomicLong whole = new AtomicLong();
        final AtomicBoolean failed = new AtomicBoolean();
        final boolean all = Parallel.forEach(
                (bases + PIECE - 1) / PIECE,
                threads,
                piece -> {
                    final int needed = verifier.inWholeNumbers(piece * PIECE, Math.min(bases, (piece + 1) * PIECE));
                    failed.compareAndSet(false, needed < 0);
                    whole.addAndGet(needed);
                },
                watch::mayGoOn,
                share -> {});
        return all && !failed.get() ? whole.get() : -1;
    }
}
