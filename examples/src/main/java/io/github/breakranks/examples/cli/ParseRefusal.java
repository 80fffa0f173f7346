package io.github.breakranks.examples.cli;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in the one form of messages why a line could not be taken apart. */
final class ParseRefusal {
    private ParseRefusal() {}

    /** Of several problems an unknown option comes first: a misspelt one looks like a missing one as well. */
    static BadInput of(List<Exception> problems) {
        return problems.stream()
                .filter(problem -> problem instanceof UnmatchedArgumentException unmatched
                        && unmatched.getUnmatched().get(0).startsWith("-"))
                .findFirst()
                .map(first -> of((ParameterException) first))
                .orElseGet(() -> problems.get(0) instanceof ParameterException first
                        ? of(first)
                        : new BadInput(String.valueOf(problems.get(0).getMessage())));
    }

    private static BadInput of(ParameterException problem) {
        if (problem instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        if (problem instanceof MissingParameterException missing) {
            return missing(missing.getMissing().get(0));
        }
        if (problem instanceof OverwrittenOptionException twice) {
            return new BadInput(name(twice.getOverwritten()) + " must be given once [count], but was given again");
        }
        final ArgSpec argument = problem.getArgSpec();
        final String value = problem.getValue();
        if (argument instanceof OptionSpec option && value != null) {
            return BadInput.of(name(option), "without a value", value);
        }
        return new BadInput(String.valueOf(problem.getMessage()));
    }

    private static BadInput unmatched(UnmatchedArgumentException problem) {
        final String first = problem.getUnmatched().get(0);
        final CommandSpec verb = problem.getCommandLine().getCommandSpec();
        if (first.startsWith("-")) {
            return BadInput.of("option of " + verb.name(), "one of " + options(verb), first);
        }
        final List<String> places =
                verb.positionalParameters().stream().map(ArgSpec::paramLabel).toList();
        return BadInput.of(
                "argument of " + verb.name(),
                places.isEmpty() ? "an option" : "an option, after " + String.join(" ", places),
                first);
    }

    private static BadInput missing(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? new BadInput(name(option) + " must be given a value " + option.paramLabel() + ", but was left out")
                : new BadInput(argument.paramLabel() + " must be given, but was left out");
    }

    private static String options(CommandSpec verb) {
        return verb.options().stream().map(ParseRefusal::name).collect(Collectors.joining(", "));
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
