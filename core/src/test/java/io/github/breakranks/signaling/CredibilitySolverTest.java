package io.github.breakranks.signaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Range;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.signaling.HostPlay.Step;
import io.github.breakranks.signaling.PerfectBayesianEquilibrium.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Credibility of the offer: parole against statute, escrow and a third country. */
class CredibilitySolverTest {
    private static final CredibilityGame.Host HOST = CredibilityGame.host(1, 0.4, 1);
    private static final CredibilityGame DOUBTED = CredibilityGame.of(0.2, 3, 1, HOST);
    private static final CredibilityGame TRUSTED = CredibilityGame.of(0.5, 3, 1, HOST);
    private static final Commitment PAROLE = Commitment.of("parole", 0);
    private static final Commitment REGULATION = Commitment.of("regulation", 0.5);
    private static final Commitment STATUTE = Commitment.of("statute", 1.25);

    private static Credibility solved(CredibilityGame game) {
        final Answer<Credibility> answer = CredibilitySolver.solver().solve(game);
        assertInstanceOf(
                Certificate.Numeric.class,
                answer.certificate(),
                () -> answer.certificate().sentence());
        return answer.orElseThrow();
    }

    private static String refused(Executable work) {
        return assertThrows(IllegalArgumentException.class, work).getMessage();
    }

    private static CredibilityOutcome only(Credibility found, Kind kind, boolean survives) {
        final List<CredibilityOutcome> all = found.outcomes().stream()
                .filter(each -> each.kind() == kind && each.survivesD1() == survives)
                .toList();
        assertEquals(1, all.size());
        return all.get(0);
    }

    @Test
    void aSoldierOfThreeAndOneGoesFromABeliefOfAQuarter() {
        assertEquals(0.25, DOUBTED.belief(PAROLE));
    }

    /** {@code s* = D / kappa_O}; the committed host nets {@code D (1 - kappa_C / kappa_O)}. */
    @Test
    void separationTakesWhatIsJustTooMuchForTheOpportunist() {
        final CredibilityGame game = DOUBTED.withHost(CredibilityGame.host(2, 0.5, 2.5));
        final CredibilityOutcome apart = only(solved(game), Kind.SEPARATING, true);

        assertEquals(Range.of(0.8), apart.entrenchment());
        assertEquals(Range.of(2 * (1 - 0.5 / 2.5)), apart.committedGain());
        assertEquals(Range.of(0), apart.opportunistGain());
        assertEquals(Range.of(1), apart.belief());
        assertEquals(Range.of(0), apart.mimicry());
        assertEquals(
                Range.of(0.8, 4), only(solved(game), Kind.SEPARATING, false).entrenchment());
    }

    @Test
    void doubtedHostsAreRefusedAtTheirWordAndBelievedInLaw() {
        final Credibility found = solved(DOUBTED);

        assertEquals(Kind.SEPARATING, found.outcome().kind());
        assertEquals(1, found.share());
        assertEquals(Range.of(0), only(found, Kind.POOLING, false).accepted());
        assertFalse(only(found, Kind.POOLING, false).survivesIntuitive());
    }

    /** Pooling at 0 works if the prior is at least {@code l / (v + l)}, and D1 leaves it: all go already, so more depth gains nothing. */
    @Test
    void trustedHostsAreTakenAtTheirWord() {
        final Credibility found = solved(TRUSTED);

        assertEquals(Kind.POOLING, found.outcome().kind());
        assertEquals(0.5, found.share());
        assertEquals(Range.of(1), found.outcome().accepted());
        assertEquals(Range.of(0, 1), found.outcome().entrenchment());
        assertEquals(Kind.POOLING, solved(TRUSTED.withPrior(0.25)).outcome().kind());
    }

    /** The opportunist mimics so often that belief is just a quarter: {@code .2 (1 - .25) / (.8 * .25) = .75}. */
    @Test
    void theOpportunistMimicsUntilBeliefIsJustEnough() {
        final CredibilityOutcome mixed = solved(DOUBTED).outcomes().stream()
                .filter(each -> each.condition().equals("a prior below 0.25") && each.kind() == Kind.SEMI_SEPARATING)
                .findFirst()
                .orElseThrow();

        assertEquals(0.75, mixed.mimicry().low(), 1e-15);
        assertEquals(0.25, mixed.belief().high(), 1e-15);
        assertEquals(Range.of(0, 1), mixed.entrenchment());
        assertEquals(Range.of(0, 1), mixed.accepted());
        assertFalse(mixed.survivesIntuitive());
    }

    @Test
    void paroleOrStatuteIsAMatterOfThePrior() {
        final Credibility doubted = solved(DOUBTED.withMenu(PAROLE, REGULATION, STATUTE));
        final Credibility trusted = solved(TRUSTED.withMenu(PAROLE, REGULATION, STATUTE));

        assertEquals("statute", doubted.outcome().commitment().name());
        assertEquals(1, doubted.share());
        assertEquals(Optional.of(0.0), doubted.share("parole"));
        assertEquals(Optional.empty(), doubted.share("regulation"));
        assertEquals("parole", trusted.outcome().commitment().name());
        assertEquals(0.5, trusted.share());
        assertEquals("Credibility[1, separating at statute, soldiers go]", doubted.toString());
    }

    @Test
    void aMenuOfParoleAloneLeavesTheDoubtedHostRefused() {
        final Credibility found = solved(DOUBTED.withMenu(PAROLE));

        assertEquals("Credibility[0.2, pooling at parole, nobody goes]", found.toString());
        assertEquals(0.2, found.share());
        assertFalse(found.accepted());
    }

    /** Regulation at .5: go with chance .5, so that the opportunist gains nothing by it; mimicry .75 as at any depth. */
    @Test
    void onAMenuTheOpportunistMixesToo() {
        final Credibility found = solved(DOUBTED.withMenu(PAROLE, REGULATION));
        final CredibilityOutcome mixed = found.outcomes().stream()
                .filter(each -> each.kind() == Kind.SEMI_SEPARATING)
                .findFirst()
                .orElseThrow();

        assertEquals(Range.of(0.5), mixed.accepted());
        assertEquals(0.75, mixed.mimicry().low(), 1e-15);
        assertEquals(mixed, found.outcome());
    }

    /** Escrow and a third country lower the loss, not the doubt. */
    @Test
    void escrowAndShelterLowerTheLossAndNotTheDoubt() {
        final Commitment escrow = PAROLE.withEscrow(0.5);
        final Commitment third = PAROLE.withShelter(0.8);

        assertEquals(0.5, escrow.loss(1));
        assertEquals(0.5 / 3.5, DOUBTED.belief(escrow));
        assertEquals(0.2, third.loss(1), 1e-15);
        assertEquals(0.2 / 3.2, DOUBTED.belief(third), 1e-15);
        for (Commitment form : List.of(escrow, third)) {
            final Credibility found = solved(DOUBTED.withMenu(form));
            assertEquals(0.2, found.share());
            assertTrue(found.accepted());
        }
        assertFalse(solved(DOUBTED.withMenu(PAROLE)).accepted());
    }

    @Test
    void heWhoLosesNothingGoesWhateverHeBelieves() {
        final Credibility found = solved(DOUBTED.withMenu(PAROLE.withEscrow(1)));

        assertEquals(0, DOUBTED.belief(PAROLE.withEscrow(1)));
        assertEquals(Range.of(1), found.outcome().accepted());
        assertEquals(1, solved(CredibilityGame.of(0.2, 3, 0, HOST)).outcomes().size());
    }

    /** What lies in escrow is lost to the opportunist, so that less law tells the two apart. */
    @Test
    void escrowMakesSeparationCheaper() {
        final Credibility found =
                solved(DOUBTED.withAnyDepth(Commitment.of("law", 0).withEscrow(0.4)));

        assertEquals(0.6, found.outcomes().get(0).entrenchment().low(), 1e-15);
    }

    @Test
    void credibilityGoesIntoAnOfferInOneLine() {
        final Credibility found = solved(TRUSTED.withMenu(PAROLE.withEscrow(0.3)));
        final Offer offer = found.into(Offer.cash(0.5).withRefuge(0.2));

        assertEquals(Offer.cash(0.2).withEscrow(0.3).withRefuge(0.2).withCredibility(0.5), offer);
        assertEquals(offer, found.into(Offer.cash(0.5).withRefuge(0.2), "parole"));
        assertEquals(0.5 * 0.4 + 0.3, offer.worth(), 1e-15);
        assertEquals(
                "cash must be >= what parole holds in escrow, 0.3 [unit of the game], but was 0.1; give the offer that much cash, or set"
                        + " escrow and credibility, share(), on it yourself",
                refused(() -> found.into(Offer.cash(0.1))));
        assertEquals(
                "form must be one that some host takes, but was statute; solve the game with that form alone",
                refused(() -> solved(TRUSTED.withMenu(PAROLE, STATUTE)).into(Offer.none(), "statute")));
    }

    @Test
    void saysWhatItFound() {
        final Credibility found = solved(DOUBTED);

        assertEquals(
                "outcome          committed at [depth]  mimicry [share]  otherwise                                belief [share]"
                        + "  go [share]  committed [unit of the game]  opportunist [unit of the game]  intuitive  D1\n"
                        + "separating       1                     0                opportunist at 0                         1"
                        + "               1           0.6"
                        + "                           0                               true       true\n",
                found.table().text().lines().limit(2).map(line -> line + "\n").reduce("", String::concat));
        assertEquals(
                "Separating: the committed host takes depth 1, the opportunist depth 0; soldiers believe 1 and go with chance 1. It rests on"
                        + " depth 1: just too much for the opportunist. The intuitive criterion and D1 leave it: with less depth the"
                        + " opportunist would come too.",
                found.outcome().explain());
        assertEquals(
                "CredibilityOutcome[separating at 1, belief 1, go 1, D1]",
                found.outcome().toString());
    }

    /** The outcome taken is told in full; six outcomes in full were a page. */
    @Test
    void theOthersAreNamed() {
        assertEquals(
                "6 outcomes, 2 left by D1. The committed host does best in this one. "
                        + solved(DOUBTED).outcome().explain()
                        + " Also left: semi-separating at depth 1. Removed by D1: separating at depth 1 to 2.5, pooling at depth 0,"
                        + " semi-separating at depth 0 to 1 (2).",
                solved(DOUBTED).explain());
    }

    @Test
    void aFalseOutcomeIsNotCertified() {
        final CredibilityOutcome right = solved(DOUBTED).outcome();
        final Step step = right.corners().get(0).steps().get(0);
        for (double depth : new double[] {0.9, 2.6}) {
            final HostPlay wrong = new HostPlay(List.of(
                    new Step(Commitment.of("law", depth), 1, 0, step.accepted()),
                    right.corners().get(0).steps().get(1)));
            final CredibilityOutcome claimed = new CredibilityOutcome(
                    DOUBTED,
                    Kind.SEPARATING,
                    List.of(wrong),
                    "",
                    List.of(new CredibilityOutcome.Test(true, ""), new CredibilityOutcome.Test(true, "")));
            assertInstanceOf(
                    Certificate.Unproven.class,
                    CredibilityVerifier.certify(new Credibility(DOUBTED, List.of(claimed))));
        }
    }

    @Test
    void anyDepthIsNoFiniteGame() {
        assertEquals(
                "a finite game takes a menu, but any depth is open; use withMenu",
                assertThrows(IllegalStateException.class, DOUBTED::finite).getMessage());
        assertEquals(
                List.of("parole", "statute"),
                DOUBTED.withMenu(PAROLE, STATUTE).finite().messages());
    }

    @Test
    void stopsWhenTold() {
        final Answer<Credibility> answer = CredibilitySolver.solver()
                .solve(DOUBTED.withMenu(PAROLE, STATUTE), Watch.none().withCancel(() -> true));

        assertEquals(
                "cancelled; raise the limit or shorten the menu",
                assertThrows(IllegalStateException.class, answer::orElseThrow).getMessage());
    }

    @Test
    void refusesWhatIsNoGame() {
        assertEquals(
                "prior must be a share in (0, 1), but was 1.0; with no doubt there is nothing to tell",
                refused(() -> CredibilityGame.of(1, 3, 1, HOST)));
        assertEquals(
                "prior must be a share in (0, 1), but was NaN; with no doubt there is nothing to tell",
                refused(() -> DOUBTED.withPrior(Double.NaN)));
        assertEquals(
                "kept must be finite and > 0.0 [unit of the game], but was 0.0",
                refused(() -> CredibilityGame.of(0.5, 0, 1, HOST)));
        assertEquals(
                "broken must be finite and >= 0.0 [unit of the game], but was -1.0",
                refused(() -> CredibilityGame.of(0.5, 3, -1, HOST)));
        assertEquals(
                "benefit must be finite and > 0.0 [unit of the game], but was NaN",
                refused(() -> CredibilityGame.host(Double.NaN, 0.4, 1)));
        assertEquals(
                "committedCost must be finite and > 0.0 [unit of the game], but was 0.0",
                refused(() -> CredibilityGame.host(1, 0, 1)));
        assertEquals(
                "opportunistCost must be > committedCost, 0.4 [unit of the game], but was 0.4; where depth costs both alike it tells"
                        + " nothing",
                refused(() -> CredibilityGame.host(1, 0.4, 0.4)));
        assertEquals("menu must be >= 1 [commitments], but was 0", refused(DOUBTED::withMenu));
        assertEquals(
                "menu must have different names, but was [Commitment[parole, entrenchment 0.0], Commitment[parole, entrenchment 1.0]]",
                refused(() -> DOUBTED.withMenu(PAROLE, Commitment.of("parole", 1))));
        assertEquals(
                "name must be one of [parole], but was treaty",
                refused(() -> DOUBTED.withMenu(PAROLE).commitment("treaty")));
        assertEquals(
                "escrow must be < benefit, 1.0 [unit of the game], but was 1.0; put it in a menu beside a form with less",
                refused(() -> DOUBTED.withAnyDepth(PAROLE.withEscrow(1))));
        assertEquals(
                "entrenchment must be 0 [unit of entrenchment], but was 0.5; depth is counted from this form",
                refused(() -> DOUBTED.withAnyDepth(REGULATION)));
        assertEquals("shelter must be a share in [0, 1], but was 1.1", refused(() -> PAROLE.withShelter(1.1)));
    }
}
