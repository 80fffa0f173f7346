package io.github.breakranks.design;

import io.github.breakranks.equilibrium.RestPoint;
import io.github.breakranks.equilibrium.Spillover;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import java.util.Arrays;

/**
 * How the share gone and the outlay answer to a little more of one instrument, where play rests.
 *
 * <pre>{@code
 *   one law:   dv/dx = (1 - Phi_x) / Phi_v
 *   groups:    dx/dv = (I - J)^-1 Phi_v                          Phi_v = reach f(G) dG/dv,  for reach  F(G_offer) - F(G_none)
 *   marginal = sum_g heads_g (perHead_g dx_g + x_g dperHead_g + dfixed_g / heads_g) / sum_g heads_g dx_g
 * }</pre>
 *
 * <p>For cash to one law this is {@code cash + x/x'}: the inframarginal part x/x' goes to those who go anyway.
 */
final class Response {
    private Response() {}

    /** The marginal cost of one more of those who come, on one law's manifold [unit of the game]; NaN where the law has no density. */
    static double marginalOfLaw(DefectionGame game, Instrument instrument, HostCosts costs, double share) {
        final double slope = steepness(game, share);
        final double direct = direct(game, instrument, 0, share);
        final double[] rates = rates(game, instrument, costs, 0);
        final double dearer = share * rates[0] + rates[1]; // what those pay for who go anyway
        return costs.perHead(game.offer(0)) + (dearer == 0 ? 0 : dearer * (1 - slope) / direct);
    }

    /** The marginal cost of one more of all who come, at a stable rest point of laws [unit of the game]. */
    static double marginal(DefectionGame game, Instrument instrument, HostCosts costs, RestPoint at) {
        final double[] response = of(game, instrument, at);
        double spent = 0;
        double come = 0;
        for (int g = 0; g < response.length; g++) {
            final double mass = game.population().mass(g);
            final double[] rates = moves(game, instrument, g) ? rates(game, instrument, costs, g) : new double[2];
            spent += mass * (costs.perHead(game.offer(g)) * response[g] + at.shareOf(g) * rates[0] + rates[1]);
            come += mass * response[g];
        }
        return spent / come;
    }

    /** By group, how fast its share rises with the instrument, at a stable rest point of laws [share per unit of the instrument]. */
    static double[] of(DefectionGame game, Instrument instrument, RestPoint at) {
        final Spillover spillover = Spillover.of(game, at);
        final double[][] seen = game.seen();
        final int groups = game.groups();
        final double[] direct = new double[groups];
        for (int h = 0; h < groups; h++) {
            double sees = 0;
            for (int k = 0; k < groups; k++) {
                sees += seen[h][k] * at.shareOf(k);
            }
            direct[h] = moves(game, instrument, h) ? direct(game, instrument, h, Math.min(1, sees)) : 0;
        }
        final double[] response = new double[groups];
        Arrays.setAll(response, g -> {
            double sum = 0;
            for (int h = 0; h < groups; h++) {
                sum += spillover.of(g, h) * direct[h];
            }
            return sum;
        });
        return response;
    }

    private static boolean moves(DefectionGame game, Instrument instrument, int group) {
        return instrument.group().isEmpty() || game.population().groupOf(instrument.group()) == group;
    }

    /** {@code Phi_x}. */
    private static double steepness(DefectionGame game, double seen) {
        final CostLaw law = game.population().groups().get(0).law();
        final Offer offer = game.offer(0);
        final double heard = law.density(game.gain(0, seen)) * game.gain().slope(offer, 0, seen);
        if (offer.reach() == 1) {
            return heard;
        }
        final double unheard =
                law.density(game.gainUnheard(0, seen)) * game.gain().slope(Offer.none(), 0, seen);
        return offer.reach() * heard + (1 - offer.reach()) * unheard;
    }

    /** {@code Phi_v}: how many more of a group go for a little more of the instrument, others as they are. */
    private static double direct(DefectionGame game, Instrument instrument, int group, double seen) {
        final CostLaw law = game.population().groups().get(group).law();
        final double heard = game.gain(group, seen);
        if (instrument.term() == Term.REACH) {
            return law.cdf(heard) - law.cdf(game.gainUnheard(group, seen));
        }
        final Offer offer = game.offer(group);
        return offer.reach() * law.density(heard) * gainPerUnit(game, instrument.term(), group, seen);
    }

    /** {@code dG/dv}, by differences so wide that rounding does not show: gains are straight in a term, or nearly. */
    private static double gainPerUnit(DefectionGame game, Term term, int group, double seen) {
        final Offer offer = game.offer(group);
        final double value = offer.get(term);
        final double step = 0x1p-12 * Math.max(1, value);
        final double from = Math.max(0, value - step);
        final double to = Math.min(term.high(), value + step);
        return (game.gain().of(offer.with(term, to), group, seen) - game.gain().of(offer.with(term, from), group, seen))
                / (to - from);
    }

    /** What one unit more of the instrument adds to the cost a head, and to the fixed cost a head of the group; both are straight in it. */
    private static double[] rates(DefectionGame game, Instrument instrument, HostCosts costs, int group) {
        final Offer none = game.offer(group).with(instrument.term(), 0);
        final Offer one = game.offer(group).with(instrument.term(), 1);
        return new double[] {costs.perHead(one) - costs.perHead(none), costs.fixed(one, 1) - costs.fixed(none, 1)};
    }
}
