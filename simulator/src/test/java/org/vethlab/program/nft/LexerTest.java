package org.vethlab.program.nft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words of nft's language, and their places. */
class LexerTest {
    /** What messages call the words of a line. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "add table inet x ~ add table inet string",
                "10.0.0.1 10.0.0.300 1.2.3 ~ string string number string",
                "10.0.0.0/8 ~ string / number",
                "fe80::1 ::1 a.b ~ string string string",
                "02:00:00:00:00:01 ~ string",
                "22-80 0x1f 10m 5s ~ number - number number string string",
                "eth0 eth* \"eth 1\" ~ string string with a trailing asterisk quoted string",
                "{ 1, 2 } ; ~ '{' number comma number '}' semicolon",
                "state new ~ string string",
                "== != <= << = ! ~ == != <= << '=' !",
                "eq and or xor ~ == & '|' ^",
                "a # no more ~ string",
            })
    void kinds(String line, String kinds) {
        Lexer lexer = new Lexer(Source.ofCommandLine(line));
        List<String> found = new ArrayList<>();
        for (Token token = lexer.next(); !token.is(Token.NEWLINE); token = lexer.next()) {
            found.add(token.kind());
        }
        assertThat(String.join(" ", found)).isEqualTo(kinds);
    }

    /** Some words are keywords behind another word only. */
    @ParameterizedTest
    @CsvSource({"ct,state,state", "ip,state,string", "tcp,dport,dport", "log,prefix,prefix", "limit,rate,rate"})
    void scopes(String opener, String word, String kind) {
        Lexer lexer = new Lexer(Source.ofCommandLine(opener + " " + word));
        lexer.next();
        assertThat(lexer.next().kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"add,1,3", "table,5,9", "x,11,11"})
    void places(String word, int first, int last) {
        Lexer lexer = new Lexer(Source.ofCommandLine("add table x"));
        Token token = lexer.next();
        while (!token.text().equals(word)) {
            token = lexer.next();
        }
        assertThat(List.of(token.at().first(), token.at().last())).containsExactly(first, last);
    }
}
