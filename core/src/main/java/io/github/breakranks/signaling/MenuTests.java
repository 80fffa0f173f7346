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
    private static final int COMMITTED = 0;
    private static final int OPPORTUNIST = 1;

    private final CredibilityGame game;
    private final double[] gains; // of the committed, of the opportunist
    private final List<Binding> untaken = new ArrayList<>();
    private final double width;

    MenuTests(CredibilityGame game, HostPlay play) {
        this.game = game;
        this.gains = new double[] {play.committedGain(game.host()), play.opportunistGain(game.host())};
        for (Binding binding : game.menu()) {
            if (play.steps().stream().noneMatch(step -> step.binding().equals(binding))) {
                untaken.add(binding);
            }
        }
        final double deepest = game.menu().stream()
                .mapToDouble(Binding::entrenchment)
                .max()
                .orElseThrow();
        final double held =
                game.menu().stream().mapToDouble(Binding::escrow).max().orElseThrow();
        this.width = ROUNDING * (game.host().benefit() + held + game.host().opportunistCost() * deepest);
    }

    /** What a host gains by deviating to a form under which soldiers go with some chance, over what it has. */
    private double more(int type, Binding binding, double going) {
        final HostPlay.Step step = new HostPlay.Step(binding, 0, 0, going);
        final double gain = type == COMMITTED ? step.committedGain(game.host()) : step.opportunistGain(game.host());
        final double more = gain - gains[type];
        return Math.abs(more) <= width ? 0 : more;
    }

    private double least(Binding binding) {
        return binding.loss(game.broken()) <= 0 ? 1 : 0;
    }

    /** Whether some chance of going in a range deters both hosts: gains are straight in it, so corners and zeros decide. */
    private boolean deters(Binding binding, double from, double to) {
        for (double going : places(binding, from, to)) {
            if (more(COMMITTED, binding, going) <= 0 && more(OPPORTUNIST, binding, going) <= 0) {
                return true;
            }
        }
        return false;
    }

    /** The ends, where a host's gain is zero, and a place between each two of them. */
    private List<Double> places(Binding binding, double from, double to) {
        final List<Double> places = new ArrayList<>(List.of(from, to));
        for (int type = COMMITTED; type <= OPPORTUNIST; type++) {
            final double at = indifferent(type, binding);
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
    private double indifferent(int type, Binding binding) {
        final double none = more(type, binding, 0);
        return none / (none - more(type, binding, 1));
    }

    /** Whether soldiers can be so suspicious of every form that nobody takes that no host takes it. */
    boolean sustained() {
        return untaken.stream().allMatch(binding -> deters(binding, least(binding), 1));
    }

    Test intuitive() {
        for (Binding binding : untaken) {
            final boolean[] left = new boolean[2];
            for (int type = COMMITTED; type <= OPPORTUNIST; type++) {
                left[type] = Math.max(more(type, binding, least(binding)), more(type, binding, 1)) >= 0;
            }
            if (!left[COMMITTED] && !left[OPPORTUNIST]) {
                continue; // nobody would ever deviate there
            }
            final double from = left[OPPORTUNIST] ? least(binding) : 1;
            final double to = left[COMMITTED] ? 1 : least(binding);
            for (int type = COMMITTED; type <= OPPORTUNIST; type++) {
                final double worst = Math.min(more(type, binding, from), more(type, binding, to));
                if (left[type] && worst > 0) {
                    return new Test(false, name(1 - type) + " could never gain by " + binding.name() + ", so soldiers who see it believe "
                            + belief(1 - type) + ", and " + name(type) + " gains " + TableText.number(worst, 4)
                            + " by it");
                }
            }
        }
        return new Test(true, "no form could tempt one host alone");
    }

    Test divine() {
        for (Binding binding : untaken) {
            final boolean goesC = deleted(COMMITTED, OPPORTUNIST, binding);
            final boolean goesO = deleted(OPPORTUNIST, COMMITTED, binding);
            final boolean both = goesC == goesO; // would both go, none does
            final double from = both || goesC ? least(binding) : 1;
            final double to = both || goesO ? 1 : least(binding);
            if (!deters(binding, from, to)) {
                final int gone = goesC ? COMMITTED : OPPORTUNIST;
                return new Test(false, "whenever " + name(gone) + " would not lose by " + binding.name() + ", " + name(1 - gone)
                        + " would gain, so soldiers who see it believe " + belief(gone) + ", and " + name(1 - gone)
                        + " takes it");
            }
        }
        return new Test(true, "no form tempts the committed host for more replies than the opportunist");
    }

    /** Whether at every reply at which {@code type} does not lose by a form the other gains, and there is one at which the other gains. */
    private boolean deleted(int type, int other, Binding binding) {
        boolean gains = false;
        for (double going : places(binding, least(binding), 1)) {
            gains |= more(other, binding, going) > 0;
            if (more(type, binding, going) >= 0 && more(other, binding, going) <= 0) {
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
