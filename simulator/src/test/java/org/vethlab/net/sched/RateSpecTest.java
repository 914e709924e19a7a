package org.vethlab.net.sched;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long bytes take at a rate. */
class RateSpecTest {
    @ParameterizedTest(name = "{1} bytes at {0} bytes a second take {2} ns")
    @CsvSource({
        "125000, 1000, 8000000",
        "125000, 0, 0",
        "1000, 1, 1000000",
        "125000000, 1514, 12112",
        "375000, 4096, 10922666",
    })
    void lengthsBecomeTime(long rate, long bytes, long nanos) {
        RateSpec spec = new RateSpec(rate, 0, 0, 0, 0, false);
        assertThat(spec.nanos(bytes)).isBetween(nanos - 1, nanos);
    }

    @ParameterizedTest(name = "{0} bytes count as {1} with an overhead of 4, at least 64, in cells: {2}")
    @CsvSource({"10, 64, false", "100, 104, false", "48, 106, true"})
    void overheadAndCells(long bytes, long counted, boolean atm) {
        RateSpec spec = new RateSpec(1_000_000_000, 0, 0, 4, atm ? 0 : 64, atm);
        assertThat(spec.nanos(bytes)).isBetween(counted - 1, counted);
    }
}
