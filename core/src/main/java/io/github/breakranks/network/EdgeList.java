package io.github.breakranks.network;

import io.github.breakranks.internal.Checks;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Networks as text: a pair of agents a line, {@code a b} or, with a weight, {@code a b w}.
 *
 * <pre>{@code
 *   # anything, skipped like blank lines
 *   0 17
 *   3,5                 blanks, tabs or one comma between fields
 *   5 3 0.25            a weight in every line or in none: a decimal or a fraction such as 1/3
 * }</pre>
 *
 * <p>Agents are 0 to the largest number that a line names, or 0 to one below {@link #withAgents}, or stand under the names of
 * {@link #withLabels}. Without either, a first line {@code # 6 agents, 5 ties}, as {@link #write} puts it there, says that there are at least
 * so many. Undirected: the two watch each other; directed: the second watches the first. Repeated pairs count once, self-loops
 * not at all. A line that is neither is refused by its number; of several, the first.
 *
 * <p>Reading takes the file in pieces on as many threads as are set; what is read does not depend on them. Exceptions:
 * {@link IllegalArgumentException} for what a file says, {@link java.io.UncheckedIOException} where it cannot be read or written, or the
 * reading thread was interrupted.
 *
 * @param oneWay  whether a line says no more than that the second watches the first
 * @param agents  how many there are [count]; 0: as many as the lines name, or the first says
 * @param labels  the names of the agents, by number; empty: the lines hold the numbers themselves
 * @param threads how many read at once [count], at least 1
 */
public record EdgeList(boolean oneWay, int agents, List<String> labels, int threads) {
    public EdgeList {
        Checks.count(0, "agents", "agents", agents);
        Checks.count(1, "threads", "threads", threads);
        labels = List.copyOf(labels);
        if (!labels.isEmpty() && labels.size() != agents) {
            throw Checks.refused("labels must be one an agent, %s [count], but was %s", agents, labels.size());
        }
        LabelTable.check(labels);
    }

    /** Lines name mutual ties. */
    public static EdgeList undirected() {
        return new EdgeList(false, 0, List.of(), Runtime.getRuntime().availableProcessors());
    }

    /** Lines name who is watched and then by whom. */
    public static EdgeList directed() {
        return new EdgeList(true, 0, List.of(), Runtime.getRuntime().availableProcessors());
    }

    /** The same for so many agents [count], whether lines name them or not; a number beyond is refused. */
    public EdgeList withAgents(int newAgents) {
        return new EdgeList(oneWay, Checks.count(1, "newAgents", "agents", newAgents), List.of(), threads);
    }

    /** The same for agents with these names, the first of them agent 0; a name not among them is refused. */
    public EdgeList withLabels(List<String> newLabels) {
        Checks.count(1, "newLabels", "agents", newLabels.size());
        return new EdgeList(oneWay, newLabels.size(), newLabels, threads);
    }

    /** The same, read by so many threads [count]. */
    public EdgeList withThreads(int newThreads) {
        return new EdgeList(oneWay, agents, labels, newThreads);
    }

    /** The network that a file names. Cost: O(bytes + agents + links) time; memory as {@link NetworkBuilder#build} needs it. */
    public Network read(Path file) {
        return new EdgeListReader(this, Objects.requireNonNull(file, "file")).read();
    }

    /**
     * Writes the network, a pair a line, ascending, below a line that says how many agents there are, so that agents without ties come back
     * too.
     */
    public void write(Network network, Path file) {
        if (network.directed() != oneWay) {
            throw Checks.refused(
                    "network must be %s, as these lines are, but was %s", oneWay ? "directed" : "undirected", network);
        }
        if (agents > 0 && network.agents() != agents) {
            throw Checks.refused("network must have %s agents [count], but was %s", agents, network);
        }
        new EdgeListWriter(network, labels).write(Objects.requireNonNull(file, "file"));
    }

    @Override
    public String toString() {
        return "EdgeList[" + (oneWay ? "directed" : "undirected") + (agents > 0 ? ", " + agents + " agents" : "")
                + (labels.isEmpty() ? "" : " with labels") + "]";
    }
}
