package io.github.breakranks.cascade;

import io.github.breakranks.answer.Table;
import io.github.breakranks.answer.Table.Column;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lays out the path of a cascade. */
final class CascadeTable {
    private static final int MOST_ROWS = 10_000;

    private CascadeTable() {}

    static Table of(Cascade cascade, String time, String unit) {
        final int rounds = cascade.rounds();
        final int every = rounds / MOST_ROWS + 1;
        final List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int round = 0; round <= rounds; round += every) {
            rows.add(row(cascade, round));
        }
        if (rounds % every != 0) {
            rows.add(row(cascade, rounds));
        }
        return Table.of(
                List.of(Column.of(time, unit), Column.of("gone", "share"), Column.of("count", "soldiers")), rows);
    }

    private static List<@Nullable Object> row(Cascade cascade, int round) {
        final double share = cascade.shareAfter(round);
        final double time = cascade.time(round);
        final Object shown = time == Math.rint(time) && Math.abs(time) < 1e9 ? (Object) (int) time : (Object) time;
        return List.of(shown, share, Math.round(share * cascade.size()));
    }
}
