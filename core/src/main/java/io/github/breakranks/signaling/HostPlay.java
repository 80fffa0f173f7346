package io.github.breakranks.signaling;

import java.util.List;

/** One way to play a credibility game, on the path: which form each host takes with what chance, and how often soldiers go then. */
record HostPlay(List<Step> steps) {

    /**
     * A form that some host takes.
     *
     * @param commitment     its form
     * @param committed   chance that the committed host takes it
     * @param opportunist chance that the opportunist does
     * @param accepted    chance that a soldier goes
     */
    record Step(Commitment commitment, double committed, double opportunist, double accepted) {
        /** Belief that the host means it, by Bayes' rule, a share. */
        double belief(double prior) {
            final double means = prior * committed;
            return means / (means + (1 - prior) * opportunist);
        }

        /** Whether some host takes the form: at a corner of a family it may be none. */
        boolean taken() {
            return committed + opportunist > 0;
        }

        double committedGain(CredibilityGame.Host host) {
            return accepted * host.benefit() - host.committedCost() * commitment.entrenchment();
        }

        double opportunistGain(CredibilityGame.Host host) {
            return accepted * (host.benefit() - commitment.escrow())
                    - host.opportunistCost() * commitment.entrenchment();
        }
    }

    HostPlay {
        steps = List.copyOf(steps);
    }

    /** What the committed host gains: the same wherever it mixes. */
    double committedGain(CredibilityGame.Host host) {
        return steps.stream()
                .filter(each -> each.committed > 0)
                .findFirst()
                .orElseThrow()
                .committedGain(host);
    }

    double opportunistGain(CredibilityGame.Host host) {
        return steps.stream()
                .filter(each -> each.opportunist > 0)
                .findFirst()
                .orElseThrow()
                .opportunistGain(host);
    }
}
