package org.vethlab.program.tc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Handles of qdiscs and classes as tc reads them. */
class HandlesTest {
    @ParameterizedTest(name = "class {0} is shown as {1}")
    @CsvSource({"1:10, 1:10", "1:, 1:", ":5, :5", "root, root", "none, none", "ffff:fff1, ffff:fff1", "0x1:0xa, 1:a"})
    void classes(String word, String shown) {
        assertThat(Handles.classId(word).map(Handles::show)).hasValue(shown);
    }

    @ParameterizedTest(name = "qdisc {0} is shown as {1}")
    @CsvSource({"1:, 1:", "1, 1:", "10:5, 10:", "8001:, 8001:"})
    void qdiscs(String word, String shown) {
        assertThat(Handles.qdisc(word).map(Handles::showQdisc)).hasValue(shown);
    }

    @ParameterizedTest(name = "{0} is no class")
    @ValueSource(strings = {"zz:", "1:zz", "10000:1", "1:10000", "x"})
    void refusesJunk(String word) {
        assertThat(Handles.classId(word)).isEmpty();
    }
}
