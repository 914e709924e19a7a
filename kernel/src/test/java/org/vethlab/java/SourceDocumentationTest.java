package org.vethlab.java;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The comments of the lab's types, found by what the compiler calls their methods. */
class SourceDocumentationTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Netns NotebookLab.ns(String); A namespace",
                "String Netns.name(); What it is called",
                "PingResult Netns.ping(String); one ICMP echo request",
                "PingResult Netns.ping(String, int); some ICMP echo requests",
                "org.vethlab.java.api.Netns; A network namespace of the lab",
                "class Netns; A network namespace of the lab",
            })
    void finds(String signature, String contained) {
        assertThat(SourceDocumentation.of(signature))
                .hasValueSatisfying(comment -> assertThat(comment).contains(contained));
    }

    @ParameterizedTest
    @CsvSource({"String String.length()", "PingResult Netns.ping(int)", "int"})
    void ofOthersThereIsNone(String signature) {
        assertThat(SourceDocumentation.of(signature)).isEmpty();
    }
}
