package org.vethlab.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({"0,0", "17,17", "-5,-5", "+5,5", "0x1F,31", "017,15", "2147483647,2147483647", "-0x10,-16"})
    void integers(String word, int value) {
        assertThat(Numbers.integer(word)).isEqualTo(OptionalInt.of(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "0x", "08", "1a", " 1", "1 ", "2147483648", "99999999999999999999", "--1", "+-1"})
    void noIntegers(String word) {
        assertThat(Numbers.integer(word)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"255,8,true", "256,8,false", "4294967295,32,true", "4294967296,32,false", "-1,32,false"})
    void unsigned(String word, int bits, boolean fits) {
        OptionalLong expected = fits ? OptionalLong.of(Long.parseLong(word)) : OptionalLong.empty();
        assertThat(Numbers.unsigned(word, bits)).isEqualTo(expected);
    }
}
