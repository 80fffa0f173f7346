package io.github.breakranks.cascade;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Solver;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.internal.Coins;
import io.github.breakranks.network.Network;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/**
 * Spreads word of an offer first, then going: handbills pass from hand to hand over one network; over another, or the same, go those who
 * have heard and whom others bring to it. Whoever has not heard never goes.
 *
 * <pre>{@code
 *   A  = spread of the word from those who found a handbill, over the first network
 *   S' = S + { i in A : those i watches make him go }        over the second
 * }</pre>
 *
 * <p>More handbills never lower either set: who finds one at some share of handbills finds one at every larger share.
 *
 * <p>Cost: two spreads, see {@link NetworkCascade}.
 */
public final class AwarenessCascade implements Solver<AwarenessCascade.Layers, AwareSpread> {
    private final NetworkCascade word;
    private final double leaflets;
    private final NetworkCascade going;

    /**
     * Who passes the word to whom, and who watches whom go; the same agents.
     *
     * @param word  over which the word passes
     * @param going over which going spreads
     */
    public record Layers(Network word, Network going) {
        public Layers {
            if (word.agents() != going.agents()) {
                throw Checks.refused(
                        "going must have the agents of word, %s [count], but was %s", word.agents(), going.agents());
            }
        }

        /** One network for both. */
        public static Layers same(Network network) {
            return new Layers(network, network);
        }
    }

    private AwarenessCascade(NetworkCascade word, double leaflets, NetworkCascade going) {
        this.word = Objects.requireNonNull(word, "word");
        this.leaflets = Checks.share("leaflets", leaflets);
        this.going = Objects.requireNonNull(going, "going");
    }

    /**
     * The word passes like {@code word}, from those with whom it starts; then going spreads like {@code going}, among those who have heard.
     * Those of its start who have not heard do not go.
     */
    public static AwarenessCascade of(NetworkCascade word, NetworkCascade going) {
        return new AwarenessCascade(word, 0, going);
    }

    /** This solver, in which each agent finds a handbill with such a chance besides, a share, drawn from the seed of the word. */
    public AwarenessCascade withLeaflets(double newLeaflets) {
        return new AwarenessCascade(word, newLeaflets, going);
    }

    @Override
    public Answer<AwareSpread> solve(Layers layers, Watch watch) {
        final BitSet found = new BitSet();
        final long coins = Coins.state(~word.seed());
        final long heads = Coins.heads(leaflets);
        for (int agent = 0; agent < layers.word().agents(); agent++) {
            found.set(agent, Coins.yes(coins, agent, heads));
        }
        for (int agent : word.startOn(layers.word())) {
            found.set(agent);
        }
        final Answer<NetworkSpread> heard =
                word.withStart(found.stream().toArray()).solve(layers.word(), watch);
        final Answer<NetworkSpread> went =
                going.withAware(heard.value().inOrder()).solve(layers.going(), watch);
        final AwareSpread spread = new AwareSpread(heard.value(), went.value());
        final Certificate certificate = both(heard.certificate(), went.certificate());
        for (Answer<NetworkSpread> answer : List.of(heard, went)) {
            if (answer instanceof Answer.Stopped<NetworkSpread> stopped) {
                return new Answer.Stopped<>(spread, certificate, stopped.why(), stopped.remedy());
            }
        }
        return new Answer.Found<>(spread, certificate);
    }

    private static Certificate both(Certificate word, Certificate going) {
        if (word instanceof Certificate.Proven heard && going instanceof Certificate.Proven went) {
            final List<String> assuming = new ArrayList<>(heard.assuming());
            assuming.addAll(went.assuming());
            return new Certificate.Proven("word and going each: " + went.how(), assuming);
        }
        return word instanceof Certificate.Proven ? going : word;
    }

    @Override
    public String toString() {
        return "AwarenessCascade[word " + word.contagion() + (leaflets == 0 ? "" : ", leaflets " + leaflets)
                + "; going " + going.contagion() + "]";
    }
}
