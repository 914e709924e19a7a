package org.vethlab.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import jdk.jshell.JShell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vethlab.lab.Lab;
import org.vethlab.magic.FakeLab;

class ImportsTest {
    private static final Lab.Sink NOBODY = new Lab.Sink() {
        @Override
        public void out(String text) {}

        @Override
        public void err(String text) {}
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 + 1000",
                "0x1F + 10_000L",
                "lab.ns(\"netnsR\").routes()",
                "lab.ns(\"List\").ping(\"a \\\" List\").received() // List",
                "System.out.println('x' + \"\"\"\n List \"List\"\n\"\"\");",
                "new StringBuilder(\"x\").reverse() /* a\nList */",
            })
    void areNotMadeForWhatIsKnownWithout(String source) {
        assertThat(importsFor(source)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "List.of(1)",
                "int n = 5;",
                "show(1)",
                "lab.ns(\"a\").routes().stream().map(Object::hashCode)",
                "n"
            })
    void areMadeForTheFirstThatMayNeedOne(String source) {
        assertThat(importsFor(source)).isGreaterThan(10);
    }

    private static long importsFor(String source) {
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            new Imports(shell, List.of("import java.util.regex.*;")).makeFor(source);
            return shell.imports().count();
        }
    }

    @Test
    void comeLaterThanTheFirstCellAndLeaveWhatItMade() {
        FakeLab lab = new FakeLab();
        try (JavaCells cells = new JavaCells(() -> lab, () -> NOBODY, value -> value, List.of())) {
            Object first = value(cells, "lab.hashCode()");
            assertThat(value(cells, "1 + 1")).isEqualTo(2);
            assertThat(value(cells, "Stream.of(3, 4).mapToInt(n -> n).sum()")).isEqualTo(7);
            assertThat(value(cells, "lab.hashCode()")).isEqualTo(first);
        }
    }

    @Test
    void areThereForWhoIsTyping() {
        FakeLab lab = new FakeLab();
        try (JavaCells cells = new JavaCells(() -> lab, () -> NOBODY, value -> value, List.of())) {
            assertThat(cells.explorer().complete("ArrayLi", 7).candidates())
                    .extracting(candidate -> candidate.text())
                    .contains("ArrayList");
        }
    }

    private static Object value(JavaCells cells, String source) {
        cells.begin();
        Optional<Object> value = cells.run(source, "In[1]", 1).value();
        return value.orElseThrow();
    }
}
