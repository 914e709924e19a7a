package org.vethlab.magic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    @ParameterizedTest
    @CsvSource({"'',abc,3", "kitten,sitting,3", "ns,ns,0", "rotues,routes,2"})
    void distance(String a, String b, int expected) {
        assertThat(Nearest.distance(a, b)).isEqualTo(expected);
        assertThat(Nearest.distance(b, a)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"rotes,routes", "scen,scenario", "nss,ns"})
    void finds(String typed, String meant) {
        assertThat(Nearest.to(typed, List.of("arp", "ns", "routes", "scenario")))
                .hasValue(meant);
    }

    @ParameterizedTest
    @CsvSource({"timeit", "matplotlib"})
    void findsNothing(String typed) {
        assertThat(Nearest.to(typed, List.of("arp", "ns", "routes", "scenario")))
                .isEmpty();
    }
}
