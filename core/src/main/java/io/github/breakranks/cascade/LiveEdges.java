package io.github.breakranks.cascade;

import io.github.breakranks.internal.Checks;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Goes through all worlds of live links: in each, those go whom the start reaches over live links.
 *
 * <p>If linear, each agent draws one of the links to him, or none, by weight; else each link lives or not by its own chance. That the spread is
 * then the same as that of the contagion is Kempe, Kleinberg and Tardos's theorem 2.5 and claim 2.6.
 */
final class LiveEdges {
    private static final int BETWEEN_QUESTIONS = 1 << 12;

    private final ChanceLinks model;
    private final List<Draw> draws = new ArrayList<>();
    private final BigInteger denominator;
    private final BigInteger[] reached; // by agent: weight of the worlds in which he goes
    private final List<List<Integer>> live = new ArrayList<>(); // by agent: whom he brings along
    private BigInteger weight = BigInteger.ZERO; // of all worlds seen
    private long seen;

    /** What is drawn at once: links of which at most one lives, with weights out of a common denominator, and the weight of none. */
    private record Draw(List<ChanceLinks.Link> options, List<BigInteger> weights, BigInteger none) {}

    LiveEdges(ChanceLinks model) {
        this.model = model;
        this.reached = new BigInteger[model.agents()];
        for (int agent = 0; agent < model.agents(); agent++) {
            reached[agent] = BigInteger.ZERO;
            live.add(new ArrayList<>());
        }
        BigInteger product = BigInteger.ONE;
        for (List<ChanceLinks.Link> options : groups()) {
            BigInteger common = BigInteger.ONE;
            BigFraction none = BigFraction.ONE;
            for (ChanceLinks.Link link : options) {
                final BigInteger other = link.chance().getDenominator();
                common = common.divide(common.gcd(other)).multiply(other);
                none = none.subtract(link.chance());
            }
            if (none.getNumerator().signum() < 0) {
                throw Checks.refused(
                        "weights watched by agent %s must add up to at most 1 as the decimals they print as [share], but was %s",
                        options.get(0).to(), BigFraction.ONE.subtract(none));
            }
            final BigInteger scale = common;
            draws.add(new Draw(
                    options,
                    options.stream().map(link -> scaled(link.chance(), scale)).toList(),
                    scaled(none, scale)));
            product = product.multiply(common);
        }
        this.denominator = product;
    }

    private List<List<ChanceLinks.Link>> groups() {
        if (!model.linear()) {
            return model.links().stream().map(List::of).toList();
        }
        final Map<Integer, List<ChanceLinks.Link>> byWatcher = new TreeMap<>();
        for (ChanceLinks.Link link : model.links()) {
            byWatcher.computeIfAbsent(link.to(), to -> new ArrayList<>()).add(link);
        }
        return List.copyOf(byWatcher.values());
    }

    private static BigInteger scaled(BigFraction value, BigInteger scale) {
        return value.getNumerator().multiply(scale.divide(value.getDenominator()));
    }

    /** How many worlds there are. */
    BigInteger worlds() {
        BigInteger worlds = BigInteger.ONE;
        for (Draw draw : draws) {
            worlds = worlds.multiply(
                    BigInteger.valueOf(draw.options().size() + (draw.none().signum() == 0 ? 0 : 1)));
        }
        return worlds;
    }

    /** Goes through them; false if it was stopped. */
    boolean run(BooleanSupplier mayGoOn) {
        return run(this::close, mayGoOn);
    }

    /** Shows them; false if it was stopped. */
    boolean run(Visitor visitor, BooleanSupplier mayGoOn) {
        return draw(0, BigInteger.ONE, visitor, mayGoOn);
    }

    /** Is shown each world: by agent whom he brings along, and its weight out of {@link #denominator}. */
    @FunctionalInterface
    interface Visitor {
        void see(List<List<Integer>> live, BigInteger weight);
    }

    /** What weights of worlds add up to. */
    BigInteger denominator() {
        return denominator;
    }

    private boolean draw(int number, BigInteger product, Visitor visitor, BooleanSupplier mayGoOn) {
        if (number == draws.size()) {
            visitor.see(live, product);
            return ++seen % BETWEEN_QUESTIONS != 0 || mayGoOn.getAsBoolean();
        }
        final Draw draw = draws.get(number);
        if (draw.none().signum() != 0 && !draw(number + 1, product.multiply(draw.none()), visitor, mayGoOn)) {
            return false;
        }
        for (int k = 0; k < draw.options().size(); k++) {
            final ChanceLinks.Link link = draw.options().get(k);
            final List<Integer> brought = live.get(link.from());
            brought.add(link.to());
            final boolean goesOn =
                    draw(number + 1, product.multiply(draw.weights().get(k)), visitor, mayGoOn);
            brought.remove(brought.size() - 1);
            if (!goesOn) {
                return false;
            }
        }
        return true;
    }

    /** Counts one world. */
    private void close(List<List<Integer>> brought, BigInteger product) {
        weight = weight.add(product);
        final BitSet gone = (BitSet) model.start().clone();
        final int[] queue = new int[model.reachable().cardinality()];
        int tail = 0;
        for (int agent = gone.nextSetBit(0); agent >= 0; agent = gone.nextSetBit(agent + 1)) {
            queue[tail++] = agent;
        }
        for (int head = 0; head < tail; head++) {
            reached[queue[head]] = reached[queue[head]].add(product);
            for (int watcher : brought.get(queue[head])) {
                if (!gone.get(watcher)) {
                    gone.set(watcher);
                    queue[tail++] = watcher;
                }
            }
        }
    }

    /** The chance that this agent goes, of the worlds seen. */
    BigFraction chance(int agent) {
        return new BigFraction(reached[agent], denominator);
    }

    /** The chance of all worlds seen. */
    BigFraction seen() {
        return new BigFraction(weight, denominator);
    }
}
