package io.github.breakranks.examples.chart;

import io.github.breakranks.cascade.AwareSpread;
import io.github.breakranks.cascade.Cascade;
import io.github.breakranks.cascade.CascadeEnsemble;
import io.github.breakranks.design.Frontier;
import io.github.breakranks.equilibrium.Axis;
import io.github.breakranks.examples.drawing.Drawing;
import io.github.breakranks.examples.drawing.Window;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.game.Thresholds;
import io.github.breakranks.offer.Expiry;
import io.github.breakranks.offer.Term;
import io.github.breakranks.regime.FallMap;
import io.github.breakranks.timing.Waiting;
import java.awt.AWTError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/**
 * A chart of a game, ready to be looked at or saved. It is computed when it is made; a value that does not change.
 *
 * <p>Shares stand in percent, amounts in the unit of the game; every axis says which.
 */
public final class Chart {
    private final Drawing drawing;

    private Chart(Drawing drawing) {
        this.drawing = drawing;
    }

    /**
     * Who is willing to go when so many have gone, with the diagonal on which play rests, and the cobweb: the cascade from nobody between the
     * two.
     *
     * <p>A law gives a curve of shares; listed agents a curve of counts in steps; several groups of laws a curve each, over what that group
     * sees.
     *
     * @throws IllegalArgumentException if the agents of joined lists do not all see each other, or if the net gain of listed agents falls
     */
    public static Chart bestReply(DefectionGame game) {
        Objects.requireNonNull(game, "game");
        if (game.population().listed()) {
            return new Chart(BestReply.ofList(Thresholds.of(game), ": " + Text.offered(game)));
        }
        return new Chart(game.groups() == 1 ? BestReply.ofLaw(game) : BestReply.ofGroups(game));
    }

    /** How many are willing to go when so many have gone, with the cobweb from nobody, for agents with thresholds. */
    public static Chart bestReply(Thresholds thresholds) {
        return new Chart(BestReply.ofList(Objects.requireNonNull(thresholds, "thresholds"), ""));
    }

    /**
     * Where play rests for every value of one term of the offer: stable rest points solid, unstable ones dashed (of atoms: where a jump of the best reply passes the diagonal), the tipping and the collapse
     * value as arrows (between them lies the hysteresis loop), and the offer as it stands.
     *
     * @throws IllegalArgumentException if the population is not a single law, if its net gain falls, or if it does not depend on the term
     */
    public static Chart manifold(DefectionGame game, Term term) {
        Objects.requireNonNull(game, "game");
        return new Chart(Hysteresis.drawing(game, Objects.requireNonNull(term, "term")));
    }

    /**
     * What two terms of the offer bring together: for every pair of values whether play can rest low only, high only, or at either, so that
     * history decides; with the tipping and the collapse curves, and the offer as it stands. Rest points within a hundredth of each other count
     * as one. Where jumps part three levels there is a middle one; jumps below a quarter of the largest have no curve.
     *
     * @param game   laws, one or several groups
     * @param across the term across and its values, ascending
     * @param up     the term up and its values, ascending
     * @throws IllegalArgumentException if the population lists agents, or if both axes have the same term, or fewer than two values
     */
    public static Chart phases(DefectionGame game, Axis across, Axis up) {
        Objects.requireNonNull(game, "game");
        return new Chart(
                Phases.drawing(game, Objects.requireNonNull(across, "across"), Objects.requireNonNull(up, "up")));
    }

    /**
     * How likely a regime is to fall by one term of the offer and by how precisely all are told its strength: the darker, the likelier; where
     * there are several predictions, another colour. A dashed line marks up to where there is one whatever is at stake. The chance is that of an
     * onlooker, to whom the strength is normal with the mean that all are told and the map's {@code doubt} for deviation; the caption says so,
     * and how precise private news is.
     *
     * @param map  a term, ascending, and news that differs in public precision only, ascending; at least two of each
     * @param game whose offer and soldiers
     * @throws IllegalArgumentException if map is another, or for what {@code RegimeChange.of} refuses
     */
    public static Chart falls(FallMap map, DefectionGame game) {
        return new Chart(Falls.drawing(Objects.requireNonNull(map, "map"), Objects.requireNonNull(game, "game")));
    }

    /**
     * How many have gone after each round, from nobody: a curve for each group, or of more than six a band, and one for all. On a network,
     * one for all.
     */
    public static Chart cascade(DefectionGame game) {
        return new Chart(Spread.drawing(Objects.requireNonNull(game, "game")));
    }

    /** How many have gone after each round of a cascade, or at each reading of its clock. */
    public static Chart cascade(Cascade cascade) {
        return new Chart(Spread.drawing(Objects.requireNonNull(cascade, "cascade")));
    }

    /** How many have gone by when, over many runs: the median, and what half and nine tenths of them do. */
    public static Chart cascade(CascadeEnsemble runs) {
        return new Chart(Fan.drawing(Objects.requireNonNull(runs, "runs")));
    }

    /** How many have heard, and how many have gone, after each round; going begins when the word has come to an end. */
    public static Chart cascade(AwareSpread spread) {
        return new Chart(Fan.drawing(Objects.requireNonNull(spread, "spread")));
    }

    /**
     * How many have gone by when, one and the same offer standing for ever, being withdrawn at any moment or ending at a date.
     *
     * <p>An offer that may be withdrawn has a curve for as long as it stands, and a dashed one for what is expected by then, standing or not.
     * One that ends at a date has a curve for each view of whom the crowd protects: the quiet period between two dots, and what goes at the
     * date an arrow.
     *
     * @param game     one law whose offer has reached all; its own expiry does not count
     * @param waiting  what waiting costs, and the unit of time
     * @param expiries how long it stands, one or more
     * @throws IllegalArgumentException if there is no expiry, or for what {@code ExpirySolver} and {@code DeadlineSolver} refuse
     */
    public static Chart paths(DefectionGame game, Waiting waiting, Expiry... expiries) {
        Objects.requireNonNull(game, "game");
        return new Chart(Paths.drawing(game, Objects.requireNonNull(waiting, "waiting"), expiries));
    }

    /**
     * What each share costs: the outlay over the share gone. Where play jumps, the shares that no offer buys are grey, with what the jump costs
     * on both sides; of many jumps the largest are shown.
     *
     * @param frontier as {@code FrontierSolver} found it
     * @throws IllegalArgumentException if it has no points, as the work stopped before the first
     */
    public static Chart frontier(Frontier frontier) {
        return new Chart(Outlays.drawing(Objects.requireNonNull(frontier, "frontier")));
    }

    /** This chart under another title. */
    public Chart titled(String title) {
        if (title.isBlank()) {
            throw Text.refused("title must not be blank, but was \"%s\"", title);
        }
        return new Chart(drawing.titled(title));
    }

    /** The title. */
    public String title() {
        return drawing.title();
    }

    /** Opens a window with the chart; where Java sees no screen, prints a sentence that says so. */
    public void show() {
        if (!Window.open(drawing)) {
            System.out.println(
                    "No window: Java sees no screen here. Save the chart instead, as in save(\"chart.png\").");
        }
    }

    /**
     * Writes the chart to a file, replacing one of that name.
     *
     * @param name where to, ending in {@code .png} or {@code .svg}
     * @return the file
     * @throws IllegalArgumentException if the ending is another, or if no file can be written there
     * @throws IllegalStateException    if Java was told of a screen that is not there
     */
    public Path save(String name) {
        final String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (!ending.equals("png") && !ending.equals("svg") || !name.contains(".")) {
            throw Text.refused("name must end in .png or .svg, but was \"%s\"", name);
        }
        final Path file = Path.of(name);
        final Path directory = file.toAbsolutePath().getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw Text.refused(
                    "name must lie in a directory that exists, but was \"%s\"; make the directory first", name);
        }
        if (Files.exists(file) && !(Files.isRegularFile(file) && Files.isWritable(file))) {
            throw Text.refused(
                    "name must be a file that can be written, but was \"%s\", %s",
                    name, Files.isDirectory(file) ? "a directory" : "which is write-protected");
        }
        final byte[] image = image(ending);
        try {
            return Files.write(file, image);
        } catch (IOException thrown) {
            throw new UncheckedIOException(
                    "name must be a file that can be written, but was \"" + name + "\": " + thrown.getMessage(),
                    thrown);
        }
    }

    private byte[] image(String ending) {
        try {
            return ending.equals("png") ? drawing.png() : drawing.svg().getBytes(StandardCharsets.UTF_8);
        } catch (AWTError | NoClassDefFoundError thrown) { // Java looks for the screen before it draws anything
            throw new IllegalStateException(
                    "nothing can be drawn, as the screen that DISPLAY names does not answer; unset DISPLAY and start again",
                    thrown);
        }
    }

    Drawing drawing() {
        return drawing;
    }

    @Override
    public String toString() {
        return "Chart[" + drawing.title() + "]";
    }
}
