package io.github.breakranks.design;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * Checks what was found for several games by solving each of them again, value by value, as {@link FrontierVerifier} does: the weights won a
 * little below and above every step, and for the least regret a scan of values on a grid of its own.
 */
final class AmbiguityVerifier {
    private static final double ASIDE = 1e-9;
    private static final double ASIDE_OF_GROUPS = 1e-7;
    private static final double SAME = 1e-9; // share, and weight
    private static final double ROUNDING = 1e-14; // share
    private static final double CLOSE = 1e-6; // of what is at stake
    private static final int BESIDE = 3; // values scanned at and beside the one found
    private static final int SCANNED = 211;

    private final Ambiguity ambiguity;
    private final Instrument instrument;
    private final Target target;
    private final HostCosts costs;

    private AmbiguityVerifier(Ambiguity ambiguity, Instrument instrument, Target target, HostCosts costs) {
        this.ambiguity = ambiguity;
        this.instrument = instrument;
        this.target = target;
        this.costs = costs;
    }

    static Certificate certify(Certainty found, CertaintySolver question, Ambiguity ambiguity, Watch watch) {
        final AmbiguityVerifier verifier =
                new AmbiguityVerifier(ambiguity, question.instrument(), question.target(), question.costs());
        double before = 0;
        double worst = 0;
        for (Certainty.Step step : found.steps()) {
            if (!watch.mayGoOn()) {
                return new Certificate.Unproven("not checked within the limit");
            }
            final double below = verifier.won(verifier.below(step.value()), ROUNDING);
            final double above = verifier.won(verifier.above(step.value()), SAME);
            final double aside = verifier.stands(step.value()) ? 0 : Math.max(0, below - before - SAME);
            final double off = Math.max(aside, step.certainty() - above);
            if (off > SAME) {
                return new Certificate.Unproven(
                        "beside " + question.instrument().label() + " " + step.value() + " games of weight " + below
                                + " and " + above + " reach the target");
            }
            worst = Math.max(worst, Math.max(0, off));
            before = step.certainty();
        }
        return new Certificate.Numeric(worst, "share");
    }

    static Certificate certify(RobustOffer found, RobustSolver question, Ambiguity ambiguity, Watch watch) {
        final AmbiguityVerifier verifier =
                new AmbiguityVerifier(ambiguity, question.instrument(), question.target(), question.costs());
        return question.takesNoChances() ? verifier.worstCase(found) : verifier.regret(found, question.worth(), watch);
    }

    private Certificate worstCase(RobustOffer found) {
        final double below = won(below(found.value()), ROUNDING);
        final double above = won(above(found.value()), SAME);
        return above >= 1 - SAME && (below < 1 - SAME || stands(found.value()))
                ? new Certificate.Numeric(Math.max(0, 1 - above), "share")
                : new Certificate.Unproven("beside " + instrument.label() + " " + found.value() + " games of weight "
                        + below + " and " + above + " reach the target");
    }

    /** Nothing lies below the instrument's lowest value. */
    private boolean stands(double value) {
        return below(value) >= value;
    }

    private double below(double value) {
        return Math.max(instrument.low(), value - aside(value));
    }

    private double above(double value) {
        return Math.min(instrument.high(), value + aside(value));
    }

    private double aside(double value) {
        final boolean groups = ambiguity.games().get(0).groups() > 1;
        return (groups ? ASIDE_OF_GROUPS : ASIDE) * Math.max(1, Math.abs(value));
    }

    /** The weight of the games that reach the target at a value, but for so much. */
    private double won(double value, double missing) {
        double weight = 0;
        for (int i = 0; i < ambiguity.size(); i++) {
            weight += missed(i, value) <= missing ? ambiguity.weights().get(i) : 0;
        }
        return weight;
    }

    private double missed(int game, double value) {
        return Math.max(
                0,
                target.share()
                        - Played.at(at(game, value), target.reliance() == Reliance.BEST)
                                .total());
    }

    private DefectionGame at(int game, double value) {
        return instrument.set(ambiguity.games().get(game), value);
    }

    private double loss(int game, double value, double worth) {
        final DefectionGame at = at(game, value);
        final double outlay = costs.outlay(
                at, Played.at(at, target.reliance() != Reliance.LEAST).shares());
        return outlay + worth * at.population().size() * missed(game, value);
    }

    /** No scanned value may lose less in a game than the least said, nor regret less; and the value found loses what it says. */
    private Certificate regret(RobustOffer found, double worth, Watch watch) {
        final double[] scanned = scanned(found);
        final double[] regrets = new double[scanned.length];
        double stake = found.worstRegret();
        double off = 0;
        for (RobustOffer.Outcome said : found.outcomes()) {
            final double loss = said.outlay() + worth * said.missed();
            final double least = loss - said.regret();
            stake = Math.max(stake, loss);
            double lowest = Double.POSITIVE_INFINITY;
            double highest = 0;
            for (int k = 0; k < scanned.length; k++) {
                if (!watch.mayGoOn()) {
                    return new Certificate.Unproven("not checked within the limit");
                }
                final double seen = loss(said.game(), scanned[k], worth);
                regrets[k] = Math.max(regrets[k], seen - least);
                off = Math.max(off, least - seen);
                lowest = k < BESIDE ? Math.min(lowest, seen) : lowest;
                highest = k < BESIDE ? Math.max(highest, seen) : highest;
            }
            off = Math.max(off, Math.max(lowest - loss, loss - highest));
        }
        off = Math.max(off, found.worstRegret() - Arrays.stream(regrets).min().orElse(0));
        return off <= CLOSE * stake
                ? new Certificate.Numeric(off, ambiguity.unit())
                : new Certificate.Unproven(
                        "a scan of " + scanned.length + " values finds losses that differ by " + off);
    }

    /** First the value found and those beside it, then what each game needs, then a grid. */
    private double[] scanned(RobustOffer found) {
        final DoubleStream.Builder values = DoubleStream.builder();
        double far = found.value();
        values.add(below(found.value())).add(found.value()).add(above(found.value()));
        for (RobustOffer.Outcome said : found.outcomes()) {
            if (said.need() < Double.POSITIVE_INFINITY) {
                values.add(above(said.need()));
                far = Math.max(far, said.need());
            }
        }
        final double low = instrument.low();
        final double high = Math.min(instrument.high(), low + 1.25 * (far - low) + Double.MIN_NORMAL);
        for (int k = 0; k <= SCANNED; k++) {
            values.add(low + (high - low) * k / SCANNED);
        }
        return values.build().toArray();
    }
}
