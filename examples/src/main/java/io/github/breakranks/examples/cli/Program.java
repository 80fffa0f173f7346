package io.github.breakranks.examples.cli;

import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The program: finds the verb, lets picocli read its options, and turns refusals into a sentence and an exit code. */
public final class Program {
    static final int ANSWERED = 0;
    static final int NO_ANSWER = 1;
    static final int BAD_INPUT = 2;

    /** What every answer has in JSON. */
    static final String CERTIFICATE =
            "{\"kind\": \"proven\" | \"numeric\" | \"unproven\", \"how\": WHY, \"assuming\": [WHAT, ...]}";

    private static final int HELP_WIDTH = 120;

    /** By name; made when asked for, so that a call pays for one verb only. */
    private static final Map<String, Supplier<Verb>> VERBS = verbs();

    private Program() {}

    private static Map<String, Supplier<Verb>> verbs() {
        final Map<String, Supplier<Verb>> verbs = new LinkedHashMap<>();
        verbs.put("offer", OfferVerb::new);
        verbs.put("shell", ShellVerb::new);
        verbs.put("solve", SolveVerb::new);
        verbs.put("tip", TipVerb::new);
        verbs.put("cheapest", CheapestVerb::new);
        verbs.put("ladder", LadderVerb::new);
        verbs.put("thresholds", ThresholdsVerb::new);
        verbs.put("equilibria", EquilibriaVerb::new);
        verbs.put("tipping", TippingVerb::new);
        verbs.put("expiry", ExpiryVerb::new);
        verbs.put("deadline", DeadlineVerb::new);
        verbs.put("network", NetworkVerb::new);
        verbs.put("spread", SpreadVerb::new);
        verbs.put("reach", ReachVerb::new);
        verbs.put("window", WindowVerb::new);
        verbs.put("meanfield", MeanFieldVerb::new);
        verbs.put("game", GameVerb::new);
        verbs.put("signaling", SignalingVerb::new);
        verbs.put("regime", RegimeVerb::new);
        verbs.put("help", HelpVerb::new);
        return verbs;
    }

    /**
     * Runs one command.
     *
     * @param out  where the answer goes
     * @param err  where refusals go, a sentence each
     * @param args the verb and its options; none for the main job
     * @return 0; 1 for no answer within the limits; 2 for bad input
     */
    public static int execute(PrintStream out, PrintStream err, String... args) {
        try {
            if (args.length == 0) {
                return OfferVerb.job(null, jobDirectory(), out);
            }
            final String name = args[0].equals("-h") || args[0].equals("--help") ? "help" : args[0];
            return run(line(name), out, err, Arrays.copyOfRange(args, 1, args.length));
        } catch (BadInput refused) {
            err.println(refused.getMessage());
            return BAD_INPUT;
        } catch (OutOfMemoryError memory) {
            err.println("memory of " + (Runtime.getRuntime().maxMemory() >> 20)
                    + " MB is not enough; give Java more with JAVA_TOOL_OPTIONS=-Xmx8g");
            return NO_ANSWER;
        } catch (RuntimeException fault) {
            err.println(BadInput.oneLine("no answer, by a fault of the program: " + fault));
            return NO_ANSWER;
        }
    }

    private static int run(CommandLine line, PrintStream out, PrintStream err, String... options) {
        final List<Exception> problems = line.parseArgs(options).errors();
        if (!problems.isEmpty()) {
            throw ParseRefusal.of(problems);
        }
        final Verb verb = line.getCommand();
        if (line.isUsageHelpRequested()) {
            help(line, out);
            return ANSWERED;
        }
        return verb.run(out, err);
    }

    /** The verb of this name, ready to read its options. */
    static CommandLine line(String name) {
        final Supplier<Verb> verb = VERBS.get(name);
        if (verb == null) {
            throw BadInput.of("verb", "one of " + String.join(", ", VERBS.keySet()), name);
        }
        final CommandLine line = new CommandLine(verb.get());
        line.getCommandSpec().parser().collectErrors(true);
        line.getCommandSpec().usageMessage().synopsisHeading("Usage: ./breakranks ");
        return line.setExpandAtFiles(false).setInterpolateVariables(false).setUsageHelpWidth(HELP_WIDTH);
    }

    /** Names of all verbs, in the order in which help lists them. */
    static Iterable<String> names() {
        return VERBS.keySet();
    }

    /** Prints what a verb does, its options and a call that works. */
    static void help(CommandLine line, PrintStream out) {
        final Verb verb = line.getCommand();
        final String usage = line.getUsageMessage(Ansi.OFF);
        out.print(usage);
        if (usage.contains("=LAW")) {
            out.println();
            out.println("LAW is " + LawText.forms() + " (one cost a line).");
        }
        if (usage.contains(" EDGES")) {
            out.println();
            out.println(EdgesOptions.LINES);
        }
        if (usage.contains("--json")) {
            out.println();
            out.println("With --json the answer ends in \"certificate\": " + CERTIFICATE + " and \"stopped\".");
        }
        out.println();
        out.println("Example:");
        out.println("    " + verb.example());
    }

    /** Beside what the build makes, if this runs from a checkout; else under the current directory. */
    static Path jobDirectory() {
        final Path root = root();
        return root == null
                ? OfferVerb.usualDirectory()
                : root.resolve("target").resolve("main-job");
    }

    private static @Nullable Path root() {
        final CodeSource source = Program.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return null;
        }
        try {
            final Path classes = Path.of(source.getLocation().toURI());
            if (!classes.endsWith(Path.of("examples", "target", "classes"))) {
                return null;
            }
            final Path root = classes.resolve("..").resolve("..").resolve("..").normalize();
            return Files.isRegularFile(root.resolve("pom.xml")) ? root : null;
        } catch (URISyntaxException | IllegalArgumentException elsewhere) {
            return null;
        }
    }
}
