package io.github.breakranks.examples.cli;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.signaling.PerfectBayesianEquilibria;
import io.github.breakranks.signaling.PerfectBayesianEquilibrium;
import io.github.breakranks.signaling.PerfectBayesianSolver;
import io.github.breakranks.signaling.Refinement;
import io.github.breakranks.signaling.RefinementSolver;
import io.github.breakranks.signaling.Refinements;
import io.github.breakranks.signaling.SignalingGame;
import io.github.breakranks.signaling.SustainingPlay;
import io.github.breakranks.signaling.Verdict;
import java.io.PrintStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A signaling game from a file: all perfect Bayesian equilibria, and which refinements each survives. */
@Command(
        name = "signaling",
        description = "Finds all perfect Bayesian equilibria of a signaling game, and what refinements say of them.",
        sortOptions = false)
final class SignalingVerb implements Verb {
    @Parameters(
            paramLabel = "FILE",
            description =
                    "JSON with types, prior, messages, actions, and the payoffs of sender and receiver by type, message and"
                            + " action; null in place of a message's payoffs where the type cannot send it. Numbers are read as"
                            + " the decimals they show as, strings such as \"1/3\" exactly. Priors sum to 1, or, where all are"
                            + " numbers, to 1 within 1e-12; they are then divided by their sum.")
    private String file = "";

    @Option(
            names = "--most",
            paramLabel = "N",
            description =
                    "Take on at most so many supports, who may send what and what may answer it; 1000000000000 if left out."
                            + " How many there are is said before the work, on standard error without --json.")
    private String most = "1000000000000";

    @Mixin
    private final Output output = new Output();

    @Override
    public String example() {
        return "./breakranks signaling examples/data/beer-quiche.json --json";
    }

    @Override
    public int run(PrintStream out, PrintStream err) {
        return output.print(watch -> answer(watch, err), out, err);
    }

    private Report answer(Watch watch, PrintStream err) {
        final PerfectBayesianSolver solver =
                PerfectBayesianSolver.solver().withMost(Numbers.largeCount("--most", "supports", most));
        final SignalingGame game = SignalingFile.read(file);
        final BigInteger supports = admitted(solver, game);
        if (!output.json()) {
            err.println("Supports to be looked at: " + supports + ".");
        }
        final Answer<PerfectBayesianEquilibria> answer = solver.solve(game, watch);
        final PerfectBayesianEquilibria found = answer.value();
        final SignalingSets sets = new SignalingSets(found);
        final List<Map<String, @Nullable Object>> entries = new ArrayList<>();
        final List<List<String>> told = new ArrayList<>();
        final Report report = new Report();
        report.saying("Outcomes found: " + found.summary() + ".");
        for (final PerfectBayesianEquilibrium equilibrium : found.all()) {
            final Answer<Refinements> asked = RefinementSolver.solver().solve(equilibrium, watch);
            final Refinements refinements = asked.value();
            entries.add(fields(equilibrium, refinements));
            told.add(List.of(equilibrium.explain(), refinements.explain()));
            report.cutShort(asked);
        }
        sets.tell(report, told::get);
        return report.with("equilibria", entries)
                .with("sets", sets.fields())
                .with("complete", found.complete())
                .with("degenerate", found.degenerate())
                .with("supports", found.announced())
                .founded(answer);
    }

    private static BigInteger admitted(PerfectBayesianSolver solver, SignalingGame game) {
        try {
            return BadInput.naming("", () -> solver.admitted(game));
        } catch (BadInput refused) {
            throw new BadInput(String.valueOf(refused.getMessage()).replace("or raise most", "or raise --most"));
        }
    }

    private static Map<String, @Nullable Object> fields(
            PerfectBayesianEquilibrium equilibrium, Refinements refinements) {
        final SignalingGame game = equilibrium.game();
        final int types = game.types().size();
        final int messages = game.messages().size();
        final int actions = game.actions().size();
        final Matrix sender = new Matrix(types, messages, equilibrium::sender);
        final Matrix receiver = new Matrix(messages, actions, equilibrium::response);
        final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("kind", SignalingSets.label(equilibrium.kind()));
        fields.put("sender", sender.of(Fraction::value));
        fields.put("receiver", receiver.of(Fraction::value));
        final Map<String, @Nullable Object> exact = exact(sender, receiver);
        exact.put("sustaining", sustaining(equilibrium, Fraction::toString));
        fields.put("exact", exact);
        fields.put("offPathBeliefs", beliefs(equilibrium));
        fields.put("sustaining", sustaining(equilibrium, Fraction::value));
        final Map<String, @Nullable Object> survived = new LinkedHashMap<>();
        survived.put("dominance", survives(refinements, Refinement.DOMINANCE));
        survived.put("intuitive", survives(refinements, Refinement.INTUITIVE));
        survived.put("divinity", survives(refinements, Refinement.DIVINITY));
        survived.put("d1", survives(refinements, Refinement.D1));
        survived.put("nwbr", survives(refinements, Refinement.NEVER_WEAK_BEST_RESPONSE));
        fields.put("refinements", survived);
        return fields;
    }

    /** Null where the limit passed before it was asked. */
    private static @Nullable Boolean survives(Refinements refinements, Refinement refinement) {
        return refinements.verdicts().stream()
                .filter(verdict -> verdict.refinement() == refinement)
                .findFirst()
                .map(Verdict::survives)
                .orElse(null);
    }

    /** For each message that nobody sends: the polytopes of beliefs that sustain the outcome, each with its responses, by their vertices. */
    private static <T> Map<String, @Nullable Object> sustaining(
            PerfectBayesianEquilibrium equilibrium, Function<Fraction, T> written) {
        final SignalingGame game = equilibrium.game();
        final Map<String, @Nullable Object> sustaining = new LinkedHashMap<>();
        for (int m = 0; m < game.messages().size(); m++) {
            if (!equilibrium.onPath(m)) {
                final List<Map<String, @Nullable Object>> plays = new ArrayList<>();
                for (final SustainingPlay play : equilibrium.sustaining(m)) {
                    final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                    fields.put(
                            "actions",
                            play.actions().stream().map(game.actions()::get).toList());
                    fields.put("beliefs", written(play.beliefs(), written));
                    fields.put("responses", written(play.responses(), written));
                    plays.add(fields);
                }
                sustaining.put(game.messages().get(m), plays);
            }
        }
        return sustaining;
    }

    private static <T> List<List<T>> written(List<List<Fraction>> vertices, Function<Fraction, T> written) {
        return vertices.stream()
                .map(vertex -> vertex.stream().map(written).toList())
                .toList();
    }

    private static Map<String, @Nullable Object> exact(Matrix sender, Matrix receiver) {
        final Map<String, @Nullable Object> exact = new LinkedHashMap<>();
        exact.put("sender", sender.of(Fraction::toString));
        exact.put("receiver", receiver.of(Fraction::toString));
        return exact;
    }

    /** For each message that nobody sends: one belief that sustains the outcome, and the box round all, by type. */
    private static Map<String, @Nullable Object> beliefs(PerfectBayesianEquilibrium equilibrium) {
        final SignalingGame game = equilibrium.game();
        final Map<String, @Nullable Object> beliefs = new LinkedHashMap<>();
        for (int m = 0; m < game.messages().size(); m++) {
            if (!equilibrium.onPath(m)) {
                final Map<String, @Nullable Object> ofTypes = new LinkedHashMap<>();
                for (int t = 0; t < game.types().size(); t++) {
                    ofTypes.put(game.types().get(t), weight(equilibrium, m, t));
                }
                beliefs.put(game.messages().get(m), ofTypes);
            }
        }
        return beliefs;
    }

    private static Map<String, @Nullable Object> weight(PerfectBayesianEquilibrium equilibrium, int message, int type) {
        final Map<String, @Nullable Object> weight = new LinkedHashMap<>();
        weight.put("belief", equilibrium.belief(message, type).value());
        weight.put("least", equilibrium.beliefs(message, type).low());
        weight.put("greatest", equilibrium.beliefs(message, type).high());
        return weight;
    }

    private interface Entry {
        Fraction at(int row, int column);
    }

    private record Matrix(int rows, int columns, Entry entry) {
        <T> List<List<T>> of(Function<Fraction, T> written) {
            return listed(rows, row -> listed(columns, column -> written.apply(entry.at(row, column))));
        }

        private static <T> List<T> listed(int size, IntFunction<T> each) {
            final List<T> list = new ArrayList<>(size);
            for (int k = 0; k < size; k++) {
                list.add(each.apply(k));
            }
            return list;
        }
    }
}
