package io.github.breakranks.signaling;

import io.github.breakranks.internal.TableText;
import io.github.breakranks.signaling.CredibilityOutcome.Test;
import java.util.ArrayList;
import java.util.List;

/**
 * What the forms that nobody takes mean for an outcome on a menu: whether soldiers can be so suspicious there that no host deviates, and
 * what suspicion the intuitive criterion and D1 leave them.
 *
 * <p>A soldier goes or stays, so his best replies to all beliefs are the chances {@code [0, 1]} of going, or 1 alone where he loses nothing.
 */
final class MenuTests {
    static final double ROUNDING = 1e-12; // of what is at stake
    static final int COMMITTED = 0;
    static final int OPPORTUNIST = 1;

    private final CredibilityGame game;
    private final double[] gains; // of the committed, of the opportunist
    private final List<Commitment> untaken = new ArrayList<>();

    MenuTests(CredibilityGame game, HostPlay play) {
        this.game = game;
        this.gains = new double[] {play.committedGain(game.host()), play.opportunistGain(game.host())};
        for (Commitment commitment : game.menu()) {
            if (play.steps().stream().noneMatch(step -> step.commitment().equals(commitment))) {
                untaken.add(commitment);
            }
        }
    }

    /** By how much rounding may blur what a host gains under a form: each by what it pays itself. */
    static double width(CredibilityGame game, int type, Commitment commitment) {
        final CredibilityGame.Host host = game.host();
        final double pays = type == COMMITTED
                ? host.committedCost() * commitment.entrenchment()
                : commitment.escrow() + host.opportunistCost() * commitment.entrenchment();
        return ROUNDING * (host.benefit() + pays);
    }

    /** What a host gains by deviating to a form under which soldiers go with some chance, over what it has. */
    private double more(int type, Commitment commitment, double going) {
        final HostPlay.Step step = new HostPlay.Step(commitment, 0, 0, going);
        final double gain = type == COMMITTED ? step.committedGain(game.host()) : step.opportunistGain(game.host());
        final double more = gain - gains[type];
        return Math.abs(more) <= width(game, type, commitment) + ROUNDING * Math.abs(gains[type]) ? 0 : more;
    }

    private double least(Commitment commitment) {
        return commitment.loss(game.broken()) <= 0 ? 1 : 0;
    }

    /** Whether some chance of going in a range deters both hosts: gains are straight in it, so corners and zeros decide. */
    private boolean deters(Commitment commitment, double from, double to) {
        for (double going : places(commitment, from, to)) {
            if (more(COMMITTED, commitment, going) <= 0 && more(OPPORTUNIST, commitment, going) <= 0) {
                return true;
            }
        }
        return false;
    }

    /** The ends, where a host's gain is zero, and a place between each two of them. */
    private List<Double> places(Commitment commitment, double from, double to) {
        final List<Double> places = new ArrayList<>(List.of(from, to));
        for (int type = COMMITTED; type <= OPPORTUNIST; type++) {
            final double at = indifferent(type, commitment);
            if (at > from && at < to) {
                places.add(at);
            }
        }
        places.sort(null);
        for (int k = places.size() - 1; k > 0; k--) {
            places.add((places.get(k) + places.get(k - 1)) / 2);
        }
        return places;
    }

    /** The chance of going at which a deviation is as good as what the host has; perhaps no chance. */
    private double indifferent(int type, Commitment commitment) {
        final double none = more(type, commitment, 0);
        return none / (none - more(type, commitment, 1));
    }

    /** Whether soldiers can be so suspicious of every form that nobody takes that no host takes it. */
    boolean sustained() {
        return untaken.stream().allMatch(commitment -> deters(commitment, least(commitment), 1));
    }

    Test intuitive() {
        for (Commitment commitment : untaken) {
            final boolean[] left = new boolean[2];
            for (int type = COMMITTED; type <= OPPORTUNIST; type++) {
                left[type] = Math.max(more(type, commitment, least(commitment)), more(type, commitment, 1)) >= 0;
            }
            if (!left[COMMITTED] && !left[OPPORTUNIST]) {
                continue; // nobody would ever deviate there
            }
            final double from = left[OPPORTUNIST] ? least(commitment) : 1;
            final double to = left[COMMITTED] ? 1 : least(commitment);
            for (int type = COMMITTED; type <= OPPORTUNIST; type++) {
                final double worst = Math.min(more(type, commitment, from), more(type, commitment, to));
                if (left[type] && worst > 0) {
                    return new Test(
                            false,
                            name(1 - type) + " could never gain by " + commitment.name()
                                    + ", so soldiers who see it believe "
                                    + belief(1 - type) + ", and " + name(type) + " gains " + TableText.number(worst, 4)
                                    + " by it");
                }
            }
        }
        return new Test(true, "no form could tempt one host alone");
    }

    Test divine() {
        for (Commitment commitment : untaken) {
            final boolean goesC = deleted(COMMITTED, OPPORTUNIST, commitment);
            final boolean goesO = deleted(OPPORTUNIST, COMMITTED, commitment);
            final boolean both = goesC == goesO; // would both go, none does
            final double from = both || goesC ? least(commitment) : 1;
            final double to = both || goesO ? 1 : least(commitment);
            if (!deters(commitment, from, to)) {
                final int gone = goesC ? COMMITTED : OPPORTUNIST;
                return new Test(
                        false,
                        "whenever " + name(gone) + " would not lose by " + commitment.name() + ", " + name(1 - gone)
                                + " would gain, so soldiers who see it believe " + belief(gone) + ", and "
                                + name(1 - gone)
                                + " takes it");
            }
        }
        return new Test(true, "no form tempts the committed host for more replies than the opportunist");
    }

    /** Whether at every reply at which {@code type} does not lose by a form the other gains, and there is one at which the other gains. */
    private boolean deleted(int type, int other, Commitment commitment) {
        boolean gains = false;
        for (double going : places(commitment, least(commitment), 1)) {
            gains |= more(other, commitment, going) > 0;
            if (more(type, commitment, going) >= 0 && more(other, commitment, going) <= 0) {
                return false;
            }
        }
        return gains;
    }

    private static String name(int type) {
        return type == COMMITTED ? "the committed host" : "the opportunist";
    }

    private static String belief(int deleted) {
        return deleted == COMMITTED ? "the opportunist did it" : "the committed host did it";
    }
}
