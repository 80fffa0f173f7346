package io.github.breakranks.signaling;

import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import java.util.List;
import java.util.stream.Collectors;

/** What the refinements say of one outcome of a signaling game. */
public final class Refinements {
    private final PerfectBayesianEquilibrium equilibrium;
    private final List<Verdict> verdicts;

    Refinements(PerfectBayesianEquilibrium equilibrium, List<Verdict> verdicts) {
        this.equilibrium = equilibrium;
        this.verdicts = List.copyOf(verdicts);
    }

    /** The outcome. */
    public PerfectBayesianEquilibrium equilibrium() {
        return equilibrium;
    }

    /** The verdicts, from the weakest refinement to the strongest. */
    public List<Verdict> verdicts() {
        return verdicts;
    }

    /** What one of them says. */
    public Verdict verdict(Refinement refinement) {
        return verdicts.stream()
                .filter(each -> each.refinement() == refinement)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no verdict of " + refinement.label() + " was reached; raise the limit of the watch"));
    }

    /** Whether one of them leaves the outcome. */
    public boolean survives(Refinement refinement) {
        return verdict(refinement).survives();
    }

    /** A row a refinement. */
    public Table table() {
        Table table = Table.of(
                Column.of("refinement"),
                Column.of("survives"),
                Column.of("message"),
                Column.of("not thought of"),
                Column.of("deviates"));
        for (Verdict each : verdicts) {
            table = table.with(
                    each.refinement().label(),
                    each.survives(),
                    each.removedBy().map(Verdict.Doubt::message).orElse(null),
                    each.removedBy()
                            .map(doubt -> String.join(", ", doubt.excluded()))
                            .orElse(null),
                    each.removedBy()
                            .map(doubt -> String.join(", ", doubt.deviates()))
                            .orElse(null));
        }
        return table;
    }

    /** In a paragraph. */
    public String explain() {
        return verdicts.stream().map(Verdict::explain).collect(Collectors.joining(" "));
    }

    /** Short enough for JShell. */
    @Override
    public String toString() {
        final List<Verdict> against =
                verdicts.stream().filter(each -> !each.survives()).toList();
        return against.isEmpty()
                ? "Refinements[survives all " + verdicts.size() + "]"
                : "Refinements[removed by " + against.get(0).refinement().label()
                        + (against.size() > 1 ? " and " + (against.size() - 1) + " more]" : "]");
    }
}
