package org.vethlab.shell.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletenessTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ip link",
                "ip link\n",
                "for i in 1 2; do echo $i; done",
                "cat <<END\nx\nEND",
                "echo 'a'",
                "echo )",
                "done",
                "# a comment's quote"
            })
    void isWhole(String script) {
        assertThat(Completeness.isWhole(script)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for i in 1 2",
                "for i in 1 2; do",
                "if true; then echo",
                "echo 'a",
                "echo \"a $(date",
                "cat <<END\nx",
                "a &&",
                "a |",
                "ip link \\",
                "f() {",
                "case x in"
            })
    void waitsForMore(String script) {
        assertThat(Completeness.isWhole(script)).isFalse();
    }
}
