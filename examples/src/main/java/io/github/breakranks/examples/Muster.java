package io.github.breakranks.examples;

import io.github.breakranks.answer.Watch;
import io.github.breakranks.cascade.AwareSpread;
import io.github.breakranks.cascade.AwarenessCascade;
import io.github.breakranks.cascade.AwarenessCascade.Layers;
import io.github.breakranks.cascade.Contagion;
import io.github.breakranks.cascade.NetworkCascade;
import io.github.breakranks.cascade.NetworkSpread;
import io.github.breakranks.cascade.Reach;
import io.github.breakranks.cascade.ReachBaselines;
import io.github.breakranks.cascade.ReachBudget;
import io.github.breakranks.cascade.ReachSolver;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.Pressure;
import io.github.breakranks.game.Thresholds;
import io.github.breakranks.network.Army.Unit;
import io.github.breakranks.network.Formation;
import io.github.breakranks.network.Network;
import io.github.breakranks.network.NetworkBuilder;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.population.Population;
import java.util.BitSet;
import java.util.stream.IntStream;

/** One army drawn: who is tied to whom, who comes from where, and what leaving costs each. Who draws with the same seed has the same army. */
final class Muster {
    private static final int DRAWS = 8; // seeds of one muster, so that nothing is drawn twice from the same

    private final HandbillArmy set;
    private final long seed;
    private final Formation formation;
    private final Network kin;
    private final NetworkCascade going;

    Muster(HandbillArmy set, long seed) {
        this.set = set;
        this.seed = DRAWS * seed;
        this.formation = set.army().form(this.seed);
        this.kin = kin(formation);
        final Population soldiers = Population.draw(set.army().soldiers(), set.costs(), this.seed + 1);
        final Pressure pressure = Pressure.of(DefectionGame.of(soldiers, set.offer(), Reprisal.fading(set.reprisal()))
                .on(formation.network()));
        this.going = NetworkCascade.of(Contagion.thresholds(Thresholds.of(IntStream.range(0, soldiers.size())
                .mapToLong(pressure::needed)
                .mapToInt(Math::toIntExact)
                .toArray())));
    }

    /** The ties between men of one origin: the layer on which the word passes. */
    private static Network kin(Formation formation) {
        final Network all = formation.network();
        final NetworkBuilder builder = Network.builder(all.agents());
        for (int soldier = 0; soldier < all.agents(); soldier++) {
            final int one = soldier;
            all.watchers(one)
                    .filter(other -> other > one && formation.originOf(other) == formation.originOf(one))
                    .forEach(other -> builder.add(one, other));
        }
        return builder.build();
    }

    Formation formation() {
        return formation;
    }

    Network kin() {
        return kin;
    }

    /** Handbills: the word passes from these carriers over ties of origin; then those go who have heard and whom others bring to it. */
    AwareSpread handbills(int... carriers) {
        final NetworkCascade word = NetworkCascade.of(Contagion.independent(set.passed()))
                .withStart(carriers)
                .withSeed(seed + 2);
        return AwarenessCascade.of(word, going)
                .solve(new Layers(kin, formation.network()))
                .orElseThrow();
    }

    /** Leaflets: so many men read one, whoever they are; then those go who have read it and whom others bring to it. */
    NetworkSpread leaflets(int men) {
        return men == 0 ? among() : among(atRandom(men, seed + 3));
    }

    private NetworkSpread among(int... aware) {
        return going.withAware(aware).solve(formation.network()).orElseThrow();
    }

    /** Who reads a leaflet, if so many do. */
    int[] readers(int men) {
        return atRandom(men, seed + 3);
    }

    /** All have heard. */
    NetworkSpread everybody() {
        return going.solve(formation.network()).orElseThrow();
    }

    /** So many men, whoever they are. */
    int[] anybody(int men) {
        return atRandom(men, seed + 4);
    }

    private int[] atRandom(int men, long drawn) {
        return ReachBaselines.atRandom(formation.network(), ReachBudget.agents(men), drawn);
    }

    /** Who leads each company. */
    int[] leaders() {
        return formation.leaders(Unit.COMPANY).toArray();
    }

    /** So many who together bring the word to most, by the solver, certainly near the most. */
    Reach chosen(int men) {
        return ReachSolver.of(Contagion.independent(set.passed()), men)
                .withSeed(seed + 5)
                .withThreads(1)
                .solve(kin, Watch.none())
                .orElseThrow();
    }

    /** Of those whom one who has heard watches, the share that has heard too, on average over those who watch anybody. */
    double toldAround(int... aware) {
        final BitSet heard = new BitSet();
        IntStream.of(aware).forEach(heard::set);
        return IntStream.of(aware)
                .filter(soldier -> formation.network().watches(soldier) > 0)
                .mapToDouble(soldier ->
                        formation.network().watchers(soldier).filter(heard::get).count()
                                / (double) formation.network().watches(soldier))
                .average()
                .orElse(0);
    }
}
