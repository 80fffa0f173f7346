package io.github.breakranks.network;

import io.github.breakranks.internal.Checks;

/** Ties an army together: squads, then leaders, then strays. */
final class ArmyTies {
    private final Army army;
    private final Draws draws;
    private final int soldiers;
    private final long squad;
    private final int[] origin;
    private final int[] byOrigin; // soldiers, place by place
    private final int[] begin; // by place, where its soldiers begin
    private final long inSquads; // ties
    private final long strays;
    private final NetworkBuilder builder;
    private final PairSet tied; // beyond squads

    ArmyTies(Army army, Draws draws) {
        this.army = army;
        this.draws = draws;
        soldiers = army.soldiers();
        squad = army.units().squad();
        inSquads = inSquads();
        strays = strays();
        builder = Networks.sized(
                soldiers, inSquads + soldiers + strays, PairSet.bytes(strays + soldiers) + 8L * soldiers);
        origin = new int[soldiers];
        byOrigin = new int[soldiers];
        begin = new int[army.origins() + 1];
        tied = new PairSet(strays + soldiers); // fewer leaders than soldiers
    }

    Formation form() {
        tieSquads();
        tieLeaders();
        drawOrigins();
        drawStrays();
        return new Formation(army, builder.build(), origin);
    }

    private long inSquads() {
        final long last = soldiers % squad;
        return soldiers / squad * (squad * (squad - 1) / 2) + last * (last - 1) / 2;
    }

    /** How many stray friendships: at most half of the pairs there are, so that drawing ends soon. */
    private long strays() {
        final long pairs = soldiers * (soldiers - 1L) / 2 - inSquads;
        final double strays = army.stray() * soldiers / 2;
        if (strays > pairs / 2.0) {
            throw Checks.refused(
                    "stray must leave half of the pairs beyond squads untied, at most %s [friends of a soldier], but was %s",
                    (double) pairs / soldiers, army.stray());
        }
        return Math.round(strays);
    }

    private void tieSquads() {
        for (int soldier = 0; soldier < soldiers; soldier++) {
            final int first = (int) (soldier - soldier % squad);
            for (int mate = first; mate < soldier; mate++) {
                builder.add(mate, soldier);
            }
        }
    }

    /** Each leader who does not lead the next larger unit as well is tied to the one who does. */
    private void tieLeaders() {
        final Army.Unit[] kinds = Army.Unit.values();
        for (int k = 1; k < kinds.length; k++) {
            final long size = army.units().soldiers(kinds[k]);
            final long below = army.units().soldiers(kinds[k - 1]);
            for (long leader = 0; leader < soldiers; leader += below) {
                if (leader % size != 0) {
                    final int superior = (int) (leader - leader % size);
                    tied.add(superior, (int) leader);
                    builder.add(superior, (int) leader);
                }
            }
        }
    }

    private void drawOrigins() {
        final int[] next = new int[army.origins()];
        for (int soldier = 0; soldier < soldiers; soldier++) {
            origin[soldier] = draws.below(army.origins());
            begin[origin[soldier] + 1]++;
        }
        for (int place = 0; place < next.length; place++) {
            next[place] = begin[place];
            begin[place + 1] += begin[place];
        }
        for (int soldier = 0; soldier < soldiers; soldier++) {
            byOrigin[next[origin[soldier]]++] = soldier;
        }
    }

    private void drawStrays() {
        final long patience = 1000 + 100 * strays; // places may be too small for all friendships among kin
        long tries = 0;
        for (long missing = strays; missing > 0; ) {
            if (++tries > patience) {
                throw Checks.refused(
                        "kin must leave enough pairs within places for %s stray friendships [share], but was %s with %s places",
                        strays, army.kin(), army.origins());
            }
            final int a = draws.below(soldiers);
            final int b = draws.happens(army.kin()) ? ofPlace(origin[a]) : draws.below(soldiers);
            if (a / squad != b / squad && tied.add(a, b)) {
                missing--;
                builder.add(a, b);
            }
        }
    }

    private int ofPlace(int place) {
        return byOrigin[begin[place] + draws.below(begin[place + 1] - begin[place])];
    }
}
