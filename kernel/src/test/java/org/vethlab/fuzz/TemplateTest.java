package org.vethlab.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vethlab.fuzz.Template.Choice;
import org.vethlab.fuzz.Template.Hole;
import org.vethlab.fuzz.Template.Number;
import org.vethlab.fuzz.Template.Part;
import org.vethlab.fuzz.Template.Text;

/** How a line of a grammar becomes a command. */
class TemplateTest {
    private record Row(String text, List<Part> parts) {}

    private static Template plain(String text) {
        return new Template(List.of(new Text(text)));
    }

    private static Stream<Row> rows() {
        return Stream.of(
                new Row("ip route", List.of(new Text("ip route"))),
                new Row("{ip} route", List.of(new Text(""), new Hole("ip"), new Text(" route"))),
                new Row("-c {1-9}", List.of(new Text("-c "), new Number(1, 9), new Text(""))),
                new Row(
                        "{up|down}",
                        List.of(new Text(""), new Choice(List.of(plain("up"), plain("down"))), new Text(""))),
                new Row(
                        "{?dev }x",
                        List.of(
                                new Text(""),
                                new Choice(List.of(plain("dev "), new Template(List.of()))),
                                new Text("x"))),
                new Row("${x} {1..3} { a; } {b,c}", List.of(new Text("${x} {1..3} { a; } {b,c}"))),
                new Row("awk '{print $1}'", List.of(new Text("awk '{print $1}'"))));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void bracesOfTheShellAreText(Row row) {
        assertThat(Template.parse(row.text()).parts()).isEqualTo(row.parts());
    }
}
