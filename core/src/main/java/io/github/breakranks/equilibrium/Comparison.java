package io.github.breakranks.equilibrium;

import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import io.github.breakranks.game.DefectionGame;
import io.github.breakranks.internal.Checks;
import io.github.breakranks.offer.Offer;
import io.github.breakranks.offer.Term;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lays several offers to the same population side by side. */
public final class Comparison {
    private Comparison() {}

    /**
     * A row an offer, in the order given: the terms in which any of them departs from the usual, its legal form, its worth, the least and
     * the greatest rest point, how many go in the least, and how many more than under the first offer.
     */
    public static Table of(DefectionGame game, Offer... offers) {
        if (offers.length == 0) {
            throw Checks.refused("offers must have at least 1 offer [count], but was empty");
        }
        final Set<Term> terms = EnumSet.noneOf(Term.class);
        for (Offer offer : offers) {
            terms.addAll(offer.termsSet());
        }
        final List<Column> columns = new ArrayList<>();
        columns.add(Column.of("offer"));
        terms.forEach(term -> columns.add(Column.of(term.label(), term.unit(game.unit()))));
        columns.add(Column.of("status"));
        columns.add(Column.of("worth", game.unit()));
        columns.add(Column.of("least", "share"));
        columns.add(Column.of("greatest", "share"));
        columns.add(Column.of("goInLeast", "soldiers"));
        columns.add(Column.of("moreThanFirst", "soldiers"));
        final List<List<@Nullable Object>> rows = new ArrayList<>();
        long first = 0;
        for (int k = 0; k < offers.length; k++) {
            final RestPoints rest =
                    EquilibriumSolver.solver().solve(game.withOffer(offers[k])).orElseThrow();
            final long go = rest.least().gone();
            first = k == 0 ? go : first;
            rows.add(row(k + 1, offers[k], terms, rest, go - first));
        }
        return Table.of(columns, rows);
    }

    private static List<@Nullable Object> row(int number, Offer offer, Set<Term> terms, RestPoints rest, long more) {
        final List<@Nullable Object> row = new ArrayList<>();
        row.add(number);
        terms.forEach(term -> row.add(offer.get(term)));
        row.add(offer.status().name().toLowerCase(java.util.Locale.ROOT));
        row.add(offer.worth());
        row.add(rest.least().share());
        row.add(rest.greatest().share());
        row.add(rest.least().gone());
        row.add(more);
        return row;
    }
}
