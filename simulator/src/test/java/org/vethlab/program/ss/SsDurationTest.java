package org.vethlab.program.ss;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The times of ss -o: the longer, the coarser. */
class SsDurationTest {
    @ParameterizedTest
    @CsvSource({
        "204, 204ms",
        "5, 005ms",
        "1000, 1sec",
        "1500, 1.500ms",
        "9004, 9.004ms",
        "10004, 10sec",
        "59999, 59sec",
        "60000, 1min",
        "119000, 1min59sec",
        "660000, 11min",
    })
    void isPrintedAsIproute2Does(long milliseconds, String text) {
        assertThat(SsDetails.duration(milliseconds)).isEqualTo(text);
    }
}
