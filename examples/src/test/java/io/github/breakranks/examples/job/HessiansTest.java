package io.github.breakranks.examples.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.breakranks.answer.Range;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Asserts only what is confirmed or cross-checked; single figures that are not, only by their sums. */
class HessiansTest {
    private static final Case HESSIANS = CaseReader.hessians();

    /** Lowell (1884) after Kapp. */
    @ParameterizedTest
    @CsvSource({
        "SENT, Hesse-Cassel, 16992",
        "SENT, Brunswick, 5723",
        "SENT, Hesse-Hanau, 2422",
        "SENT, Anspach-Bayreuth, 2353",
        "SENT, Waldeck, 1225",
        "SENT, Anhalt-Zerbst, 1160",
        "SENT, total, 29875",
        "RETURNED, Brunswick, 2708",
        "RETURNED, total, 17313",
        "NOT_RETURNED, total, 12562",
        "FORCE, heads, 29875"
    })
    void countsMen(Kind kind, String item, int men) {
        final Figure figure = only(kind, item);

        assertEquals(Range.of(men), figure.value());
        assertEquals("men", figure.unit());
        assertEquals(Certainty.CONFIRMED, figure.origin().certainty());
        assertEquals("Lowell 1884 after Kapp", figure.origin().source());
    }

    /** Journals of the Continental Congress, 27 August 1776. */
    @ParameterizedTest
    @CsvSource({
        "colonel, 1000",
        "lieutenant colonel, 800",
        "major, 600",
        "captain, 400",
        "lieutenant, 300",
        "ensign, 200",
        "non-commissioned officer, 100"
    })
    void offersLandByRank(String rank, int acres) {
        final Figure figure = only(Kind.RANK, rank);

        assertEquals(Range.of(acres), figure.value());
        assertEquals("acres", figure.unit());
        assertEquals(Certainty.CONFIRMED, figure.origin().certainty());
        assertEquals(
                "Journals of the Continental Congress, 27 August 1776",
                figure.origin().source());
    }

    /** Journals of the Continental Congress, 14 August 1776. */
    @Test
    void offersFiftyAcresToASoldier() {
        final Figure figure = only(Kind.OFFER, "base");

        assertEquals(Range.of(50), figure.value());
        assertEquals(Certainty.CONFIRMED, figure.origin().certainty());
        assertEquals(
                "Journals of the Continental Congress, 14 August 1776",
                figure.origin().source());
        assertEquals("50 acres", HESSIANS.base().name());
    }

    @ParameterizedTest
    @EnumSource(names = {"SENT", "RETURNED", "NOT_RETURNED"})
    void eachColumnAddsUp(Kind kind) {
        final double total = amount(kind, "total");

        assertEquals(2 * total, sum(kind));
    }

    @Test
    void thoseWhoDidNotReturnAddUp() {
        assertEquals(amount(Kind.NOT_RETURNED, "total"), sum(Kind.LOSS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hesse-Cassel",
                "Brunswick",
                "Hesse-Hanau",
                "Anspach-Bayreuth",
                "Waldeck",
                "Anhalt-Zerbst",
                "total"
            })
    void notReturnedIsSentLessReturned(String origin) {
        assertEquals(amount(Kind.SENT, origin) - amount(Kind.RETURNED, origin), amount(Kind.NOT_RETURNED, origin));
    }

    @Test
    void everyFigureOfHistoryHasASourceAndEveryAssumptionIsCalledOne() {
        for (Figure figure : HESSIANS.figures()) {
            assertEquals(figure.kind() == Kind.ASSUMED, figure.origin().source().isEmpty(), figure.toString());
            assertEquals(
                    figure.kind() == Kind.ASSUMED, figure.origin().certainty() == Certainty.ASSUMED, figure.toString());
        }
    }

    @Test
    void uncertainFiguresAreNotPassedOffAsConfirmed() {
        final List<String> uncertain = HESSIANS.figures().stream()
                .filter(figure -> figure.kind() == Kind.RETURNED)
                .filter(figure -> figure.origin().certainty() == Certainty.SUM_CHECKED)
                .map(Figure::item)
                .toList();

        assertEquals(List.of("Hesse-Cassel", "Hesse-Hanau", "Anspach-Bayreuth", "Waldeck", "Anhalt-Zerbst"), uncertain);
        assertEquals(Certainty.UNCERTAIN, only(Kind.FORCE, "gone").origin().certainty());
        assertTrue(HESSIANS.all(Kind.LOSS).stream()
                .allMatch(figure -> figure.origin().certainty() == Certainty.SUM_CHECKED));
    }

    @Test
    void noMoneyEnters() {
        assertFalse(HESSIANS.figures().stream().anyMatch(figure -> figure.unit().matches("(?i).*(usd|gbp|pound).*")));
    }

    private static Figure only(Kind kind, String item) {
        final List<Figure> found = HESSIANS.all(kind).stream()
                .filter(figure -> figure.item().equals(item))
                .toList();
        assertEquals(1, found.size(), kind + " " + item);
        return found.get(0);
    }

    private static double amount(Kind kind, String item) {
        return Objects.requireNonNull(only(kind, item).value()).low();
    }

    private static double sum(Kind kind) {
        return HESSIANS.all(kind).stream()
                .mapToDouble(figure -> Objects.requireNonNull(figure.value()).low())
                .sum();
    }
}
