package org.vethlab.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vethlab.magic.FakeLab;
import org.vethlab.row.Answer;

/** What becomes of variables when what they were made with is declared anew. Each test has names of its own. */
@Timeout(60)
class RedeclarationTest {
    private static final JavaCells CELLS;

    static {
        FakeLab lab = new FakeLab();
        Answer output = new Answer();
        CELLS = new JavaCells(() -> lab, () -> output, value -> value, List.of());
    }

    @BeforeAll
    static void loadAgent(@TempDir Path folder) throws Exception {
        Agent.load(folder);
    }

    @AfterAll
    static void close() {
        CELLS.close();
    }

    private static String printed(String source) {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            run(source);
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static CellResult run(String source) {
        CELLS.begin();
        return CELLS.run(source, "In[1]", 1);
    }

    private static Object value(String source) {
        return run(source).value().orElseThrow();
    }

    @Test
    void methodsKeepVariablesEvenIfTheirTypeChanges() {
        run("int f1() { return 1; }");
        run("int a1 = f1(); var q1 = new ArrayDeque<>(List.of(\"kept\")); Supplier<Integer> s1 = () -> f1() + a1;");
        assertThat(printed("int f1() { return 10; }")).isEmpty();
        assertThat(value("a1 + q1.peek() + s1.get()")).isEqualTo("1kept11");
        assertThat(printed("long f1() { return 100; }")).isEmpty();
        assertThat(value("a1 + q1.peek() + f1()")).isEqualTo("1kept100");
    }

    @Test
    void initialisersAreNotRunAgain() {
        run("int n2 = 0; int next2() { return ++n2; }");
        run("int first2 = next2();");
        run("import java.time.*;");
        run("int next2() { return n2 += 100; }");
        assertThat(value("first2 + \" \" + n2")).isEqualTo("1 1");
    }

    @Test
    void objectsGetTheirClasssNewMethods() {
        run("class C3 { int n = 1; int get() { return n; } }");
        run("C3 c3 = new C3(); var v3 = List.of(c3); c3.n = 7;");
        assertThat(printed("class C3 { int n = 1; int get() { return 10 * n; } }"))
                .isEmpty();
        assertThat(value("c3.get() + v3.get(0).get()")).isEqualTo(140);
    }

    @Test
    void aClassOfAnotherShapeSaysWhatItCost() {
        run("class C4 { int get() { return 1; } } class D4 extends C4 {}");
        run("C4 c4 = new C4(); D4 d4 = new D4(); var v4 = new C4(); int other4 = 4; C4 same4(C4 c) { return c; }");
        assertThat(printed("class C4 { int more; int get() { return 2; } }"))
                .isEqualTo("C4 is another type now, and objects of the old one cannot be kept:"
                        + " c4, d4 are empty again; v4 must be declared again\n");
        assertThat(run("c4").value()).isEmpty();
        assertThat(value("other4")).isEqualTo(4);
        assertThatThrownBy(() -> run("v4.get()")).isInstanceOf(JavaFailure.class);
        assertThat(value("var v4 = new C4(); same4(v4).get() + new D4().get()")).isEqualTo(4);
    }

    @Test
    void recordsAndEnumsToo() {
        run("record R5(int x) {} enum E5 { A, B }");
        run("R5 r5 = new R5(1); E5 e5 = E5.B; int kept5 = 5;");
        assertThat(printed("record R5(int x, int y) {}")).contains("r5 must be declared again");
        assertThat(printed("enum E5 { A, B, C }")).contains("e5 is empty again");
        assertThat(value("kept5 + E5.values().length")).isEqualTo(8);
    }

    @Test
    void aVariableMayTakeAnotherType() {
        run("int a6 = 6; int b6 = 7;");
        run("String a6 = \"six\";");
        assertThat(value("a6 + b6")).isEqualTo("six7");
    }

    @Test
    void whatTheSameCellDeclaresFurtherDownIsNotMissing() {
        assertThat(printed("int p8() { return q8(); }\nint q8() { return 8; }")).isEmpty();
        assertThat(value("p8()")).isEqualTo(8);
    }

    @Test
    void whatIsMissingMayComeLater() {
        assertThat(printed("int g7() { return h7(); }")).contains("g7() cannot be used until there is method h7()");
        run("int kept7 = 7;");
        run("int h7() { return 4; }");
        assertThat(value("g7() + kept7")).isEqualTo(11);
    }

    @Test
    void textsHaveTheCellsOwnNames() {
        run("class T8 {} class Wrong8 extends RuntimeException {} String nothing8 = null;");
        assertThat(SourceText.plainNames(value("new T8()").toString())).startsWith("T8@");
        assertThatThrownBy(() -> run("throw new Wrong8();"))
                .isInstanceOfSatisfying(
                        JavaFailure.class, failure -> assertThat(failure.kind()).isEqualTo("Wrong8"));
        assertThatThrownBy(() -> run("nothing8.length()"))
                .hasMessage("Cannot invoke \"String.length()\" because \"nothing8\" is null");
        assertThatThrownBy(() -> run("Object o8 = \"\"; Integer i8 = (Integer) o8;"))
                .hasMessage("class java.lang.String cannot be cast to class java.lang.Integer");
    }

    @Test
    void manyExpressionsLeaveNothingBehind() {
        run("String.valueOf(1);");
        assertThatThrownBy(() -> run("$1")).isInstanceOf(JavaFailure.class);
        assertThat(CELLS.explorer().complete("$", 1).texts()).isEmpty();
    }
}
