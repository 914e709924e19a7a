package org.vethlab.program.iptables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counters as lists show them. */
class AmountsTest {
    @ParameterizedTest
    @CsvSource({
        "0, '    0 '",
        "84, '   84 '",
        "99999, '99999 '",
        "100000, ' 100K '",
        "1234567, '1235K '",
        "12345678, '  12M '",
    })
    void longOnesAreRounded(long number, String expected) {
        assertThat(Amounts.text(number, false)).isEqualTo(expected);
        assertThat(Amounts.text(number, true)).isEqualTo(String.format("%8d ", number));
    }
}
