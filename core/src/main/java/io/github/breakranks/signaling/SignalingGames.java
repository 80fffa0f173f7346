package io.github.breakranks.signaling;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.internal.Checks;
import java.util.List;

/** Signaling games of the literature; the one of this library, whether a host's word is to be believed, is {@link CredibilityGame#finite}. */
public final class SignalingGames {
    private SignalingGames() {}

    /** A payoff by type, message and action. */
    @FunctionalInterface
    private interface Payoff {
        Fraction of(int type, int message, int action);
    }

    /**
     * Beer and quiche: the strong like beer for breakfast, the weak quiche, nobody a duel; the receiver wants to duel with the weak only.
     *
     * <pre>{@code
     *   sender    1 for the breakfast he likes, and 2 if there is no duel
     *   receiver  1 for a duel with the weak or none with the strong, else 0
     * }</pre>
     *
     * @param strong how likely the sender is strong, a share above 0 and below 1
     * @see <a href="https://doi.org/10.2307/1885060">I.-K. Cho and D. M. Kreps (1987), Quarterly Journal of Economics 102(2), 179-221</a>
     */
    public static SignalingGame beerQuiche(Fraction strong) {
        return made(
                Prior.of(List.of("strong", "weak"), strong, strong.complement()),
                List.of("beer", "quiche"),
                List.of("duel", "not"),
                (t, m, a) -> Fraction.of((t == m ? 1 : 0) + 2L * a, 1),
                (t, m, a) -> t == a ? Fraction.ZERO : Fraction.ONE);
    }

    /**
     * Spence's schooling with finitely many levels: workers know what they can do, firms see schooling only and set wages from a grid.
     *
     * <pre>{@code
     *   worker   w - e / theta_t
     *   firm     -(theta_t - w)^2         pays what is nearest to the productivity it expects, as firms that compete would
     * }</pre>
     *
     * <p>Wages are the receiver's actions, a grid: an expected productivity that is not on it is paid the nearest wage.
     *
     * @param prior        the types
     * @param productivity theta by type [unit of the game], above 0
     * @param levels       schooling [unit of the game times productivity], at least 0, all different
     * @param wages        the grid [unit of the game], all different
     * @see <a href="https://doi.org/10.2307/1882010">M. Spence (1973), "Job Market Signaling", Quarterly Journal of Economics 87(3), 355-374</a>
     */
    public static SignalingGame spence(
            Prior prior, List<Fraction> productivity, List<Fraction> levels, List<Fraction> wages) {
        if (productivity.size() != prior.size()) {
            throw Checks.refused(
                    "productivity must have %s entries [types], but was %s", prior.size(), productivity.size());
        }
        for (int t = 0; t < productivity.size(); t++) {
            if (productivity.get(t).signum() <= 0) {
                throw Checks.refused(
                        "productivity[%s] must be > 0 [unit of the game], but was %s", t, productivity.get(t));
            }
        }
        for (int m = 0; m < levels.size(); m++) {
            if (levels.get(m).signum() < 0) {
                throw Checks.refused("levels[%s] must be >= 0 [unit of the game], but was %s", m, levels.get(m));
            }
        }
        return made(
                prior,
                levels.stream().map(level -> "school " + level).toList(),
                wages.stream().map(wage -> "wage " + wage).toList(),
                (t, m, a) -> wages.get(a).minus(levels.get(m).over(productivity.get(t))),
                (t, m, a) -> {
                    final Fraction off = productivity.get(t).minus(wages.get(a));
                    return off.times(off).times(-1);
                });
    }

    private static SignalingGame made(
            Prior prior, List<String> messages, List<String> actions, Payoff sender, Payoff receiver) {
        final Fraction[][][] ofSender = new Fraction[prior.size()][messages.size()][actions.size()];
        final Fraction[][][] ofReceiver = new Fraction[prior.size()][messages.size()][actions.size()];
        for (int t = 0; t < prior.size(); t++) {
            for (int m = 0; m < messages.size(); m++) {
                for (int a = 0; a < actions.size(); a++) {
                    ofSender[t][m][a] = sender.of(t, m, a);
                    ofReceiver[t][m][a] = receiver.of(t, m, a);
                }
            }
        }
        return SignalingGame.of(prior, messages, actions, ofSender, ofReceiver);
    }
}
