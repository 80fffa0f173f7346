package io.github.breakranks.examples.cli;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the verbs, or explains one. */
@Command(name = "help", description = "Lists the verbs, or explains one with an example that works.")
final class HelpVerb implements Verb {
    @Parameters(index = "0", arity = "0..1", paramLabel = "VERB", description = "The verb to explain.")
    private @Nullable String verb;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help.")
    private boolean help;

    @Override
    public String example() {
        return "./breakranks help equilibria";
    }

    @Override
    public int run(PrintStream out, PrintStream err) {
        if (verb != null) {
            Program.help(Program.line(verb), out);
            return Program.ANSWERED;
        }
        out.println("./breakranks                 the main job on the built-in data, pictures and tables written");
        out.println("./breakranks VERB ...        one of these:");
        out.println();
        for (String name : Program.names()) {
            final CommandLine line = Program.line(name);
            final String[] description = line.getCommandSpec().usageMessage().description();
            out.println("    " + name + " ".repeat(14 - name.length()) + description[0]);
        }
        out.println();
        out.println("With --json an answer is one JSON object. What does not exist is null. Every answer has");
        out.println("    \"certificate\": " + Program.CERTIFICATE);
        out.println("    \"stopped\": null, or why the work stopped early and what would help");
        out.println(
                "Exit code 0: answered, 1: no answer within the limits (what was found so far is printed), 2: bad input.");
        out.println("Numbers are decimals or fractions such as 9/50. LAW is " + LawText.forms() + ".");
        out.println();
        out.println("help VERB explains a verb and shows an example that works.");
        return Program.ANSWERED;
    }
}
