package org.vethlab.java;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTextTest {
    @ParameterizedTest
    @CsvSource({
        "'',true",
        "' \n\t',true",
        "// a,true",
        "/* a,false",
        "'/* a */ // b\n',true",
        "'// a\nx',false",
        "/,false"
    })
    void blank(String source, boolean expected) {
        assertThat(SourceText.isBlank(source)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + 1 | true",
                "a == b | true",
                "a <= b | true",
                "x -> x | true",
                "x | false",
                "x = 5 | false",
                "x += 5 | false",
                "f(); | false",
                "int f() { return 1; } | false"
            })
    void expressions(String source, boolean expected) {
        assertThat(SourceText.mayBeExpression(source)).isEqualTo(expected);
    }
}
