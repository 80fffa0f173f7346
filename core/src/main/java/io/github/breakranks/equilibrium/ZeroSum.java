package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.answer.Table;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.StrategyProfile;
import io.github.breakranks.internal.TableText;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The value of a game of constant sum and a best strategy of each player.
 *
 * <p>What the first player's strategy guarantees him and what the second's holds him to were computed from the payoffs. Solved in fractions
 * they are one number, the value; in doubles the value lies between them.
 */
public final class ZeroSum {
    private static final int LONGEST = 24; // digits of a fraction shown in a line

    private final NormalFormGame game;
    private final Fraction constant;
    private final StrategyProfile profile;
    private final ZeroSumVerifier.Bounds bounds;
    private final List<Optional<Boolean>> unique;

    private ZeroSum(
            NormalFormGame game,
            Fraction constant,
            StrategyProfile profile,
            ZeroSumVerifier.Bounds bounds,
            List<Optional<Boolean>> unique) {
        this.game = game;
        this.constant = constant;
        this.profile = profile;
        this.bounds = bounds;
        this.unique = unique;
    }

    static ZeroSum of(NormalFormGame game, Fraction constant, StrategyProfile profile) {
        return of(game, constant, profile, () -> true);
    }

    static ZeroSum of(NormalFormGame game, Fraction constant, StrategyProfile profile, BooleanSupplier mayGoOn) {
        return new ZeroSum(
                game, constant, profile, ZeroSumVerifier.exactly(game, constant, profile, mayGoOn), unknown());
    }

    static ZeroSum inDoubles(NormalFormGame game, Fraction constant, StrategyProfile profile) {
        return new ZeroSum(game, constant, profile, ZeroSumVerifier.inDoubles(game, constant, profile), unknown());
    }

    private static List<Optional<Boolean>> unknown() {
        return List.of(Optional.empty(), Optional.empty());
    }

    ZeroSum withUniqueness(List<Optional<Boolean>> newUnique) {
        return new ZeroSum(game, constant, profile, bounds, newUnique);
    }

    /** As if this had been guaranteed and held to. */
    ZeroSum withBounds(Fraction lower, Fraction upper) {
        return new ZeroSum(game, constant, profile, new ZeroSumVerifier.Bounds(lower, upper), unique);
    }

    /** The game it belongs to. */
    public NormalFormGame game() {
        return game;
    }

    /** What the payoffs of both add up to [payoff]; 0 in a zero-sum game. */
    public Fraction constant() {
        return constant;
    }

    /** What the first player gets if both play well [payoff]: the value, or the middle of {@link #guaranteed} and {@link #heldTo}. */
    public double value() {
        return middle().value();
    }

    private Fraction middle() {
        return guaranteed().plus(heldTo()).over(Fraction.of(2, 1));
    }

    /**
     * The value of the game, exactly [payoff].
     *
     * @throws IllegalStateException if it is known in doubles only
     */
    public Fraction exactValue() {
        if (!exact()) {
            throw new IllegalStateException("value known from " + guaranteed().value() + " to " + heldTo().value()
                    + " [payoff] only; solve in fractions, without inDoubles()");
        }
        return guaranteed();
    }

    /** Whether the value is known exactly. */
    public boolean exact() {
        return gap().signum() == 0;
    }

    /** What the first player's strategy gives him at least, whatever the second does [payoff]. */
    public Fraction guaranteed() {
        return bounds.lower();
    }

    /** What the second player's strategy leaves the first at most, whatever he does [payoff]. */
    public Fraction heldTo() {
        return bounds.upper();
    }

    /** How far {@link #guaranteed} and {@link #heldTo} lie apart [payoff]; 0 if exact. */
    public Fraction gap() {
        return heldTo().minus(guaranteed());
    }

    /** A best strategy of each. */
    public StrategyProfile profile() {
        return profile;
    }

    /** Whether it is a saddle point: each takes one action for sure. */
    public boolean saddle() {
        return exact() && profile.pure();
    }

    /** Whether a player has no other best strategy; empty where that was not found out (doubles; large degenerate games). */
    public Optional<Boolean> unique(int player) {
        return unique.get(player);
    }

    /** The same as an equilibrium, with exact regrets; those of both add up to the gap. */
    public NashEquilibrium equilibrium() {
        return NashEquilibrium.of(game, profile);
    }

    /** A row for each player's action: its chance and what it earns against the other's strategy. */
    public Table table() {
        return equilibrium().table();
    }

    /** In a paragraph: the value, who guarantees what by which actions, and whether otherwise too. */
    public String explain() {
        final StringBuilder text = new StringBuilder();
        text.append(exact() ? "The value is " + shown(guaranteed()) : "The value is about " + rounded(middle()));
        text.append(": so much the first player gets, whatever the second does, by ")
                .append(played(0));
        text.append("; the second leaves him no more by ").append(played(1)).append('.');
        if (!exact()) {
            text.append(" Computed from the payoffs, the two differ by ").append(rounded(gap()));
            text.append('.');
        }
        if (constant.signum() != 0) {
            text.append(" What both get adds up to ").append(shown(constant)).append(" always.");
        }
        for (int player = 0; player < 2; player++) {
            text.append(sole(player));
        }
        return text.toString();
    }

    private String played(int player) {
        final int[] support = profile.support(player);
        return support.length == 1
                ? "always playing " + game.action(player, support[0])
                : "mixing " + support.length + " of " + game.actions(player) + " actions";
    }

    private String sole(int player) {
        final String who = player == 0 ? " The first player" : " The second";
        return unique(player)
                .map(only -> who + (only ? " has no other best strategy." : " has other best strategies too."))
                .orElse(who + " may have other best strategies: not looked into.");
    }

    static String rounded(Fraction fraction) {
        return TableText.quotient(fraction.numerator(), fraction.denominator());
    }

    private static String shown(Fraction fraction) {
        final String written = fraction.toString();
        return written.length() <= LONGEST ? written : "about " + rounded(fraction);
    }

    /** In a line: kind, size and value. */
    @Override
    public String toString() {
        return (constant.signum() == 0 ? "Zero-sum" : "Constant-sum") + " game of " + game.actions(0) + " x "
                + game.actions(1) + " actions: value "
                + (exact() ? shown(guaranteed()) : rounded(middle()) + " within " + rounded(gap()));
    }
}
