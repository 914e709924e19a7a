package org.vethlab.program.nft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times as nft reads and prints them. */
class TimeTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"1s", "1m", "1h", "1d", "1d2h3m4s", "59m59s976ms", "1ms", "0s"})
    void printsWhatItReads(String text) {
        Location nowhere = new Location(Source.ofCommandLine(text), 0, 1, 1, text.length());
        assertThat(TimeText.print(TimeText.parse(new Token(Token.STRING, text, nowhere))))
                .isEqualTo(text);
    }
}
