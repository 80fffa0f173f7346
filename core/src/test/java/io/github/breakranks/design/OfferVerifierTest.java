package io.github.breakranks.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Reprisal;
import io.github.breakranks.offer.Term;
import io.github.breakranks.population.CostLaw;
import io.github.breakranks.population.Population;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That the certificates of designed offers can fail. */
class OfferVerifierTest {
    private static final DefectionGame SOLDIERS = DefectionGame.of(
            Population.of(30_000, CostLaw.normal(0.25, 0.12)),
            Offer.cash(0.21).withRefuge(0.30).withCredibility(0.90),
            Reprisal.fading(0.40));
    private static final double TIPS = 0.22150022621521823;

    private static OpenTerms open(Term... terms) {
        final List<Instrument> instruments =
                Arrays.stream(terms).map(Instrument::of).toList();
        return new OpenTerms(SOLDIERS, instruments, Reliance.LEAST, HostCosts.cashOnly(), Watch.none());
    }

    private static Candidate at(double score, double... values) {
        return new Candidate(values, false, values, score);
    }

    @Test
    void aSingleTermMustMissBelowAndReachAbove() {
        final OfferVerifier verifier = new OfferVerifier(open(Term.CASH), 0.5);
        assertInstanceOf(Certificate.Proven.class, verifier.single(at(0, TIPS)));
        assertTrue(verifier.single(at(0, TIPS + 0.001)).sentence().startsWith("not proven: beside the offer 0.95"));
        assertTrue(verifier.single(at(0, TIPS - 0.001)).sentence().startsWith("not proven: beside the offer 0.1"));
    }

    @Test
    void noneMustMissAtTheHighest() {
        final OfferVerifier verifier = new OfferVerifier(open(Term.CASH), 0.5);
        assertInstanceOf(Certificate.Proven.class, verifier.none(0.2));
        assertInstanceOf(Certificate.Unproven.class, verifier.none(0.3));
    }

    /** With a refuge that costs nothing, cash alone is no cheapest offer. */
    @Test
    void aBoundThatIsTooHighIsRefuted() {
        final OfferVerifier verifier = new OfferVerifier(open(Term.CASH, Term.REFUGE), 0.5);
        final Candidate cashAlone = at(0.5215 * 28_600, 0.5216, 0);
        assertTrue(verifier.several(cashAlone, new double[] {1, 1}, 14_800)
                .sentence()
                .startsWith("not proven: another offer reaches the target for "));
        assertEquals(
                "not proven: a little above the offer only 0.0084",
                verifier.several(at(0, 0.2, 0.2), new double[] {1, 1}, 0)
                        .sentence()
                        .substring(0, 48));
    }

    @Test
    void aBudgetMustBeKeptAndUsed() {
        final BudgetVerifier verifier = new BudgetVerifier(open(Term.CASH), 6300);
        final double share = 0.2;
        assertTrue(verifier.certify(at(-share, 0.3), new double[] {0.3}, share)
                .sentence()
                .startsWith("not proven: the offer costs "));
        final double found = new Beholder(open(Term.CASH)).seen(0.21).share();
        assertTrue(verifier.certify(at(-found, 0.21), new double[] {0.22}, found)
                .sentence()
                .startsWith("not proven: a larger offer brings "));
        assertEquals(
                "not proven: a little more was not seen to cost more than the budget",
                verifier.certify(at(-found, 0.21), new double[] {0.21}, found).sentence());
        assertInstanceOf(Certificate.Unproven.class, verifier.tooDear(0));
    }

    @Test
    void anotherOfferThatBringsMoreIsSeen() {
        final BudgetVerifier verifier = new BudgetVerifier(open(Term.CASH, Term.REFUGE), 6300);
        final double found =
                new Beholder(open(Term.CASH, Term.REFUGE)).seen(0.21, 0.3).share();
        assertTrue(verifier.certify(at(-found, 0.21, 0.3), new double[] {1, 1}, found)
                .sentence()
                .startsWith("not proven: another offer within the budget brings "));
    }
}
