package io.github.breakranks.cascade;

import io.github.breakranks.answer.Certificate;
import java.util.List;

/** Checks a path of agents who see everybody from the rule alone: whoever moved wanted to, and at the end nobody wants to move. */
final class PathVerifier {
    private final EventLog log;
    private final Dynamics dynamics;
    private final int[] needs;

    PathVerifier(EventLog log, Dynamics dynamics, int[] needs) {
        this.log = log;
        this.dynamics = dynamics;
        this.needs = needs;
    }

    Certificate certify(boolean rested) {
        if (dynamics.sees() > 0) {
            return new Certificate.Unproven(
                    "one path of many that chance can take, as each sees random others; Ensemble draws many");
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

    /** Replays the path with a flag for each agent, hearing of every event a lag later. */
    private boolean movesWanted() {
        final boolean[] goneThen = new boolean[needs.length]; // as far as news has come
        int count = 0;
        for (int agent = 0; agent < needs.length; agent++) {
            goneThen[agent] = log.goneAtStart(agent);
            count += goneThen[agent] ? 1 : 0;
        }
        int heard = 0;
        for (int event = 0; event < log.events(); event++) {
            while (heard < event && hears(log.time(heard), log.time(event))) {
                goneThen[log.agent(heard)] = log.departure(heard);
                count += log.departure(heard) ? 1 : -1;
                heard++;
            }
            final int agent = log.agent(event);
            final boolean wants = needs[agent] <= count - (goneThen[agent] ? 1 : 0);
            if (wants != log.departure(event)) {
                return false;
            }
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
        int gone = 0;
        for (int agent = 0; agent < needs.length; agent++) {
            gone += log.gone(agent) ? 1 : 0;
        }
        for (int agent = 0; agent < needs.length; agent++) {
            final boolean his = log.gone(agent);
            final boolean wants = needs[agent] <= gone - (his ? 1 : 0);
            if (wants != his && (wants || dynamics.reversible())) {
                return false;
            }
        }
        return true;
    }
}
