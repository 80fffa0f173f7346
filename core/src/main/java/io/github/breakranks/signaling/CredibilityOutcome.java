package io.github.breakranks.signaling;

import io.github.breakranks.answer.Range;
import io.github.breakranks.internal.TableText;
import io.github.breakranks.signaling.PerfectBayesianEquilibrium.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * One way in which a credibility game can rest, or a family of such ways: what each host does, what soldiers believe, and whether the
 * refinements leave it.
 *
 * <p>A family is given by its corners: every mixture of them, in depth and in chances, is an equilibrium too. Where two depths of a family
 * become one at an end of its range ({@link #openEnds}), soldiers there see one message, and it is another outcome: such an end is
 * approached only, and what is said of belief is its limit.
 */
public final class CredibilityOutcome {
    private static final String BY_CONVENTION =
            "Soldiers believe just as much as it takes: they are indifferent, and go by convention. ";

    private final CredibilityGame game;
    private final Kind kind;
    private final List<HostPlay> corners;
    private final String condition;
    private final Test intuitive;
    private final Test divine;

    /**
     * What a refinement says.
     *
     * @param survives whether it leaves the outcome
     * @param why      the comparison that decides
     */
    record Test(boolean survives, String why) {}

    CredibilityOutcome(
            CredibilityGame game, Kind kind, List<HostPlay> corners, String condition, List<Test> intuitiveThenDivine) {
        this.game = game;
        this.kind = kind;
        this.corners = List.copyOf(corners);
        this.condition = condition;
        this.intuitive = intuitiveThenDivine.get(0);
        this.divine = intuitiveThenDivine.get(1);
    }

    CredibilityGame game() {
        return game;
    }

    List<HostPlay> corners() {
        return corners;
    }

    /** What soldiers learn. */
    public Kind kind() {
        return kind;
    }

    /** When it is an equilibrium, in words. */
    public String condition() {
        return condition;
    }

    /** The form that the committed host takes; where it mixes, the one that the opportunist may take too. */
    public Commitment commitment() {
        return corners.get(0).steps().get(0).commitment();
    }

    /** How deep the committed host binds itself [unit of entrenchment]. */
    public Range entrenchment() {
        return over(play -> play.steps().get(0).commitment().entrenchment());
    }

    /** How often soldiers go who are put this offer, a share. */
    public Range accepted() {
        return over(play -> play.steps().get(0).accepted());
    }

    /** How likely the opportunist takes the same form, a share. */
    public Range mimicry() {
        return over(play -> play.steps().get(0).opportunist());
    }

    /** Belief, under this form, that the host means it, a share. */
    public Range belief() {
        return over(
                corners.stream().filter(play -> play.steps().get(0).taken()).toList(),
                play -> play.steps().get(0).belief(game.prior()));
    }

    /** Belief of those who see a form that some host takes here; empty where none takes it. */
    public Optional<Range> belief(String commitment) {
        game.commitment(commitment);
        final List<HostPlay.Step> seen = corners.stream()
                .flatMap(play -> play.steps().stream())
                .filter(step -> step.taken() && step.commitment().name().equals(commitment))
                .toList();
        return seen.isEmpty() || game.anyDepth()
                ? Optional.empty()
                : Optional.of(Range.of(
                        seen.stream()
                                .mapToDouble(step -> step.belief(game.prior()))
                                .min()
                                .orElseThrow(),
                        seen.stream()
                                .mapToDouble(step -> step.belief(game.prior()))
                                .max()
                                .orElseThrow()));
    }

    /** What the committed host gains [unit of the game]. */
    public Range committedGain() {
        return over(play -> play.committedGain(game.host()));
    }

    /** What the opportunist gains [unit of the game]. */
    public Range opportunistGain() {
        return over(play -> play.opportunistGain(game.host()));
    }

    /** Whether some end of its ranges is approached only, as there two of its forms are one message. */
    public boolean openEnds() {
        return kind != Kind.POOLING && corners.stream().anyMatch(CredibilityOutcome::merges);
    }

    private static boolean merges(HostPlay play) {
        return play.steps().stream().map(HostPlay.Step::commitment).distinct().count()
                < play.steps().size();
    }

    private Range over(ToDoubleFunction<HostPlay> amount) {
        return over(corners, amount);
    }

    private static Range over(List<HostPlay> plays, ToDoubleFunction<HostPlay> amount) {
        return Range.of(
                plays.stream().mapToDouble(amount).min().orElseThrow(),
                plays.stream().mapToDouble(amount).max().orElseThrow());
    }

    /** Whether the intuitive criterion leaves it, of a family all of it (Cho and Kreps 1987). */
    public boolean survivesIntuitive() {
        return intuitive.survives;
    }

    /** Whether D1 leaves it, of a family all of it. */
    public boolean survivesD1() {
        return divine.survives;
    }

    /** In a few sentences: who does what, when it is an equilibrium, and what removes it. */
    public String explain() {
        final StringBuilder out = new StringBuilder(capital(kind.toString())).append(": ");
        out.append(said());
        out.append(". It rests on ").append(condition).append(". ");
        out.append(indifferent() ? BY_CONVENTION : "");
        out.append(
                openEnds()
                        ? "Where two of these depths are one, soldiers see one message, so that such an end is approached only. "
                        : "");
        if (survivesD1()) {
            return out.append("The intuitive criterion and D1 leave it: ")
                    .append(divine.why)
                    .append('.')
                    .toString();
        }
        out.append(survivesIntuitive() ? "D1 removes it: " : "The intuitive criterion and D1 remove it: ");
        return out.append(survivesIntuitive() ? divine.why : intuitive.why)
                .append('.')
                .toString();
    }

    /** Whether soldiers would as soon stay, and are taken to go: in sets what else they may do is there too. */
    private boolean indifferent() {
        return kind == Kind.POOLING
                && !game.inSets()
                && accepted().low() > 0
                && game.belief(commitment()) > 0
                && game.belief(commitment()) == game.prior();
    }

    private String said() {
        final String committed = taken(HostPlay.Step::committed);
        final String opportunist = taken(HostPlay.Step::opportunist);
        final StringBuilder out = new StringBuilder("the committed host takes ").append(committed);
        out.append(", the opportunist ").append(opportunist.equals(committed) ? "the same" : opportunist);
        out.append(kind == Kind.SEMI_SEPARATING ? "; those who see " + place(0) + " believe " : "; soldiers believe ");
        out.append(shown(belief()));
        return out.append(" and go with chance ").append(shown(accepted())).toString();
    }

    /** Where each host goes besides the form that names the outcome, such as {@code opportunist at parole}; {@code none} if it never does. */
    String otherwise() {
        final List<String> others = new ArrayList<>();
        for (int step = 1; step < corners.get(0).steps().size(); step++) {
            if (chances(HostPlay.Step::committed, step).high() > 0) {
                others.add("committed at " + at(step));
            }
            if (chances(HostPlay.Step::opportunist, step).high() > 0) {
                others.add("opportunist at " + at(step));
            }
        }
        return others.isEmpty() ? "none" : String.join(", ", others);
    }

    /** The forms that a host takes, each but the last with its chance. */
    private String taken(ToDoubleFunction<HostPlay.Step> chance) {
        final List<Integer> steps = IntStream.range(0, corners.get(0).steps().size())
                .filter(k -> chances(chance, k).high() > 0)
                .boxed()
                .toList();
        final StringBuilder out = new StringBuilder();
        for (int n = 0; n < steps.size() - 1; n++) {
            out.append(place(steps.get(n)))
                    .append(" with chance ")
                    .append(shown(chances(chance, steps.get(n))))
                    .append(", else ");
        }
        return out.append(place(steps.get(steps.size() - 1))).toString();
    }

    private Range chances(ToDoubleFunction<HostPlay.Step> chance, int step) {
        return over(play -> chance.applyAsDouble(play.steps().get(step)));
    }

    private String place(int step) {
        return (game.anyDepth() ? "depth " : "") + at(step);
    }

    private String at(int step) {
        return game.anyDepth()
                ? shown(over(play -> play.steps().get(step).commitment().entrenchment()))
                : corners.get(0).steps().get(step).commitment().name();
    }

    static String shown(Range range) {
        final String low = TableText.number(range.low(), 4);
        final String high = TableText.number(range.high(), 4);
        return low.equals(high) ? low : low + " to " + high;
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** The form that the committed host takes, or how deep, for tables. */
    String at() {
        return game.anyDepth() ? shown(entrenchment()) : commitment().name();
    }

    /** Short enough for JShell. */
    @Override
    public String toString() {
        return "CredibilityOutcome[" + kind + " at " + at() + ", belief " + shown(belief()) + ", go "
                + shown(accepted()) + (survivesD1() ? ", D1]" : "]");
    }
}
