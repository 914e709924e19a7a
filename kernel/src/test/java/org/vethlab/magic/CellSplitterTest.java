package org.vethlab.magic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellSplitterTest {
    private static final CellSplitter.Judge NEVER_ASKED = (source, lenient) -> {
        throw new AssertionError("the compiler was asked about: " + source);
    };

    /** Semicolons and braces are all that these tests need. */
    private static final CellSplitter.Judge SIMPLE = (source, lenient) -> {
        String code = source.strip();
        return code.endsWith(";") || code.endsWith("}") || lenient;
    };

    private static Piece line(String name, String rest) {
        return new Piece.Magic(name, rest, Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n ", "// only a comment\n"})
    void nothingToDo(String cell) {
        assertThat(CellSplitter.split(cell, NEVER_ASKED)).isEmpty();
    }

    @Test
    void magicsAloneNeverWakeTheCompiler() {
        assertThat(CellSplitter.split("// first\n%ns a ip  addr\n\n  %routes a\n// last", NEVER_ASKED))
                .containsExactly(line("ns", "a ip  addr"), line("routes", "a"));
    }

    @Test
    void aBackslashContinuesALine() {
        assertThat(CellSplitter.split("%sh echo a \\\n  b", NEVER_ASKED)).containsExactly(line("sh", "echo a \\\n  b"));
    }

    @Test
    void aCellMagicTakesAllBelow() {
        assertThat(CellSplitter.split("\n%%ns a b\n%ns c\nx", NEVER_ASKED))
                .containsExactly(new Piece.Magic("ns", "a b", Optional.of("%ns c\nx")));
        assertThat(CellSplitter.split("%%sh", NEVER_ASKED)).containsExactly(new Piece.Magic("sh", "", Optional.of("")));
    }

    @Test
    void magicsStandBetweenJavaStatements() {
        assertThat(CellSplitter.split("int a = 1;\n%ns x y\na + 1", SIMPLE))
                .containsExactly(new Piece.Java("int a = 1;\n", 1), line("ns", "x y"), new Piece.Java("a + 1\n", 3));
    }

    @Test
    void whatIsCommentedOutStaysSo() {
        String cell = "/* a\n%ns b */";
        assertThat(CellSplitter.split(cell, (source, lenient) -> false)).isEmpty();
    }

    @Test
    void theRemainderOperatorStays() {
        String cell = "int c = a\n  %b;";
        assertThat(CellSplitter.split(cell, SIMPLE)).containsExactly(new Piece.Java(cell + "\n", 1));
        String text = "String t = \"\"\"\n%ns x\n\"\"\"";
        CellSplitter.Judge inText = (source, lenient) -> !source.contains("\"\"\"");
        assertThat(CellSplitter.split(text, inText)).isEqualTo(List.of(new Piece.Java(text + "\n", 1)));
    }
}
