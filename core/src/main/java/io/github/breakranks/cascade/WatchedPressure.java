package io.github.breakranks.cascade;

import io.github.breakranks.internal.WatchedNeeds;
import java.util.BitSet;
import java.util.function.IntConsumer;

/** How much those whom each agent of a network watches press on him, as far as news has come: ready once that is enough. */
final class WatchedPressure implements ReadyRun.Readiness {
    private final WatchedNeeds needs;
    private final EventLog log;
    private final long[] pressure; // by agent [units]
    private final BitSet ready = new BitSet();

    WatchedPressure(WatchedNeeds needs, EventLog log) {
        this.needs = needs;
        this.log = log;
        this.pressure = new long[needs.agents()];
        for (int agent = 0; agent < pressure.length; agent++) {
            if (log.goneAtStart(agent)) {
                moved(agent, true);
            }
        }
    }

    /** News that one has gone, or come back. */
    void moved(int agent, boolean departed) {
        final long[] offsets = needs.rows().offsets();
        for (int link = (int) offsets[agent]; link < offsets[agent + 1]; link++) {
            pressure[needs.rows().targets()[link]] += departed ? needs.unitsOf(link) : -needs.unitsOf(link);
        }
    }

    /** Whether one who looks now wants to have gone. */
    boolean wants(int agent) {
        return pressure[agent] >= needs.needed()[agent];
    }

    @Override
    public void begin(IntConsumer nowReady) {
        for (int agent = 0; agent < pressure.length; agent++) {
            tell(agent, nowReady);
        }
    }

    @Override
    public void heard(int agent, IntConsumer nowReady) {
        moved(agent, true);
        final long[] offsets = needs.rows().offsets();
        for (int link = (int) offsets[agent]; link < offsets[agent + 1]; link++) {
            tell(needs.rows().targets()[link], nowReady);
        }
    }

    private void tell(int agent, IntConsumer nowReady) {
        if (wants(agent) && !ready.get(agent) && !log.goneAtStart(agent)) {
            ready.set(agent);
            nowReady.accept(agent);
        }
    }
}
