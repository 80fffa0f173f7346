package io.github.breakranks.design;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.design.SingleOffer.Kind;
import io.github.breakranks.design.SingleOffer.Terms;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.Population;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cash of its own for each group: group by group where they never meet, else one group's at a time until none gains by it. */
final class OfferByGroup {
    private static final int MOST_ROUNDS = 20;
    private static final double SETTLED = 1e-9;

    private final TakeItOrLeaveIt solver;
    private final DefectionGame game;
    private final boolean apart;

    OfferByGroup(TakeItOrLeaveIt solver, DefectionGame game, boolean apart) {
        this.solver = solver;
        this.game = game;
        this.apart = apart;
    }

    Answer<SingleOffer> solve(Watch watch) {
        return apart ? groupByGroup(watch) : oneAtATime(watch);
    }

    private Answer<SingleOffer> groupByGroup(Watch watch) {
        final double[] cash = new double[game.groups()];
        final double[] shares = new double[cash.length];
        boolean attained = true;
        boolean any = false;
        double worst = 0;
        String doubt = "";
        for (int g = 0; g < cash.length; g++) {
            final DefectionGame alone = LeastShares.alone(game, g);
            final SingleOffer found = new LawOffer(alone, solver.worth(), solver.range(), watch).best();
            if (found == null) {
                return TakeItOrLeaveIt.stopped(SingleOffer.unknown(game, solver.worth()), watch);
            }
            final Certificate certificate = SingleOfferVerifier.certify(found, solver.range(), watch);
            if (certificate instanceof Certificate.Numeric numeric) {
                worst += game.population().mass(g) * numeric.worst();
            } else {
                doubt = certificate.sentence();
            }
            cash[g] = found.kind() == Kind.NONE ? solver.range().low() : found.cash();
            shares[g] = found.share();
            attained &= found.attained();
            any |= found.kind() != Kind.NONE;
        }
        final SingleOffer all = any ? offer(cash, shares, attained) : SingleOffer.none(game, solver.worth());
        final Certificate certificate =
                doubt.isEmpty() ? new Certificate.Numeric(worst, game.unit()) : new Certificate.Unproven(doubt);
        return TakeItOrLeaveIt.checked(all, certificate, watch);
    }

    private Answer<SingleOffer> oneAtATime(Watch watch) {
        final SingleOffer uniform = new TakeItOrLeaveIt(solver.worth(), solver.cash(), false)
                .solve(game, watch)
                .value();
        double[] cash = new double[game.groups()];
        Arrays.fill(cash, uniform.kind() == Kind.NONE ? solver.range().low() : uniform.cash());
        Found at = new Found(cash, shares(uniform), uniform.surplus(), uniform.attained());
        for (int round = 0; round < MOST_ROUNDS; round++) {
            final double before = at.surplus;
            for (int g = 0; g < cash.length; g++) {
                final Found next = better(at, g, watch);
                if (next == null) {
                    return TakeItOrLeaveIt.stopped(SingleOffer.unknown(game, solver.worth()), watch);
                }
                at = next;
            }
            if (at.surplus - before <= SETTLED * solver.worth()) {
                break;
            }
        }
        final SingleOffer found =
                at.surplus > 0 ? offer(at.cash, at.shares, at.attained) : SingleOffer.none(game, solver.worth());
        return TakeItOrLeaveIt.checked(
                found,
                new Certificate.Unproven(
                        "one group's cash was varied at a time: other amounts to several groups at once may gain more"),
                watch);
    }

    /** Cash to all groups, who comes, what is gained. */
    private record Found(double[] cash, double[] shares, double surplus, boolean attained) {}

    private @Nullable Found better(Found at, int group, Watch watch) {
        final CashSearch.Best best = new CashSearch(new OneGroup(at.cash, group), solver.range(), watch).best();
        if (best == null || !(best.surplus() > at.surplus)) {
            return best == null ? null : at;
        }
        final double[] cash = at.cash.clone();
        cash[group] = best.cash();
        return new Found(cash, best.shares(), best.surplus(), best.attained());
    }

    /** What all gain as one group's cash varies and the others' stays. */
    private final class OneGroup implements CashSearch.Host {
        private final double[] others;
        private final int group;

        OneGroup(double[] others, int group) {
            this.others = others;
            this.group = group;
        }

        @Override
        public double[] shares(double cash) {
            return LeastShares.of(set(with(cash)), false);
        }

        @Override
        public double surplus(double cash, double... shares) {
            return OfferByGroup.this.surplus(with(cash), shares);
        }

        @Override
        public double[] jumps(Watch watch) {
            final String name = game.population().groups().get(group).name();
            return LeastShares.jumps(io.github.breakranks.equilibrium.TippingSolver.of(Term.CASH)
                    .forGroup(name)
                    .solve(set(others), watch));
        }

        private double[] with(double cash) {
            final double[] all = others.clone();
            all[group] = cash;
            return all;
        }
    }

    private double surplus(double[] cash, double... shares) {
        double sum = 0;
        for (int g = 0; g < cash.length; g++) {
            sum += game.population().mass(g) * shares[g] * (solver.worth() - cash[g]);
        }
        return sum;
    }

    private DefectionGame set(double... cash) {
        DefectionGame all = game;
        final List<Population> groups = game.population().groups();
        for (int g = 0; g < cash.length; g++) {
            all = all.with(groups.get(g).name(), Term.CASH, cash[g]);
        }
        return all;
    }

    private static double[] shares(SingleOffer offer) {
        final double[] shares = new double[offer.game().groups()];
        Arrays.setAll(shares, offer::shareOf);
        return shares;
    }

    private SingleOffer offer(double[] cash, double[] shares, boolean attained) {
        return new SingleOffer(set(cash), new Terms(solver.worth(), Kind.STATIONARY, attained), cash, shares, null);
    }
}
