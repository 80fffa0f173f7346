package io.github.breakranks.benchmarks;

import io.github.breakranks.answer.Answer;
import io.github.breakranks.answer.Certificate;
import io.github.breakranks.answer.Fraction;
import io.github.breakranks.equilibrium.AllBimatrixSolver;
import io.github.breakranks.equilibrium.NashEquilibria;
import io.github.breakranks.equilibrium.NashEquilibrium;
import io.github.breakranks.game.NormalFormGame;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All extreme equilibria of games of two players beside lrsnash, on the same games in the same run. */
public final class AllNashBeside {
    private static final Pattern CPU = Pattern.compile("\\*([0-9.]+)u ([0-9.]+)s");
    private static final int SMALLEST = 2;

    private AllNashBeside() {}

    /**
     * {@code agree GAMES FOLDER} compares the extreme equilibria of so many random and so many degenerate games; {@code time SIZE GAMES FOLDER}
     * prints CPU seconds of lrsnash, of the first solution in this process with everything it compiles, and of the thread alone in a second.
     */
    public static void main(String... args) throws IOException, InterruptedException {
        if (args[0].equals("agree")) {
            agree(Integer.parseInt(args[1]), Path.of(args[2]));
        } else {
            time(Integer.parseInt(args[1]), Integer.parseInt(args[2]), Path.of(args[3]));
        }
    }

    private static void agree(int games, Path folder) throws IOException, InterruptedException {
        final SplittableRandom random = new SplittableRandom(1974);
        final int[] counts = new int[4]; // games, agreeing, degenerate, equilibria
        for (final int[] range : new int[][] {{0, 999}, {0, 2}, {-1, 3}}) {
            final int these = range[1] == 999 ? games : games / 2;
            java.util.Arrays.fill(counts, 0);
            for (int k = 0; k < these; k++) {
                final long[][][] payoffs = draw(
                        random, random.nextInt(SMALLEST, 7), random.nextInt(SMALLEST, 7), range);
                final Answer<NashEquilibria> ours = AllBimatrixSolver.solver().solve(game(payoffs));
                final Set<List<List<Fraction>>> theirs = parse(lrsnash(payoffs, folder));
                counts[0]++;
                counts[1] += proven(ours) && theirs.equals(profiles(ours.value())) ? 1 : 0;
                counts[2] += ours.value().degenerate() ? 1 : 0;
                counts[3] += ours.value().count();
            }
            System.out.printf(
                    Locale.ROOT,
                    "payoffs %d..%d: %d of %d games agree, %d degenerate, %d extreme equilibria%n",
                    range[0],
                    range[1],
                    counts[1],
                    counts[0],
                    counts[2],
                    counts[3]);
        }
    }

    private static boolean proven(Answer<NashEquilibria> answer) {
        return answer instanceof Answer.Found && answer.certificate() instanceof Certificate.Proven;
    }

    private static void time(int size, int games, Path folder) throws IOException, InterruptedException {
        final SplittableRandom random = new SplittableRandom(size);
        final com.sun.management.OperatingSystemMXBean process =
                (com.sun.management.OperatingSystemMXBean) ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        for (int k = 0; k < games; k++) {
            final long[][][] payoffs = draw(random, size, size, new int[] {0, 999});
            final String text = lrsnash(payoffs, folder);
            final Matcher cpu = CPU.matcher(text);
            final double theirs =
                    cpu.find() ? Double.parseDouble(cpu.group(1)) + Double.parseDouble(cpu.group(2)) : Double.NaN;
            final NormalFormGame game = game(payoffs);
            final long before = process.getProcessCpuTime();
            final Answer<NashEquilibria> ours = AllBimatrixSolver.solver().solve(game);
            final double first = (process.getProcessCpuTime() - before) / 1e9;
            final long thread = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            AllBimatrixSolver.solver().solve(game);
            final double alone = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - thread) / 1e9;
            final boolean same = proven(ours) && parse(text).equals(profiles(ours.value()));
            System.out.printf(
                    Locale.ROOT,
                    "%4d %4d %12d %9.2f %9.2f %9.2f %9.1f %9.1f  %s%n",
                    size,
                    k + 1,
                    ours.value().count(),
                    theirs,
                    first,
                    alone,
                    theirs / first,
                    theirs / alone,
                    same ? "same, proven" : "DIFFERENT");
        }
    }

    private static long[][][] draw(SplittableRandom random, int rows, int columns, int... range) {
        final long[][][] payoffs = new long[2][rows][columns];
        for (final long[][] matrix : payoffs) {
            for (final long[] row : matrix) {
                java.util.Arrays.setAll(row, j -> random.nextInt(range[0], range[1] + 1));
            }
        }
        return payoffs;
    }

    private static NormalFormGame game(long[][][] payoffs) {
        return NormalFormGame.bimatrix(payoffs[0], payoffs[1]);
    }

    private static Set<List<List<Fraction>>> profiles(NashEquilibria found) {
        final Set<List<List<Fraction>>> profiles = new HashSet<>();
        for (final NashEquilibrium one : found.equilibria()) {
            profiles.add(List.of(
                    List.of(one.profile().exactChances(0)),
                    List.of(one.profile().exactChances(1))));
        }
        return profiles;
    }

    private static String lrsnash(long[][][] payoffs, Path folder) throws IOException, InterruptedException {
        final StringBuilder text = new StringBuilder();
        text.append(payoffs[0].length).append(' ').append(payoffs[0][0].length).append('\n');
        for (final long[][] matrix : payoffs) {
            text.append('\n');
            for (final long[] row : matrix) {
                for (final long entry : row) {
                    text.append(entry).append(' ');
                }
                text.append('\n');
            }
        }
        final Path file = folder.resolve("game");
        Files.writeString(file, text);
        final Process process = new ProcessBuilder("lrsnash", "-s", file.toString())
                .redirectErrorStream(true)
                .start();
        final String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("lrsnash failed: " + out);
        }
        return out;
    }

    /** Lines {@code 2 y payoff}, each an equilibrium with the line {@code 1 x payoff} that follows. */
    private static Set<List<List<Fraction>>> parse(String out) {
        final Set<List<List<Fraction>>> profiles = new HashSet<>();
        final List<List<Fraction>> seconds = new ArrayList<>();
        boolean fresh = true;
        for (final String line : out.lines().toList()) {
            if (line.startsWith("2 ")) {
                if (fresh) {
                    seconds.clear();
                }
                fresh = false;
                seconds.add(chances(line));
            } else if (line.startsWith("1 ")) {
                final List<Fraction> first = chances(line);
                seconds.forEach(second -> profiles.add(List.of(first, second)));
                fresh = true;
            }
        }
        return profiles;
    }

    private static List<Fraction> chances(String line) {
        final String[] words = line.strip().split("\\s+");
        final List<Fraction> chances = new ArrayList<>();
        for (int k = 1; k < words.length - 1; k++) {
            chances.add(Fraction.parse(words[k]));
        }
        return chances;
    }
}
