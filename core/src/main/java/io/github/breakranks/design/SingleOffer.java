package io.github.breakranks.design;

import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.TableText;
import io.github.breakranks.offer.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The best take-it-or-leave-it offer: the cash that gains the host most, who comes for it, and whether it can be had or only approached.
 *
 * <p>Where the share that comes jumps as cash passes a tipping offer, the best is often a supremum: every cash a little above it gains nearly as
 * much, the tipping offer itself far less. Then {@link #attained} is false, {@link #cash} is the tipping offer, and share and surplus are
 * those just above it.
 */
public final class SingleOffer {
    private final DefectionGame game;
    private final Terms terms;
    private final double[] cash; // one for all, or by group
    private final double[] shares; // by group
    private final @Nullable Boolean regular;

    /** What makes the best cash the best. */
    public enum Kind {
        /** No cash within bounds is worth paying. */
        NONE("no cash is worth paying"),
        /** The search was stopped before it had an answer. */
        UNKNOWN("not looked for to the end"),
        /** What a soldier gains does not change with cash. */
        IGNORED("what a soldier gains does not change with cash, so that the least is as good as any"),
        /** One unit of cash more brings just as much as it costs: worth equals cash and virtual cost. */
        STATIONARY("a little more would bring as much as it costs"),
        /** The share that comes jumps there, since the going of some makes others go. */
        TIPPING("just above it the share jumps"),
        /** Many soldiers have just that cost. */
        ATOM("many gain exactly nothing at it"),
        /** It is a bound of what may be offered, or a kink. */
        BOUND("a bound on cash, or a kink");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** In words, as sentences have it. */
        public String label() {
            return label;
        }
    }

    /** The worth of one who comes, and what was found of the best offer. */
    record Terms(double worth, Kind kind, boolean attained) {}

    SingleOffer(DefectionGame game, Terms terms, double[] cash, double[] shares, @Nullable Boolean regular) {
        this.game = game;
        this.terms = terms;
        this.cash = cash.clone();
        this.shares = shares.clone();
        this.regular = regular;
    }

    static SingleOffer none(DefectionGame game, double worth) {
        return nobody(game, worth, Kind.NONE);
    }

    /** What is said when the search was stopped. */
    static SingleOffer unknown(DefectionGame game, double worth) {
        return nobody(game, worth, Kind.UNKNOWN);
    }

    private static SingleOffer nobody(DefectionGame game, double worth, Kind kind) {
        return new SingleOffer(game, new Terms(worth, kind, true), new double[1], new double[game.groups()], null);
    }

    /** The best cash [unit of the game]; of offers by group, what the first is offered. */
    public double cash() {
        return cash[0];
    }

    /** The best cash to a group [unit of the game]. */
    public double cash(int group) {
        return cash[byGroup() ? group : 0];
    }

    /** The best cash to the group with this name [unit of the game]. */
    public double cash(String group) {
        return cash(game.population().groupOf(group));
    }

    /** Whether groups are offered cash of their own. */
    public boolean byGroup() {
        return cash.length > 1;
    }

    /** The share that comes, at the best cash or just above it. */
    public double share() {
        double sum = 0;
        for (int g = 0; g < shares.length; g++) {
            sum += game.population().mass(g) * shares[g];
        }
        return sum;
    }

    /** The share of a group that comes. */
    public double shareOf(int group) {
        return shares[group];
    }

    /** What the host gains per soldier of the population: worth less cash and escrow, times the share [unit of the game]. */
    public double surplus() {
        double sum = 0;
        for (int g = 0; g < shares.length; g++) {
            sum += game.population().mass(g) * shares[g] * (net(game, terms.worth, g) - cash(g));
        }
        return sum;
    }

    /** Worth of one who comes less what lies in escrow for him, which the host pays beside cash. */
    static double net(DefectionGame game, double worth, int group) {
        return worth - game.offer(group).escrow();
    }

    /** The worth less escrow that is greatest: no cash above it can gain anything. */
    static double mostNet(DefectionGame game, double worth) {
        return IntStream.range(0, game.groups())
                .mapToDouble(g -> net(game, worth, g))
                .max()
                .orElseThrow();
    }

    /** What one who comes is paid, cash and escrow, on average; what the first group is offered if nobody comes. */
    double paid() {
        return share() > 0
                ? terms.worth - surplus() / share()
                : cash() + game.offer(0).escrow();
    }

    /** What the host gains in all [unit of the game]. */
    public double total() {
        return surplus() * game.population().size();
    }

    /** What the host pays in all, cash and escrow [unit of the game]. */
    public double outlay() {
        return (terms.worth * share() - surplus()) * game.population().size();
    }

    /** Whether the best is gained at {@link #cash} itself; if not, any cash a little above gains nearly as much, and none more. */
    public boolean attained() {
        return terms.attained;
    }

    /** What makes it the best. */
    public Kind kind() {
        return terms.kind;
    }

    /** What one who comes is worth to the host [unit of the game]. */
    public double worth() {
        return terms.worth;
    }

    /**
     * Whether {@code c + F(c)/f(c)} rises with the cost at every one of a thousand costs looked at, so that one cash only solves {@code worth
     * = cash + F/f}; empty where the share depends on who else comes, or costs have no density.
     */
    public Optional<Boolean> regular() {
        return Optional.ofNullable(regular);
    }

    /** The game with the best offer put before the soldiers. */
    public DefectionGame game() {
        return game;
    }

    /** A row a group: cash, share that comes, how many, what the host gains. */
    public Table table() {
        final List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int g = 0; g < shares.length; g++) {
            final long heads = game.population().groups().get(g).size();
            final String name = game.population().groups().get(g).name();
            rows.add(List.of(
                    name.isEmpty() ? "all" : name,
                    cash(g),
                    shares[g],
                    Math.round(shares[g] * heads),
                    shares[g] * (net(game, terms.worth, g) - cash(g)) * heads));
        }
        return Table.of(
                List.of(
                        Column.of("to"),
                        Column.of("cash", game.unit()),
                        Column.of("comes", "share"),
                        Column.of("count", "soldiers"),
                        Column.of("surplus", game.unit())),
                rows);
    }

    /** In a sentence or two. */
    public String explain() {
        if (terms.kind == Kind.UNKNOWN) {
            return "The best cash was not looked for to the end, so that it is not known.";
        }
        if (terms.kind == Kind.NONE) {
            return "Nobody is worth hiring: no cash below the worth of " + shown(terms.worth)
                    + (mostNet(game, terms.worth) < terms.worth ? ", less what lies in escrow," : "")
                    + " and within bounds brings anybody."
                    + (game.ignores(Term.CASH) ? " What a soldier gains does not change with cash." : "");
        }
        final StringBuilder out = new StringBuilder();
        out.append(attained() ? "Cash " : "Cash just above ");
        for (int g = 0; g < cash.length; g++) {
            out.append(g == 0 ? "" : ", ").append(shown(cash[g]));
            out.append(byGroup() ? " to " + game.population().groups().get(g).name() : "");
        }
        out.append(" brings ").append(shown(share())).append(" of the soldiers and gains the host ");
        out.append(shown(surplus())).append(" for each soldier there is");
        out.append(byGroup() ? "." : ": " + terms.kind.label() + ".");
        if (!attained()) {
            out.append(" That is a supremum and not attained: at ").append(byGroup() ? "these amounts" : "it");
            out.append(" exactly fewer come, and the higher the cash above it, the less is gained.");
        }
        if (regular != null) {
            out.append(
                    regular
                            ? " Virtual costs rise, so no other cash is as good."
                            : " Virtual costs do not rise throughout: several amounts can look best from nearby, and all were compared.");
        }
        return out.toString();
    }

    private static String shown(double value) {
        return TableText.number(value, 4);
    }

    @Override
    public String toString() {
        if (terms.kind == Kind.NONE || terms.kind == Kind.UNKNOWN) {
            return terms.kind == Kind.NONE ? "SingleOffer[none is worth it]" : "SingleOffer[not looked for to the end]";
        }
        return "SingleOffer[cash " + (byGroup() ? "by group" : shown(cash[0])) + (attained() ? "" : "+") + ", share "
                + shown(share()) + ", surplus " + shown(surplus()) + "]";
    }
}
