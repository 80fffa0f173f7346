package io.github.breakranks.game;

import io.github.breakranks.answer.Fraction;
import io.github.breakranks.internal.Checks;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Reads one game from a text, from its first word to its last, token by token. */
final class GameFileReader {
    private final String place; // " of file.nfg", or nothing
    private final GameFileTokens tokens;
    private String actionsAt = ""; // line and column

    GameFileReader(String place, String text) {
        this.place = place;
        this.tokens = new GameFileTokens(place, text);
    }

    NormalFormGame game() {
        tokens.word("NFG");
        tokens.word("1");
        if (tokens.at("D")) {
            tokens.word("D");
        } else {
            tokens.word("R");
        }
        final String title = tokens.quoted("the title in quotation marks");
        final List<String> players = names("the players' names in quotation marks");
        final List<List<String>> actions = actions(players.size());
        if (tokens.atQuoted()) {
            tokens.quoted("a remark");
        }
        final int[] sizes = actions.stream().mapToInt(List::size).toArray();
        final Payoffs payoffs = new Payoffs(sizes);
        if (tokens.at("{")) {
            payoffs.ofOutcomes();
        } else {
            payoffs.listed();
        }
        tokens.end();
        return NormalFormGame.ofColumns(sizes, payoffs.columns()).named(title, players, actions);
    }

    private List<String> names(String what) {
        tokens.symbol("{");
        final List<String> names = new ArrayList<>();
        while (!tokens.at("}")) {
            names.add(tokens.quoted(what));
        }
        if (names.isEmpty()) {
            throw tokens.refused("hold " + what);
        }
        tokens.symbol("}");
        return names;
    }

    private List<List<String>> actions(int players) {
        actionsAt = tokens.position();
        tokens.symbol("{");
        if (!tokens.at("{")) {
            return unnamed(players);
        }
        final List<List<String>> actions = new ArrayList<>();
        for (int player = 0; player < players; player++) {
            actions.add(names("the actions of player " + (player + 1) + " of " + players));
        }
        tokens.symbol("}");
        return actions;
    }

    private List<List<String>> unnamed(int players) {
        final int[] sizes = new int[players];
        for (int player = 0; player < players; player++) {
            sizes[player] = tokens.count(
                    "how many actions player " + (player + 1) + " of " + players + " has", 1, Integer.MAX_VALUE);
        }
        requireRoom(sizes);
        tokens.symbol("}");
        return Arrays.stream(sizes)
                .mapToObj(size -> IntStream.rangeClosed(1, size)
                        .mapToObj(Integer::toString)
                        .toList())
                .toList();
    }

    /** A combination takes a character and a blank at least, so a short text cannot ask for much memory. */
    private void requireRoom(int... sizes) {
        BigInteger combinations = BigInteger.ONE;
        for (final int size : sizes) {
            combinations = combinations.multiply(BigInteger.valueOf(size));
        }
        final int most = tokens.left() / 2 + 1;
        if (combinations.compareTo(BigInteger.valueOf(most)) > 0) {
            throw Checks.refused(
                    "%s%s: the actions must make at most %s combinations, as many as the rest of the text can hold, but were"
                            + " %s: %s",
                    actionsAt, place, most, GameShape.text(sizes), combinations);
        }
    }

    /** What the players earn: as whole numbers as long as they fit, else as fractions. */
    private final class Payoffs {
        private final int[] sizes;
        private final int[] strides;
        private final int profiles;
        private final long[][] whole;
        private final Fraction[][] fractions;

        Payoffs(int... sizes) {
            requireRoom(sizes);
            try {
                this.profiles = GameShape.profiles(sizes);
            } catch (IllegalArgumentException tooMany) {
                throw Checks.refused("%s%s: %s", actionsAt, place, String.valueOf(tooMany.getMessage()));
            }
            this.sizes = sizes;
            this.strides = GameShape.strides(sizes);
            this.whole = new long[sizes.length][profiles];
            this.fractions = new Fraction[sizes.length][];
        }

        PayoffColumn[] columns() {
            final PayoffColumn[] columns = new PayoffColumn[sizes.length];
            Arrays.setAll(
                    columns,
                    player -> fractions[player] == null
                            ? PayoffColumn.of(whole[player])
                            : PayoffColumn.of(fractions[player]));
            return columns;
        }

        private void put(int player, int index, Fraction payoff) {
            final BigInteger numerator = payoff.numerator();
            if (fractions[player] == null
                    && payoff.denominator().equals(BigInteger.ONE)
                    && numerator.bitLength() < 64) {
                whole[player][index] = numerator.longValueExact();
                return;
            }
            if (fractions[player] == null) {
                fractions[player] = Arrays.stream(whole[player])
                        .mapToObj(number -> number == 0 ? Fraction.ZERO : Fraction.of(number, 1))
                        .toArray(Fraction[]::new);
            }
            fractions[player][index] = payoff;
        }

        void listed() {
            each((combination, index) -> {
                for (int player = 0; player < sizes.length; player++) {
                    put(player, index, tokens.number(what(player, combination)));
                    tokens.skipComma();
                }
            });
        }

        private String what(int player, int combination) {
            return "the payoff of player " + (player + 1) + " in combination " + (combination + 1) + " of " + profiles;
        }

        void ofOutcomes() {
            tokens.symbol("{");
            final List<List<Fraction>> outcomes = new ArrayList<>();
            outcomes.add(Collections.nCopies(sizes.length, Fraction.ZERO));
            while (!tokens.at("}")) {
                outcomes.add(outcome(outcomes.size()));
            }
            tokens.symbol("}");
            each((combination, index) -> {
                final int which = tokens.count(
                        "the outcome of combination " + (combination + 1) + " of " + profiles, 0, outcomes.size() - 1);
                for (int player = 0; player < sizes.length; player++) {
                    put(player, index, outcomes.get(which).get(player));
                }
            });
        }

        private List<Fraction> outcome(int number) {
            tokens.symbol("{");
            tokens.quoted("the name of outcome " + number + " in quotation marks");
            tokens.skipComma();
            final List<Fraction> payoffs = new ArrayList<>();
            for (int player = 0; player < sizes.length; player++) {
                payoffs.add(tokens.number("the payoff of player " + (player + 1) + " in outcome " + number));
                tokens.skipComma();
            }
            tokens.symbol("}");
            return payoffs;
        }

        /** Visits all combinations, the first player's action running fastest. */
        private void each(Visitor visitor) {
            final int[] chosen = new int[sizes.length];
            int index = 0;
            for (int combination = 0; combination < profiles; combination++) {
                visitor.at(combination, index);
                for (int player = 0; player < sizes.length; player++) {
                    index += strides[player];
                    if (++chosen[player] < sizes[player]) {
                        break;
                    }
                    index -= strides[player] * sizes[player];
                    chosen[player] = 0;
                }
            }
        }
    }

    @FunctionalInterface
    private interface Visitor {
        void at(int combination, int index);
    }
}
