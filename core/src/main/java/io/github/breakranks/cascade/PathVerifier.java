package io.github.breakranks.cascade;

import io.github.breakranks.answer.Certificate;
import io.github.breakranks.internal.WatchedNeeds;
import java.util.List;

/** Checks a path of agents from the rule alone: whoever moved wanted to, and at the end nobody wants to move. */
final class PathVerifier {
    private final EventLog log;
    private final Dynamics dynamics;
    private final Wish wish;

    /** What an agent wants, by what he knows of who has gone; told of each who moves. */
    interface Wish {

        /** That one has gone, or has come back. */
        void moved(int agent, boolean departed);

        /** Whether one wants to go. */
        boolean wants(int agent);
    }

    PathVerifier(EventLog log, Dynamics dynamics, Wish wish) {
        this.log = log;
        this.dynamics = dynamics;
        this.wish = wish;
    }

    /** Of agents who see everybody: so many others must have gone. */
    static final class Counted implements Wish {
        private final int[] needs;
        private final boolean[] gone;
        private int count;

        Counted(int... needs) {
            this.needs = needs;
            this.gone = new boolean[needs.length];
        }

        @Override
        public void moved(int agent, boolean departed) {
            gone[agent] = departed;
            count += departed ? 1 : -1;
        }

        @Override
        public boolean wants(int agent) {
            return needs[agent] <= count - (gone[agent] ? 1 : 0);
        }
    }

    /** Of agents on a network: those whom he watches must press so much. */
    static final class Watched implements Wish {
        private final WatchedNeeds needs;
        private final long[] missing; // by agent, pressure still missing until he wants to go [units]

        Watched(WatchedNeeds needs) {
            this.needs = needs;
            this.missing = needs.needed().clone();
        }

        @Override
        public void moved(int agent, boolean departed) {
            for (long link = needs.rows().offsets()[agent]; link < needs.rows().offsets()[agent + 1]; link++) {
                final int units = needs.unitsOf((int) link);
                missing[needs.rows().targets()[(int) link]] -= departed ? units : -units;
            }
        }

        @Override
        public boolean wants(int agent) {
            return missing[agent] <= 0;
        }
    }

    Certificate certify(boolean rested) {
        if (dynamics.sees() > 0) {
            return new Certificate.Unproven(
                    "one path of many that chance can take, as each sees random others; Ensemble draws many");
        }
        for (int agent = 0; agent < log.size(); agent++) {
            if (log.goneAtStart(agent)) {
                wish.moved(agent, true);
            }
        }
        if (!movesWanted()) {
            return new Certificate.Unproven("counted again, one moved who did not want to");
        }
        if (!rested) {
            return new Certificate.Proven("integers: whoever moved wanted to; it had not come to rest", List.of());
        }
        return atRest()
                ? new Certificate.Proven("integers: whoever moved wanted to, and at the end nobody wants to", List.of())
                : new Certificate.Unproven("counted again, one wants to move at the end");
    }

    /** Replays the path, hearing of every event a lag later; then of all. */
    private boolean movesWanted() {
        int heard = 0;
        for (int event = 0; event < log.events(); event++) {
            while (heard < event && hears(log.time(heard), log.time(event))) {
                wish.moved(log.agent(heard), log.departure(heard));
                heard++;
            }
            if (wish.wants(log.agent(event)) != log.departure(event)) {
                return false;
            }
        }
        while (heard < log.events()) {
            wish.moved(log.agent(heard), log.departure(heard));
            heard++;
        }
        return true;
    }

    /** Whether one who looks at a time has heard of what happened at another: all of a round look before any of it is seen. */
    private boolean hears(double happened, double looks) {
        return dynamics.pace() == Pace.ROUNDS
                ? happened + dynamics.lag() + 1 <= looks
                : happened + dynamics.lag() <= looks;
    }

    private boolean atRest() {
        for (int agent = 0; agent < log.size(); agent++) {
            final boolean wants = wish.wants(agent);
            if (wants != log.gone(agent) && (wants || dynamics.reversible())) {
                return false;
            }
        }
        return true;
    }
}
