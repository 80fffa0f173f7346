package io.github.breakranks.cascade;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Range;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.NetworkRows;
import io.github.breakranks.network.Network;
import java.util.random.RandomGenerator.LeapableGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/** Looks at two collections of reverse-reachable sets, doubled from look to look, until what was found is good enough. */
final class ReachSampling {
    private static final int FIRST = 1024; // fewest sets at the first look, a multiple of a block
    private static final int AGENTS_A_SET = 64; // a look costs as much an agent as drawing one set for so many
    private static final int MOST = 1 << 30; // sets in one collection
    private static final int LOOKS_MORE = 4; // for a better choice, once the ratio is good enough
    private static final int SIZE_MORE = 1 << 24; // members of a collection that are worth it
    private static final int SHARPER = 2; // doublings of the second collection, for a better estimate
    private static final int LOOKS_AT_ONE = 1 + SHARPER; // numbered each by itself, as any of them may be the last
    private static final int LOOKS_A_ROUND = 2 * LOOKS_AT_ONE; // at those who cover most, and at those whom most watch

    private static final int BYTES_A_MEMBER = 24;
    private static final int BYTES_A_SET = 24;
    private static final int BYTES_AN_AGENT = 64;

    private final ReachSolver settings;
    private final Influence influence;
    private final ReachBudget budget;
    private final Network network;
    private final ReverseSets first;
    private final ReverseSets second;

    /**
     * Nothing drawn yet.
     *
     * @param passed streams that are left to other uses of the same seed [count]
     */
    ReachSampling(ReachSolver settings, Influence influence, Network network, int passed) {
        final NetworkRows rows = NetworkRows.of(network);
        this.settings = settings;
        this.influence = influence;
        this.budget = settings.budget();
        this.network = network;
        final ReverseLinks links = ReverseLinks.of(rows, influence);
        final LeapableGenerator streams = (LeapableGenerator)
                RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(settings.seed());
        for (int leaps = 0; leaps < passed; leaps++) {
            streams.leap();
        }
        this.first = new ReverseSets(links, streams.copyAndLeap());
        this.second = new ReverseSets(links, streams);
    }

    /**
     * What was found at a look.
     *
     * @param number  which look
     * @param cover   by the first collection
     * @param covered of the second collection, by those chosen, a share
     */
    record Look(Number number, GreedyCover.Cover cover, double covered, Reach reach) {}

    /**
     * Which look it is, of all there may be.
     *
     * @param watched whether at those whom most watch
     * @param doubled how often the second collection was doubled alone
     */
    record Number(int round, boolean watched, int doubled) {
        int inAll() {
            return LOOKS_A_ROUND * (round - 1) + 1 + doubled + (watched ? LOOKS_AT_ONE : 0);
        }
    }

    /** Those who cover most fit the sample; where agents are nearly alike, those whom most watch may do better, and cost nothing to try. */
    private static Look better(Look greedy, Look watched) {
        return watched.covered > greedy.covered ? watched : greedy;
    }

    Answer<Reach> choose(Watch watch) {
        final int[] mostWatched = ReachBaselines.mostWatched(network, budget);
        Look last = null;
        int more = LOOKS_MORE;
        for (int round = 1; grow(round, watch); round++) {
            final GreedyCover.Cover cover = new GreedyCover(first, budget, network.agents()).choose();
            last = better(
                    look(new Number(round, false, 0), cover, cover.chosen()),
                    look(new Number(round, true, 0), cover, mostWatched));
            watch.done(Math.min(1, last.reach.certifiedRatio() / goal()));
            if (enough(last) && (settled(last) || more-- == 0 || first.size() > SIZE_MORE)) {
                return checked(sharper(last, watch), watch);
            }
        }
        // Looks beyond what was asked for may fail for want of memory.
        return last != null && enough(last) && watch.mayGoOn() ? checked(last, watch) : stopped(last, watch);
    }

    /**
     * More sets of the second collection alone, until the spread is known well. They had no say in when to stop, which lets an estimate lean
     * upward.
     */
    private Look sharper(Look found, Watch watch) {
        Look look = found;
        for (int k = 1; k <= SHARPER && !sharp(look.reach); k++) {
            if (!second.growTo(2 * second.sets(), settings.threads(), watch)) {
                return look;
            }
            look = look(new Number(found.number.round, found.number.watched, k), look.cover, look.reach.chosen());
        }
        return look;
    }

    private boolean sharp(Reach reach) {
        return reach.standardError() <= settings.epsilon() / 5 * reach.spread();
    }

    Answer<Reach> judge(int[] chosen, Watch watch) {
        Look last = null;
        for (int round = 1; grow(round, watch); round++) {
            final GreedyCover.Cover cover = new GreedyCover(first, budget, network.agents()).choose();
            last = look(new Number(round, false, 0), cover, chosen);
            final Range likely = last.reach.interval();
            final double most = Math.min(likely.high(), last.reach.best()) / Math.max(likely.low(), best(cover));
            if (most - last.reach.certifiedRatio() <= settings.epsilon()) {
                return checked(last, watch);
            }
        }
        return stopped(last, watch);
    }

    /** What the agents that cover most bring, as the first collection has it [agents]. */
    private double best(GreedyCover.Cover cover) {
        return cover.covered() * ((double) network.agents() / first.sets());
    }

    private boolean grow(int round, Watch watch) {
        final long target = (long) firstLook() << (round - 1);
        return target <= MOST
                && bytes(target) <= Runtime.getRuntime().maxMemory()
                && first.growTo((int) target, settings.threads(), watch)
                && second.growTo((int) target, settings.threads(), watch);
    }

    private int firstLook() {
        return Math.max(FIRST, Integer.highestOneBit(network.agents() / AGENTS_A_SET));
    }

    /** About what so many sets in each collection take at their peak: two collections, one of them twice while it grows, and the index. */
    private long bytes(long target) {
        final double size = first.sets() == 0 ? 1 : (double) Math.max(first.size(), second.size()) / first.sets();
        return (long) (target * (BYTES_A_MEMBER * size + BYTES_A_SET)) + BYTES_AN_AGENT * network.agents();
    }

    private double goal() {
        return 1 - 1 / Math.E - settings.epsilon();
    }

    private Look look(Number number, GreedyCover.Cover cover, int... chosen) {
        final int agents = network.agents();
        final int sets = second.sets();
        final int[] firstCovered = second.firstCoveredBy(chosen);
        final double[] gained = new double[chosen.length];
        int covered = 0;
        for (int k = 0; k < gained.length; k++) {
            gained[k] = firstCovered[k] * ((double) agents / sets);
            covered += firstCovered[k];
        }
        final double share = (double) covered / sets;
        final double a = SampleBounds.exponent(number.inAll(), settings.delta());
        final double low = Math.max(chosen.length, SampleBounds.lower(covered, sets, agents, a)); // all chosen go
        final double best = Math.max(low, SampleBounds.upper(cover.bound(), first.sets(), agents, a));
        final double high = Math.min(best, Math.max(low, SampleBounds.upper(covered, sets, agents, a)));
        final double spread =
                Math.max(low, Math.min(high, share * agents)); // the bounds know more than the sample where they differ
        for (int k = 0; k < gained.length && spread != share * agents; k++) {
            gained[k] = covered == 0 ? spread / gained.length : gained[k] * (spread / (share * agents));
        }
        final Reach.Estimate estimate = new Reach.Estimate(
                spread,
                agents * Math.sqrt(share * (1 - share) / sets),
                Range.of(low, high),
                best,
                settings.delta(),
                (long) first.sets() + sets);
        final String how = "reverse-reachable sets (" + influence.words() + ")"
                + (number.watched ? ": those whom most watch" : "");
        return new Look(
                number, cover, share, new Reach(budget, new Reach.Choice(agents, chosen, gained, how), estimate));
    }

    private boolean enough(Look look) {
        final double ratio = look.reach.certifiedRatio();
        final double withoutChance =
                look.cover.covered() / look.cover.bound(); // drawing more would come to this, about
        return ratio >= goal()
                || (!budget.equal()
                        && ratio >= (1 - 1 / Math.E) / 2 - settings.epsilon()
                        && ratio >= withoutChance - settings.epsilon());
    }

    /** Whether those chosen meet nearly as many sets that had no say in the choice. */
    private boolean settled(Look look) {
        return look.covered * first.sets() >= (1 - settings.epsilon() / 2) * look.cover.covered();
    }

    private Answer<Reach> checked(Look look, Watch watch) {
        final Certificate certificate = new ReachVerifier(network, settings.contagion(), budget, settings.threads())
                .certify(look, first, settings.seed(), watch);
        return certificate == null
                ? new Answer.Stopped<>(
                        look.reach,
                        new Certificate.Unproven("not checked within the limit"),
                        watch.why(),
                        "raise the limit")
                : new Answer.Found<>(look.reach, certificate);
    }

    private Answer<Reach> stopped(@Nullable Look last, Watch watch) {
        final boolean full = watch.mayGoOn();
        return new Answer.Stopped<>(
                last == null ? Reach.none(budget, network.agents()) : last.reach,
                new Certificate.Unproven(
                        last == null ? "no set was counted" : "ratio below what was asked for, and not checked"),
                full
                        ? "twice the " + first.sets() + " + " + second.sets()
                                + " reverse-reachable sets drawn would not fit into memory"
                        : watch.why(),
                (full ? "start Java with a larger -Xmx" : "raise the limit") + ", or take a larger epsilon or delta");
    }
}
