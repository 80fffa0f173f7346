package io.github.breakranks.design;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.Rounding;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Checks a ladder from what agents gain and nothing else; it knows no order but the one it is shown.
 *
 * <p>Each agent invited must be willing once those before him have gone. Of a few agents, best replies are played from nobody: with a little
 * more for each they must end with everybody, with a little less for one who is paid they must not. No order costs less: the costs of
 * coalitions are potentials, {@code cost[S + i] <= cost[S] + need_i(S)} for every S and i, so that along any order the needs add up to at least the
 * last of them; of a ranking, the bound is summed again with room for every rounding. Where no operation rounds, this is a proof.
 */
final class LadderVerifier {
    private static final int MOST_PLAYED = 24; // agents among whom best replies are played for each payment
    private static final int WATCHED = 14; // agents still to settle when the watch is asked
    private static final double A_LITTLE = 0x1p-20; // of the largest payment
    private static final double TOLERANCE = 1e-9; // of the largest amount

    private final CoalitionGains gains;
    private final Watch watch;
    private double worst; // violation, in the unit of payments
    private double largest; // amount met
    private boolean rounded;
    private @Nullable String failed;

    LadderVerifier(CoalitionGains gains, Watch watch) {
        this.gains = gains;
        this.watch = watch;
    }

    /** Of a ladder found by the costs of all coalitions; null if the watch stopped it. */
    @Nullable
    Certificate ofCosts(Ladder ladder, double[] cost) {
        binding(ladder.invitations(), ladder.total(Rung.PUBLIC));
        potentials(ladder.total(Rung.PUBLIC), cost);
        if (gains.agents() <= MOST_PLAYED) {
            played(ladder.payments(Rung.PUBLIC));
        }
        uniform(ladder.payments(Rung.UNIFORM)[0]);
        if (ladder.has(Rung.PRIVATE)) {
            hidden(ladder.payments(Rung.PRIVATE));
        }
        return watch.mayGoOn() ? certificate("no order costs less, as the costs of all coalitions show") : null;
    }

    /** Of a ladder with a ranking and a bound at these weights of agents and prices of places; null if the watch stopped it. */
    @Nullable
    Certificate ofBound(Ladder ladder, double[] weights, double[] prices) {
        final double total = ladder.total(Rung.PUBLIC);
        binding(ladder.invitations(), total);
        uniform(ladder.payments(Rung.UNIFORM)[0]);
        final double bound = Math.max(0, Math.max(ofPairs(weights), ofPlaces(prices)));
        final double claimed = ladder.between(Rung.PUBLIC).low();
        if (!(claimed <= bound || claimed == total && bound >= total * (1 - TOLERANCE))) {
            failed = "the bound, summed again, is " + bound + ", not " + claimed;
        }
        rounded = true;
        worst = Math.max(worst, total - bound);
        largest = failed == null ? Double.POSITIVE_INFINITY : largest; // the gap is what it is
        return watch.mayGoOn() ? certificate("") : null;
    }

    /** Where going is dominant at these payments, by agent, as needs only rise. */
    Certificate ofDominance(double... payments) {
        for (int agent = 0; agent < payments.length; agent++) {
            willing(agent, othersThan(agent), payments[agent]);
        }
        return certificate("each is willing once all others go, and needs no more when fewer do");
    }

    /**
     * Where only the number gone matters, whatever its shape: going is the only equilibrium just if at every number k more than k are willing.
     * Null if the watch stopped it.
     */
    @Nullable
    Certificate ofNumbers(Ladder ladder) {
        final double[] paid = ladder.payments(Rung.PUBLIC);
        final double same = ladder.payments(Rung.UNIFORM)[0];
        final double[] equal = new double[agents()];
        Arrays.fill(equal, same);
        moreThanAnyNumber(paid);
        moreThanAnyNumber(equal);
        final double most = Arrays.stream(paid).max().orElse(0);
        for (int agent = 0; agent < agents() && agents() <= MOST_PLAYED && Double.isFinite(most); agent++) {
            final double[] less = paid.clone();
            less[agent] -= Math.min(most * A_LITTLE, paid[agent]);
            if (paid[agent] > TOLERANCE * most && someNumberHolds(less) < 0) {
                failed = "with less for agent " + agent + " all go still";
            }
        }
        return watch.mayGoOn() ? certificate("at every number k more than k are willing, with less for one not") : null;
    }

    private void moreThanAnyNumber(double[] payments) {
        final Integer[] willingest = willingestFirst(payments);
        for (int number = 0; number < agents(); number++) {
            willing(willingest[number], new int[] {number}, payments[willingest[number]]);
        }
    }

    /** A number at which no more than that many are willing; -1 if there is none. */
    private int someNumberHolds(double[] payments) {
        final Integer[] willingest = willingestFirst(payments);
        for (int number = 0; number < agents(); number++) {
            final int agent = willingest[number];
            if (gains.need(0, gains.placeOf(agent), new int[] {number}) > payments[agent]) {
                return number;
            }
        }
        return -1;
    }

    /** Whoever is more willing at one number is so at all. */
    private Integer[] willingestFirst(double[] payments) {
        final int[] none = {0};
        final double[] net = new double[agents()];
        Arrays.setAll(net, agent -> gains.gain(0, gains.placeOf(agent), none) + payments[agent]);
        return IntStream.range(0, agents())
                .boxed()
                .sorted((a, b) -> net[a] != net[b] ? Double.compare(net[b], net[a]) : a - b)
                .toArray(Integer[]::new);
    }

    private int agents() {
        return gains.agents();
    }

    private int[] othersThan(int agent) {
        final int[] gone = new int[gains.types()];
        Arrays.setAll(gone, type -> gains.size(type) - (type == gains.typeOf(agent) ? 1 : 0));
        return gone;
    }

    /** Adds, and notes whether that rounds. */
    private double plus(double a, double b) {
        final double sum = a + b;
        rounded |= Math.abs(sum) <= Double.MAX_VALUE && Rounding.ofSum(a, b, sum) != 0;
        return sum;
    }

    private void violated(double by) {
        worst = Math.max(worst, by);
    }

    private void willing(int agent, int[] gone, double payment) {
        if (Double.isInfinite(payment)) {
            return; // no payment makes him go, and the ladder says so
        }
        final int type = gains.typeOf(agent);
        final double worth = gains.worth(type, gone);
        final double paid = worth * payment;
        rounded |= Math.fma(worth, payment, -paid) != 0;
        final double net = plus(gains.gain(type, gains.placeOf(agent), gone), paid);
        largest = Math.max(largest, payment);
        violated(net >= 0 ? 0 : -net / worth);
    }

    private void binding(Invitations invitations, double total) {
        final int[] gone = new int[gains.types()];
        final double[] payments = invitations.payments();
        double sum = 0;
        for (int agent : invitations.order()) {
            willing(agent, gone, payments[agent]);
            gone[gains.typeOf(agent)]++;
            sum = plus(sum, payments[agent]);
        }
        largest = Math.max(largest, Double.isInfinite(sum) ? 0 : sum);
        if (sum != total) {
            violated(Math.abs(sum - total));
        }
    }

    private void potentials(double total, double[] cost) {
        final int types = gains.types();
        if (cost[0] != 0 || cost[cost.length - 1] != total) {
            failed = "costs run from " + cost[0] + " to " + cost[cost.length - 1] + ", not from 0 to " + total;
        }
        final double[][] influence = gains.influence();
        if (influence != null) {
            final double[][] gain = new double[types + 1][types];
            Arrays.setAll(gain[types], i -> gains.gain(i, 0, new int[types]));
            potentials(cost, influence, gain, types, 0);
            return;
        }
        final int[] gone = new int[types];
        for (int state = 0; state < cost.length; state++) {
            if ((state & 0x3FFF) == 0 && !watch.mayGoOn()) {
                return;
            }
            for (int type = 0, left = state; type < types; type++) {
                gone[type] = left % (gains.size(type) + 1);
                left /= gains.size(type) + 1;
            }
            int stride = 1;
            for (int type = 0; type < types; type++) {
                if (gone[type] < gains.size(type)) {
                    final double way = plus(cost[state], need(type, gone));
                    final double next = cost[state + stride];
                    violated(next <= way ? 0 : next - way); // both may be infinite
                }
                stride *= gains.size(type) + 1;
            }
        }
    }

    /**
     * The same under pairwise influence: whether each agent below has gone is settled from the last to the first, so that what the others have
     * added is summed once for all coalitions that share it.
     */
    private void potentials(double[] cost, double[][] influence, double[][] gain, int below, int state) {
        if (below == WATCHED && !watch.mayGoOn()) {
            return;
        }
        if (below > 0) {
            final int next = below - 1;
            System.arraycopy(gain[below], 0, gain[next], 0, influence.length);
            potentials(cost, influence, gain, next, state);
            for (int i = 0; i < influence.length; i++) {
                gain[next][i] = gain[below][i] + influence[i][next];
            }
            potentials(cost, influence, gain, next, state | 1 << next);
            return;
        }
        for (int i = 0; i < influence.length; i++) {
            if ((state >> i & 1) == 0) {
                final double way = plus(cost[state], Math.max(0, -gain[0][i]));
                final double next = cost[state | 1 << i];
                violated(next <= way ? 0 : next - way);
            }
        }
    }

    private double need(int type, int[] gone) {
        final double gain = gains.gain(type, gone[type], gone);
        if (gain >= 0) {
            return 0;
        }
        final double worth = gains.worth(type, gone);
        final double need = -gain / worth;
        rounded |= need <= Double.MAX_VALUE && Math.fma(need, worth, gain) != 0;
        return need;
    }

    /** Best replies from nobody, with a little more for all, and with a little less for each in turn. */
    private void played(double[] payments) {
        final double most = Arrays.stream(payments).max().orElse(0);
        if (Double.isInfinite(most)) {
            return;
        }
        final double little = most > 0 ? most * A_LITTLE : A_LITTLE;
        if (rest(payments, little, -1, 0).cardinality() < agents()) {
            failed = "with " + little + " more for each not all go";
        }
        for (int agent = 0; agent < agents(); agent++) {
            final double less = Math.min(little, payments[agent]);
            if (less > TOLERANCE * most
                    && rest(payments, less / (4 * agents()), agent, less).cardinality() == agents()) {
                failed = "with " + less + " less for agent " + agent + " all go still";
            }
        }
    }

    /** Where best replies from nobody come to rest. */
    private BitSet rest(double[] payments, double more, int one, double less) {
        BitSet gone = new BitSet();
        while (true) {
            final BitSet reply = new BitSet();
            for (int agent = 0; agent < agents(); agent++) {
                final double paid = agent == one ? payments[agent] - less : payments[agent] + more;
                reply.set(agent, gains.need(agent, gone) <= paid);
            }
            reply.or(gone); // nobody turns back where needs fall
            if (reply.equals(gone)) {
                return gone;
            }
            gone = reply;
        }
    }

    /** At a common payment everybody follows; at a little less they do not. */
    private void uniform(double payment) {
        if (Double.isInfinite(payment)) {
            return;
        }
        if (follow(payment * (1 + TOLERANCE)) < agents()) {
            failed = "at " + payment + " for each not all go";
        }
        if (payment > 0 && watch.mayGoOn() && follow(payment * (1 - A_LITTLE)) == agents()) {
            failed = "at less than " + payment + " for each all go still";
        }
    }

    private int follow(double payment) {
        final int[] gone = new int[gains.types()];
        int count = 0;
        for (int before = -1; before < count && watch.mayGoOn(); ) {
            before = count;
            for (int type = 0; type < gone.length; type++) {
                while (gone[type] < gains.size(type) && gains.need(type, gone[type], gone) <= payment) {
                    gone[type]++;
                    count++;
                }
            }
        }
        return watch.mayGoOn() ? count : agents();
    }

    /**
     * Hidden ranks: nobody expects more than ranks can give, as the m who expect most expect no more than the m largest gains; and some m costs
     * less its m largest gains are what all are paid.
     */
    private void hidden(double[] payments) {
        if (gains.onSuccess()) {
            ofRanks(payments[0]);
            return;
        }
        final int[] none = {0};
        final double alone = gains.gain(0, 0, none);
        final double[] gain = new double[agents()];
        final double[] cost = new double[agents()];
        final double[] expected = new double[agents()];
        for (int agent = 0; agent < agents(); agent++) {
            final int[] gone = {agent};
            gain[agent] = plus(gains.gain(0, 0, gone), -alone);
            cost[agent] = -gains.gain(0, gains.placeOf(agent), none);
            expected[agent] = plus(cost[agent], -payments[agent]);
        }
        Arrays.sort(gain);
        Arrays.sort(cost);
        Arrays.sort(expected);
        double gained = 0;
        double costs = 0;
        double expects = 0;
        double least = 0;
        for (int k = agents() - 1; k >= 0; k--) {
            gained = plus(gained, gain[k]);
            costs = plus(costs, cost[k]);
            expects = plus(expects, expected[k]);
            violated(expects - gained);
            least = Math.max(least, plus(costs, -gained));
        }
        double paid = 0;
        for (double payment : payments) {
            paid = plus(paid, payment);
        }
        violated(Math.abs(paid - least));
    }

    /** Over all ranks a bonus covers the cost, and no more. */
    private void ofRanks(double payment) {
        if (Double.isInfinite(payment)) {
            return;
        }
        double net = 0;
        double worth = 0;
        for (int rank = 0; rank < agents(); rank++) {
            final int[] gone = {rank};
            final double paid = gains.worth(0, gone) * payment;
            rounded |= Math.fma(gains.worth(0, gone), payment, -paid) != 0;
            net = plus(net, plus(gains.gain(0, 0, gone), paid));
            worth += gains.worth(0, gone);
        }
        violated(Math.abs(net) / worth);
    }

    /** What no order undercuts, rounding against it. */
    private double ofPairs(double[] weights) {
        final double[][] influence = gains.influence();
        if (influence == null || IntStream.range(0, agents()).anyMatch(i -> !(weights[i] >= 0 && weights[i] <= 1))) {
            return Double.NEGATIVE_INFINITY;
        }
        double value = 0;
        double size = 0;
        for (int i = 0; i < agents(); i++) {
            final double alone = -weights[i] * gains.gain(i, 0, new int[agents()]);
            value += alone;
            size += Math.abs(alone);
            for (int j = i + 1; j < agents(); j++) {
                final double heard = Math.max(weights[i] * influence[i][j], weights[j] * influence[j][i]);
                value -= heard;
                size += Math.abs(heard);
            }
        }
        return value - size * (agents() * (double) agents()) * 0x1p-53;
    }

    /** The same by places: each agent at the place that pays him least, once those who count most for him have gone. */
    private double ofPlaces(double[] prices) {
        final double[][] influence = gains.influence();
        if (influence == null) {
            return Double.NEGATIVE_INFINITY;
        }
        double value = Arrays.stream(prices).sum();
        double size = Arrays.stream(prices).map(Math::abs).sum();
        for (int i = 0; i < agents(); i++) {
            final int self = i;
            final double[] most = IntStream.range(0, agents())
                    .filter(j -> j != self)
                    .mapToDouble(j -> influence[self][j])
                    .sorted()
                    .toArray();
            double need = -gains.gain(i, 0, new int[agents()]);
            size += Math.abs(need);
            double least = Math.max(0, need) - prices[0];
            for (int place = 1; place < agents(); place++) {
                need -= most[most.length - place];
                least = Math.min(least, Math.max(0, need) - prices[place]);
            }
            value += least;
            size += Math.abs(least);
        }
        return value - size * (4.0 * agents()) * 0x1p-53;
    }

    private Certificate certificate(String how) {
        if (failed != null) {
            return new Certificate.Unproven(failed);
        }
        if (worst > TOLERANCE * largest) {
            return new Certificate.Unproven("a payment misses by " + worst + " [" + gains.unit() + "]");
        }
        return rounded || worst > 0
                ? new Certificate.Numeric(worst, gains.unit())
                : new Certificate.Proven(how, List.of(gains.assuming()));
    }
}
