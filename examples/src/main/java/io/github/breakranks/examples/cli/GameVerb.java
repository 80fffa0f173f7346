package io.github.breakranks.examples.cli;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.answer.Watch;
import io.github.breakranks.equilibrium.AllBimatrixSolver;
import io.github.breakranks.equilibrium.BimatrixSolver;
import io.github.breakranks.equilibrium.CorrelatedEquilibrium;
import io.github.breakranks.equilibrium.CorrelatedSolver;
import io.github.breakranks.equilibrium.LogitBranch;
import io.github.breakranks.equilibrium.LogitEquilibrium;
import io.github.breakranks.equilibrium.LogitEvent;
import io.github.breakranks.equilibrium.LogitSolver;
import io.github.breakranks.equilibrium.ManyPlayerEnumeration;
import io.github.breakranks.equilibrium.ManyPlayerSolver;
import io.github.breakranks.equilibrium.NashEquilibria;
import io.github.breakranks.equilibrium.NashEquilibrium;
import io.github.breakranks.equilibrium.ZeroSum;
import io.github.breakranks.equilibrium.ZeroSumSolver;
import io.github.breakranks.game.GameFile;
import io.github.breakranks.game.NormalFormGame;
import io.github.breakranks.game.StrategyProfile;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finite games from a file: their equilibria, exact where they can be. */
@Command(
        name = "game",
        description =
                "Solves a finite game: all equilibria, one, a quantal response equilibrium, a correlated one, or its value.",
        sortOptions = false)
final class GameVerb implements Verb {
    private static final String QUESTIONS = "one of --all, --one, --qre LAMBDA, --correlated max|min, --value";

    @Parameters(paramLabel = "FILE", description = "A game in normal form, as Gambit writes it (.nfg).")
    private String file = "";

    @Option(
            names = "--all",
            description = "Every equilibrium: of two players the extreme ones, of more the isolated ones.")
    private boolean all;

    @Option(names = "--one", description = "One equilibrium, proven.")
    private boolean one;

    @Option(
            names = "--qre",
            paramLabel = "LAMBDA",
            description =
                    "The logit quantal response equilibrium at this precision [1 / payoff], on the principal branch.")
    private @Nullable String precision;

    @Option(
            names = "--correlated",
            paramLabel = "max|min",
            description = "The correlated equilibrium with the highest or the lowest sum of payoffs.")
    private @Nullable String correlated;

    @Option(names = "--value", description = "The value of a zero-sum game, and how to hold it.")
    private boolean value;

    @Mixin
    private final Output output = new Output();

    @Override
    public String example() {
        return "./breakranks game examples/data/guard-and-deserter.nfg --all --json";
    }

    @Override
    public int run(PrintStream out, PrintStream err) {
        return output.print(this::answer, out, err);
    }

    private Report answer(Watch watch) {
        final int asked = (all ? 1 : 0)
                + (one ? 1 : 0)
                + (value ? 1 : 0)
                + (precision == null ? 0 : 1)
                + (correlated == null ? 0 : 1);
        if (asked != 1) {
            throw BadInput.of("question", QUESTIONS, asked == 0 ? "none" : asked + " of them");
        }
        final String lambda = precision;
        final String which = correlated;
        if (which != null && !which.equals("max") && !which.equals("min")) {
            throw BadInput.of("--correlated", "max or min", which);
        }
        final double at = lambda == null ? 0 : Numbers.atLeastZero("--qre", "1 / payoff", lambda);
        final NormalFormGame game = read();
        return BadInput.naming("", () -> {
            if (lambda != null) {
                return logit(game, at, watch);
            }
            if (which != null) {
                return correlated(game, which.equals("max"), watch);
            }
            if (value) {
                return value(game, watch);
            }
            return all ? all(game, watch) : one(game, watch);
        });
    }

    private NormalFormGame read() {
        final Path path;
        try {
            path = Path.of(file);
        } catch (InvalidPathException invalid) {
            throw BadInput.of("FILE", "a file that can be read", file);
        }
        if (!Files.isRegularFile(path)) {
            throw BadInput.of("FILE", "a file that can be read", file);
        }
        if (file.toLowerCase(Locale.ROOT).endsWith(".efg")) {
            throw BadInput.of("FILE", "a game in normal form (.nfg), as extensive games are not read", file);
        }
        try {
            return BadInput.naming("", () -> GameFile.read(path));
        } catch (UncheckedIOException unreadable) {
            throw BadInput.of("FILE", "a file that can be read", file);
        }
    }

    private static Report all(NormalFormGame game, Watch watch) {
        final Answer<NashEquilibria> answer = game.players() == 2
                ? AllBimatrixSolver.solver().solve(game, watch)
                : ManyPlayerEnumeration.solver().solve(game, watch);
        final NashEquilibria found = answer.value();
        final Report report = new Report();
        found.equilibria().forEach(equilibrium -> report.saying(line(equilibrium)));
        return report.with(
                        "equilibria",
                        found.equilibria().stream().map(GameVerb::fields).toList())
                .with("complete", found.complete())
                .with("degenerate", found.degenerate())
                .with("components", components(found))
                .with(
                        "indexSum",
                        found.indexSum().isPresent()
                                ? (Integer) found.indexSum().getAsInt()
                                : null)
                .saying(found.explain())
                .founded(answer);
    }

    private static List<Map<String, @Nullable Object>> components(NashEquilibria found) {
        return found.components().stream()
                .map(component -> {
                    final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                    fields.put("members", component.members());
                    fields.put(
                            "index",
                            component.index().isPresent()
                                    ? (Integer) component.index().getAsInt()
                                    : null);
                    return fields;
                })
                .toList();
    }

    private static Report one(NormalFormGame game, Watch watch) {
        final Answer<NashEquilibrium> answer = game.players() == 2
                ? BimatrixSolver.solver().solve(game, watch)
                : ManyPlayerSolver.solver().solve(game, watch);
        final boolean found = answer instanceof Answer.Found;
        final Report report = new Report()
                .with("equilibria", found ? List.of(fields(answer.value())) : List.of())
                .with("complete", false)
                .with("degenerate", null);
        return (found
                        ? report.saying(line(answer.value()))
                                .showing(answer.value().table())
                        : report)
                .founded(answer);
    }

    private static Report logit(NormalFormGame game, double lambda, Watch watch) {
        final Answer<LogitBranch> answer =
                LogitSolver.solver().untilLambda(lambda).solve(game, watch);
        final LogitEquilibrium last = answer.value().last();
        final List<Map<String, @Nullable Object>> events = new ArrayList<>();
        for (final LogitEvent event : answer.value().events()) {
            final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put("kind", event.kind().name().toLowerCase(Locale.ROOT));
            fields.put("lambda", event.lambda());
            fields.put("profile", chances(event.equilibrium().profile()));
            fields.put("arms", event.arms().size());
            events.add(fields);
        }
        return new Report()
                .with("lambda", last.lambda())
                .with("profile", chances(last.profile()))
                .with("residual", last.residual())
                .with("regret", last.regret().worst().value())
                .with("events", events)
                .saying(answer.value().explain())
                .showing(last.table())
                .founded(answer);
    }

    private static Report correlated(NormalFormGame game, boolean most, Watch watch) {
        final CorrelatedSolver solver =
                most ? CorrelatedSolver.solver() : CorrelatedSolver.solver().lowest();
        final Answer<CorrelatedEquilibrium> answer = solver.solve(game, watch);
        final CorrelatedEquilibrium found = answer.value();
        final boolean exact = found.solver().exact();
        return new Report()
                .with("totalPayoff", found.total().value())
                .with("totalPayoffExact", exact ? found.total().toString() : null)
                .with("distribution", distribution(found))
                .saying(found.explain())
                .showing(found.table())
                .founded(answer);
    }

    private static List<Map<String, @Nullable Object>> distribution(CorrelatedEquilibrium found) {
        final List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        final NormalFormGame game = found.game();
        for (int index = 0; index < game.profiles(); index++) {
            final Fraction chance = found.exactChanceAt(index);
            if (chance.signum() > 0) {
                final int[] chosen = game.chosen(index);
                final List<String> names = new ArrayList<>();
                for (int player = 0; player < chosen.length; player++) {
                    names.add(game.action(player, chosen[player]));
                }
                final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                fields.put("actions", names);
                fields.put("chance", chance.value());
                fields.put("exact", found.solver().exact() ? chance.toString() : null);
                rows.add(fields);
            }
        }
        return rows;
    }

    private static Report value(NormalFormGame game, Watch watch) {
        if (game.players() != 2) {
            throw new BadInput("game must have 2 players to have a value [count], but was of " + game.players()
                    + "; --one finds an equilibrium of it");
        }
        final Answer<ZeroSum> answer = ZeroSumSolver.solver().solve(game, watch);
        final ZeroSum found = answer.value();
        return new Report()
                .with("value", found.exact() ? found.exactValue().toString() : null)
                .with("valueDecimal", found.exact() ? (Double) found.value() : null)
                .with("exact", found.profile().exact() ? exact(found.profile()) : null)
                .saying(found.explain())
                .showing(found.table())
                .founded(answer);
    }

    private static Map<String, @Nullable Object> fields(NashEquilibrium equilibrium) {
        final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        final StrategyProfile profile = equilibrium.profile();
        fields.put("exact", profile.exact() ? exact(profile) : null);
        fields.put("profile", chances(profile));
        fields.put(
                "regret",
                equilibrium.regret().none()
                        ? "0"
                        : (Object) equilibrium.regret().worst().value());
        return fields;
    }

    private static List<String> exact(StrategyProfile profile) {
        final List<String> written = new ArrayList<>();
        for (int player = 0; player < profile.players(); player++) {
            for (final Fraction chance : profile.exactChances(player)) {
                written.add(chance.toString());
            }
        }
        return written;
    }

    private static List<Double> chances(StrategyProfile profile) {
        final List<Double> chances = new ArrayList<>();
        for (int player = 0; player < profile.players(); player++) {
            for (final double chance : profile.chances(player)) {
                chances.add(chance);
            }
        }
        return chances;
    }

    /** As Gambit prints: {@code NE,1/3,2/3,1,0}. */
    private static String line(NashEquilibrium equilibrium) {
        final StrategyProfile profile = equilibrium.profile();
        final List<String> parts = profile.exact()
                ? exact(profile)
                : chances(profile).stream().map(String::valueOf).toList();
        return "NE," + String.join(",", parts);
    }
}
