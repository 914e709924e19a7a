package org.vethlab.program.nft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What nft suggests for what was typed; seen with nft 1.0.6. */
class MisspellingTest {
    @ParameterizedTest
    @CsvSource({
        "nofilter, filter, true",
        "inptu, input, true",
        "filtr, filter, true",
        "nochain, input, false",
        "i, sub, true",
        "x, y, false",
    })
    void suggests(String typed, String name, boolean suggested) {
        Misspelling<String> search = new Misspelling<>(typed);
        search.consider(name, name);
        assertThat(search.meant().isPresent()).isEqualTo(suggested);
    }
}
