package org.vethlab.program.iptables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vethlab.program.iptables.extension.Quoting;

/** Words of saved rules. */
class QuotedWordsTest {
    @Test
    void whatIsQuotedIsReadAgain() {
        String text = "it's \"so\" far";

        assertThat(QuotedWords.split("-A INPUT  -m comment --comment " + Quoting.quoted(text) + "\t-j DROP"))
                .containsExactly("-A", "INPUT", "-m", "comment", "--comment", text, "-j", "DROP");
    }

    @Test
    void emptyQuotesAreAWord() {
        assertThat(QuotedWords.split("-j LOG --log-prefix \"\"")).endsWith("--log-prefix", "");
    }
}
