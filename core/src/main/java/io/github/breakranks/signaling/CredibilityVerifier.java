package io.github.breakranks.signaling;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Fraction;
import java.util.ArrayList;
import java.util.List;

/**
 * Plays the outcomes of a credibility game again, from payoffs alone: what a host could gain by another form, what a soldier could gain by
 * another choice. Where nobody is ever seen he is as suspicious as it takes, if that is a best reply to some belief.
 */
final class CredibilityVerifier {
    private static final double MOST = 1e-9; // regret, of what is at stake, beyond which nothing is certified
    private static final int DEPTHS = 200;
    private static final int CHANCES = 64;

    private final CredibilityGame game;
    private final double scale;

    private CredibilityVerifier(CredibilityGame game) {
        this.game = game;
        this.scale = game.host().benefit() + game.kept() + game.broken();
    }

    static Certificate certify(Credibility found) {
        final CredibilityVerifier verifier = new CredibilityVerifier(found.game());
        double worst = 0;
        for (CredibilityOutcome outcome : found.outcomes()) {
            for (HostPlay play : verifier.members(outcome.corners())) {
                worst = Math.max(worst, verifier.regret(play));
            }
        }
        return worst <= MOST * verifier.scale
                ? new Certificate.Numeric(worst, "unit of the game")
                : new Certificate.Unproven("some outcome leaves a regret of " + worst);
    }

    /** The corners of a family, and the middle between each two of them. */
    private List<HostPlay> members(List<HostPlay> corners) {
        final List<HostPlay> members = new ArrayList<>(corners);
        for (int i = 0; i < corners.size(); i++) {
            for (int j = 0; j < i; j++) {
                members.add(middle(corners.get(i), corners.get(j)));
            }
        }
        return members;
    }

    private static HostPlay middle(HostPlay one, HostPlay other) {
        final List<HostPlay.Step> steps = new ArrayList<>();
        for (int k = 0; k < one.steps().size(); k++) {
            final HostPlay.Step a = one.steps().get(k);
            final HostPlay.Step b = other.steps().get(k);
            final Commitment form = a.commitment();
            steps.add(new HostPlay.Step(
                    new Commitment(
                            form.name(),
                            (form.entrenchment() + b.commitment().entrenchment()) / 2,
                            form.escrow(),
                            form.shelter()),
                    (a.committed() + b.committed()) / 2,
                    (a.opportunist() + b.opportunist()) / 2,
                    (a.accepted() + b.accepted()) / 2));
        }
        return new HostPlay(steps);
    }

    private double regret(HostPlay play) {
        double committed = 0;
        double opportunist = 0;
        double gotCommitted = 0;
        double gotOpportunist = 0;
        double regret = 0;
        for (HostPlay.Step step : play.steps()) {
            committed += step.committed();
            opportunist += step.opportunist();
            gotCommitted += step.committed() * gain(true, step.commitment(), step.accepted());
            gotOpportunist += step.opportunist() * gain(false, step.commitment(), step.accepted());
        }
        for (Commitment message :
                play.steps().stream().map(HostPlay.Step::commitment).distinct().toList()) {
            regret = Math.max(regret, soldiersRegret(play, message));
        }
        regret = Math.max(regret, Math.max(Math.abs(committed - 1), Math.abs(opportunist - 1)) * scale);
        for (HostPlay.Step step : play.steps()) {
            regret = Math.max(regret, gain(true, step.commitment(), step.accepted()) - gotCommitted);
            regret = Math.max(regret, gain(false, step.commitment(), step.accepted()) - gotOpportunist);
        }
        for (Commitment form : untaken(play)) {
            regret = Math.max(regret, temptation(form, gotCommitted, gotOpportunist));
        }
        return regret;
    }

    /** What a host of this sort gets, written out once more. */
    private double gain(boolean committed, Commitment form, double going) {
        final CredibilityGame.Host host = game.host();
        return committed
                ? going * host.benefit() - form.entrenchment() * host.committedCost()
                : going * host.benefit() - going * form.escrow() - form.entrenchment() * host.opportunistCost();
    }

    /**
     * What a soldier who sees a message would gain by always going or never, weighed by how likely each host is to send it. All who see it do
     * alike: steps with one message and different replies are no play, and are held against it in full.
     */
    private double soldiersRegret(HostPlay play, Commitment message) {
        final List<HostPlay.Step> seen = play.steps().stream()
                .filter(step -> step.commitment().equals(message))
                .toList();
        double means = 0;
        double doesNot = 0;
        for (HostPlay.Step step : seen) {
            if (step.accepted() != seen.get(0).accepted()) {
                return scale;
            }
            means += game.prior() * step.committed();
            doesNot += (1 - game.prior()) * step.opportunist();
        }
        if (game.isNone(message)) {
            return seen.get(0).accepted() * scale; // nobody can go
        }
        final double lost = game.broken() - game.broken() * message.shelter() - message.escrow();
        final double going = means * game.kept() - doesNot * lost;
        return Math.max(going, 0) - seen.get(0).accepted() * going;
    }

    /** The least that either host could be held down to under a form nobody takes, over what it gets. */
    private double temptation(Commitment form, double committed, double opportunist) {
        if (game.isNone(form)) {
            return Math.max(-committed, -opportunist);
        }
        final boolean mayStay = Fraction.decimal(game.broken())
                        .times(Fraction.ONE.minus(Fraction.decimal(form.shelter())))
                        .compareTo(Fraction.decimal(form.escrow()))
                >= 0;
        double least = Double.POSITIVE_INFINITY;
        for (int k = mayStay ? 0 : CHANCES; k <= CHANCES; k++) {
            final double going = k / (double) CHANCES;
            least = Math.min(
                    least, Math.max(gain(true, form, going) - committed, gain(false, form, going) - opportunist));
        }
        // Both hosts' gains are straight in the chance of going: where they cross may be lower than any chance tried.
        final double benefit = game.host().benefit();
        final double apart = (gain(true, form, 0) - committed) - (gain(false, form, 0) - opportunist);
        final double crossing = -apart / (benefit - (benefit - form.escrow()));
        if (mayStay && crossing > 0 && crossing < 1) {
            least = Math.min(least, gain(true, form, crossing) - committed);
        }
        return least;
    }

    private List<Commitment> untaken(HostPlay play) {
        final List<Commitment> forms = new ArrayList<>();
        if (game.anyDepth()) {
            final Commitment form = game.menu().get(0);
            final double deepest = 2 * game.host().benefit() / game.host().committedCost();
            for (int k = 0; k <= DEPTHS; k++) {
                forms.add(new Commitment(form.name(), deepest * k / DEPTHS, form.escrow(), form.shelter()));
            }
        } else {
            forms.addAll(game.forms());
        }
        play.steps().forEach(step -> forms.remove(step.commitment()));
        return forms;
    }
}
