package org.vethlab.program.tc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rates, sizes and times as tc reads and prints them. */
class UnitsTest {
    @ParameterizedTest(name = "{0} is {1} bytes a second")
    @CsvSource({
        "1mbit, 125000",
        "1Mbit, 125000",
        "100, 12",
        "8bit, 1",
        "500bps, 500",
        "1kbps, 1000",
        "1kibit, 128",
        "1.5gbit, 187500000",
    })
    void readsRates(String word, long bytes) {
        assertThat(Units.rate(word)).hasValue(bytes);
    }

    @ParameterizedTest(name = "{0} bytes a second are shown as {1}")
    @CsvSource({"125000, 1Mbit", "12500, 100Kbit", "187500000, 1500Mbit", "1, 8bit", "0, 0bit", "156250000, 1250Mbit"})
    void showsRatesWithoutLosingAnything(long bytes, String shown) {
        assertThat(Units.showRate(bytes, false)).isEqualTo(shown);
    }

    @ParameterizedTest(name = "{0} bytes are shown as {1}")
    @CsvSource({"1600, 1600b", "4096, 4Kb", "4095, 4Kb", "33554432, 32Mb", "1024, 1Kb", "1100, 1100b", "10240, 10Kb"})
    void showsSizesThatAreNearlyRound(long bytes, String shown) {
        assertThat(Units.showSize(bytes)).isEqualTo(shown);
    }

    @ParameterizedTest(name = "{0} comes back as {1}")
    @CsvSource({"100ms, 100ms", "1s, 1s", "10us, 9us", "1.5ms, 1.5ms", "0, 0us", "250, 249us", "2000ms, 2s"})
    void timesGoThroughTicksOf64Nanoseconds(String word, String shown) {
        assertThat(Units.showTicks(Units.ticks(word).orElseThrow())).isEqualTo(shown);
    }

    @ParameterizedTest(name = "{0} is no time, size or rate")
    @CsvSource({"fast", "5xs", "ms", "1parsec"})
    void refusesJunk(String word) {
        assertThat(Units.time(word)).isEmpty();
        assertThat(Units.size(word)).isEmpty();
        assertThat(Units.rate(word)).isEmpty();
    }

    @ParameterizedTest(name = "{0} is shown as {1}")
    @CsvSource({"5%, 5%", "0.1%, 0.1%", "100%, 100%", "33.333%, 33.333%"})
    void showsProbabilitiesAsTheyWereTyped(String word, String shown) {
        assertThat(Units.showPercent(Units.probability(Units.share(word).orElseThrow())))
                .isEqualTo(shown);
    }

    @ParameterizedTest(name = "%g of {0} is {1}")
    @CsvSource({"0.000099, 9.9e-05", "0.1, 0.1", "1234567, 1.23457e+06", "100, 100", "0.05, 0.05"})
    void showsNumbersAsPrintfDoes(double value, String shown) {
        assertThat(Units.general(value)).isEqualTo(shown);
    }
}
