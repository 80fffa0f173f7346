package io.github.breakranks.examples;

import io.github.breakranks.cascade.AwareSpread;
import io.github.breakranks.cascade.Reach;
import io.github.breakranks.network.Army;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.population.CostLaw;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Army, ties, costs, offer and the passing on of the word are ASSUMED here: handbills that men of one origin hand on to each other, beside
 * leaflets that reach as many men anywhere.
 */
public final class HandbillsInTheArmy {
    /** ASSUMED: six places, eight in ten of three stray friendships a man within one of them; the game is that of the README. */
    static final HandbillArmy USUAL = new HandbillArmy(
            "as assumed",
            Army.of(20_000).withStray(3).withOrigins(6, 0.8),
            CostLaw.normal(0.25, 0.12),
            Offer.cash(0.21).withRefuge(0.30).withCredibility(0.90),
            0.40,
            0.25);

    /** ASSUMED: an offer under which, were all to see all, nearly everybody would go. */
    static final double BETTER = 0.32;

    /** How many carriers begin, as shares of all men. */
    static final List<Double> BEGIN = List.of(0.0025, 0.005, 0.01, 0.02, 0.04, 0.08, 0.16, 0.32);

    private static final double MIDDLE = 0.04; // where other assumptions are tried
    private static final int FEWER = 4; // choosing takes long

    private HandbillsInTheArmy() {}

    /** Prints both ways beside each other, who should carry first, and what depends on the assumptions; with a directory pictures are written there. */
    public static void main(String... args) {
        final HandbillsText text = text(USUAL, 40);
        System.out.print(text.text());
        System.out.print(text.draw(args));
    }

    /**
     * One army, one number of carriers: how far either way gets.
     *
     * @param carriers  who begin [count]
     * @param reached   who have heard in the end, either way [count]
     * @param handbills gone, if carriers spread the word [count]
     * @param leaflets  gone, if as many men read a leaflet [count]
     * @param nearby    of those whom one who has heard watches, who have heard too: with handbills, a share
     * @param anywhere  the same with leaflets
     */
    record Both(int carriers, int reached, int handbills, int leaflets, double nearby, double anywhere) {
        static Both of(Muster muster, int carriers) {
            final AwareSpread word = muster.handbills(muster.anybody(carriers));
            final int reached = (int) word.aware();
            return new Both(
                    carriers,
                    reached,
                    (int) word.gone(),
                    (int) muster.leaflets(reached).gone(),
                    muster.toldAround(word.word().order()),
                    muster.toldAround(muster.readers(reached)));
        }
    }

    /**
     * One army, and who carries first.
     *
     * @param reached who have heard [count]
     * @param gone    who go [count]
     * @param ratio   what {@code reached} certainly is of the most that any choice brings, in expectation; NaN where nobody asked
     */
    record Told(int reached, int gone, double ratio) {
        private static Told of(Muster muster, double ratio, int... carriers) {
            final AwareSpread word = muster.handbills(carriers);
            return new Told((int) word.aware(), (int) word.gone(), ratio);
        }

        /** Anybody, the leaders of companies, and those chosen; as many each. */
        static List<Told> of(Muster muster) {
            final int[] leaders = muster.leaders();
            final Reach chosen = muster.chosen(leaders.length);
            return List.of(
                    of(muster, Double.NaN, muster.anybody(leaders.length)),
                    of(muster, Double.NaN, leaders),
                    of(muster, chosen.certifiedRatio(), chosen.chosen()));
        }
    }

    /** Something found in each of so many armies drawn afresh; the same whatever the number of threads. */
    static <T> List<T> inEach(HandbillArmy set, int runs, Function<Muster, T> found) {
        return IntStream.range(0, runs)
                .parallel()
                .mapToObj(run -> found.apply(new Muster(set, run)))
                .toList();
    }

    /** Carriers of a share of all men, at least one. */
    static int carriers(HandbillArmy set, double share) {
        return (int) Math.max(1, Math.round(share * set.army().soldiers()));
    }

    /** By number of carriers, what comes of it in each army. */
    static List<List<Both>> levels(HandbillArmy set, int runs) {
        final List<List<Both>> byRun = inEach(
                set,
                runs,
                muster -> BEGIN.stream()
                        .map(share -> Both.of(muster, carriers(set, share)))
                        .toList());
        return IntStream.range(0, BEGIN.size())
                .mapToObj(level -> byRun.stream().map(run -> run.get(level)).toList())
                .toList();
    }

    /**
     * An offer, and what comes of it.
     *
     * @param set    the army before it
     * @param levels by number of carriers, in each army
     */
    record Offered(HandbillArmy set, List<List<Both>> levels) {
        Offered {
            levels = List.copyOf(levels);
        }
    }

    /** The same under other assumptions, one changed at a time, for one number of carriers. */
    static List<OtherArmy> others(HandbillArmy usual, int runs) {
        final Army army = usual.army();
        final List<HandbillArmy> sets = new ArrayList<>(List.of(usual.named("as above")));
        sets.add(usual.with(usual.offer().withCash(0.26)).named("cash .26, not .21"));
        sets.add(usual.with(usual.offer().withCash(BETTER)).named("cash .32"));
        sets.add(usual.withPassed(0.10).named("word passed on with chance .10, not .25"));
        sets.add(usual.withPassed(0.50).named("word passed on with chance .50"));
        sets.add(usual.with(army.withOrigins(6, 0)).named("friendships regardless of origin"));
        sets.add(usual.with(army.withOrigins(2, 0.8)).named("two places, not six"));
        sets.add(usual.with(army.withStray(6)).named("six stray friendships a man, not three"));
        sets.add(usual.with(army.withStray(0.5)).named("half a stray friendship a man"));
        return sets.stream()
                .map(set ->
                        new OtherArmy(set.name(), inEach(set, runs, muster -> Both.of(muster, carriers(set, MIDDLE)))))
                .toList();
    }

    /**
     * What comes of other assumptions.
     *
     * @param name  which
     * @param found in each army
     */
    record OtherArmy(String name, List<Both> found) {
        OtherArmy {
            found = List.copyOf(found);
        }
    }

    static HandbillsText text(HandbillArmy set, int runs) {
        final HandbillArmy better = set.with(set.offer().withCash(BETTER));
        return new HandbillsText(
                List.of(new Offered(set, levels(set, runs)), new Offered(better, levels(better, runs))),
                inEach(set, Math.max(1, runs / FEWER), Told::of),
                others(set, runs / 2));
    }
}
