package io.github.breakranks.signaling;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;

/**
 * Finds the separating and the pooling outcomes of Spence's game, and the one that D1 selects.
 *
 * <pre>{@code
 *   cheapest (Riley)    e_1 = 0,   c(e_i+1, theta_i)   = c(e_i, theta_i)   + worth_i+1 - worth_i     type i just does not imitate i+1
 *   dearest             e_1 = 0,   c(e_i+1, theta_i+1) = c(e_i, theta_i+1) + worth_i+1 - worth_i     type i+1 just does not imitate i
 *   pooling             c(e, theta_1) <= mean worth - worth_1                  those who take another level are thought the least able
 * }</pre>
 *
 * <p>With single crossing a type that does not imitate its neighbours imitates nobody, and every level between the two chains is taken in some
 * separating outcome. D1 removes all outcomes but the cheapest separating one: where types pool a little more always serves the ablest at lower
 * pay than the others. The certificate tries every type at every other's level. Cost: O(types).
 *
 * @see <a href="https://www.econometricsociety.org/publications/econometrica/1979/03/01/informational-equilibrium">J. Riley (1979), "Informational Equilibrium", Econometrica 47(2), 331-359</a>
 * @see <a href="https://doi.org/10.1016/0022-0531(90)90009-9">I.-K. Cho and J. Sobel (1990), "Strategic Stability and Uniqueness in Signaling
 *     Games", Journal of Economic Theory 50(2), 381-413</a>
 */
public record SpenceSolver() implements Solver<SpenceGame, Spence> {

    /** The solver; there is nothing to set. */
    public static SpenceSolver solver() {
        return new SpenceSolver();
    }

    @Override
    public Answer<Spence> solve(SpenceGame game, Watch watch) {
        final double[] cheapest = new double[game.types()];
        final double[] dearest = new double[game.types()];
        for (int i = 1; i < game.types(); i++) {
            final double more = game.worth(i) - game.worth(i - 1);
            cheapest[i] = game.level(i - 1, game.cost(i - 1, cheapest[i - 1]) + more);
            dearest[i] = game.level(i, game.cost(i, dearest[i - 1]) + more);
        }
        final double pooling = game.level(0, game.meanWorth() - game.worth(0));
        final Spence found = new Spence(game, cheapest, dearest, pooling);
        return watch.mayGoOn()
                ? new Answer.Found<>(found, SpenceVerifier.certify(found))
                : new Answer.Stopped<>(
                        found,
                        new Certificate.Unproven("not checked within the limit"),
                        watch.why(),
                        "raise the limit");
    }
}
