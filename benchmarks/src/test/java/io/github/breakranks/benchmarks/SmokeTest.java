package io.github.breakranks.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

class SmokeTest {

    /** Not a measurement: no fork, no warm-up. */
    @Test
    void aBenchmarkRuns() throws Exception {
        var options = new OptionsBuilder()
                .include(RestPointsBenchmark.class.getName() + ".gameOnly")
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(50))
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build();

        assertEquals(4, new Runner(options).run().size());
    }
}
