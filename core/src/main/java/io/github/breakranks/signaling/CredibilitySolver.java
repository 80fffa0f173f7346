package io.github.breakranks.signaling;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import java.util.List;

/**
 * Finds every way in which a host and its soldiers can come to terms about whether its word is good.
 *
 * <pre>{@code
 *   separating        committed at s* = (benefit - escrow) / opportunistCost, which nets it  benefit - committedCost s*
 *   pooling           both at the same form, and soldiers go if  prior >= q = loss / (kept + loss)
 *   semi-separating   one host mixes, so that those who see the shared form believe just q
 * }</pre>
 *
 * <p>At any depth all outcomes are known in closed form; on a menu all divisions of two hosts over its forms are tried. Where escrow
 * and shelter just cover a loss, or no offer may be made, the outcomes are those of {@link CredibilityGame#finite}, as sets. Each is put to the
 * intuitive criterion and to D1. Equal costs by accident allow further mixtures on a menu: {@link PerfectBayesianSolver} finds those too. The
 * certificate plays every outcome again from the payoffs alone; an answer in which somebody would do better is not handed out as found. Cost: O(forms^3).
 *
 * @see <a href="https://doi.org/10.2307/1885060">I.-K. Cho and D. M. Kreps (1987), Quarterly Journal of Economics 102(2), 179-221</a>
 * @see <a href="https://doi.org/10.2307/1882010">M. Spence (1973), Quarterly Journal of Economics 87(3), 355-374</a>
 */
public record CredibilitySolver() implements Solver<CredibilityGame, Credibility> {

    /** The solver; there is nothing to set. */
    public static CredibilitySolver solver() {
        return new CredibilitySolver();
    }

    @Override
    public Answer<Credibility> solve(CredibilityGame game, Watch watch) {
        final List<CredibilityOutcome> outcomes = game.anyDepth()
                ? new AnyDepth(game).outcomes()
                : game.inSets() ? FiniteOutcomes.of(game, watch) : new MenuSearch(game, watch::mayGoOn).outcomes();
        final Credibility found = new Credibility(game, outcomes);
        if (!watch.mayGoOn()) {
            return new Answer.Stopped<>(
                    found,
                    new Certificate.Unproven("not all forms were looked at"),
                    watch.why(),
                    "raise the limit or shorten the menu");
        }
        final Certificate certificate = CredibilityVerifier.certify(found);
        return certificate instanceof Certificate.Unproven unproven
                ? new Answer.Stopped<>(
                        found, certificate, unproven.why(), "state the stakes in another unit, nearer to 1 each")
                : new Answer.Found<>(found, certificate);
    }
}
