package org.vethlab.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vethlab.complete.Candidate;
import org.vethlab.complete.Completions;
import org.vethlab.java.Explorer.Readiness;
import org.vethlab.lab.Lab;
import org.vethlab.magic.FakeLab;

@Timeout(60)
class JavaCellsTest {
    private static final List<String> PRINTED = new ArrayList<>();

    private static final CountDownLatch STARTED = new CountDownLatch(1);

    private static final Lab.Sink SINK = new Lab.Sink() {
        @Override
        public void out(String text) {
            PRINTED.add(text);
            if (text.equals("started\n")) {
                STARTED.countDown();
            }
        }

        @Override
        public void err(String text) {
            PRINTED.add("err: " + text);
        }
    };

    private static final JavaCells CELLS;

    static {
        FakeLab lab = new FakeLab();
        CELLS = new JavaCells(() -> lab, () -> SINK, value -> value, List.of());
    }

    @BeforeAll
    static void loadAgent(@TempDir Path folder) throws Exception {
        Agent.load(folder);
    }

    @AfterAll
    static void close() {
        CELLS.close();
    }

    private static CellResult run(String source) {
        CELLS.begin();
        return CELLS.run(source, "In[1]", 1);
    }

    private static Object value(String source) {
        return run(source).value().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1 + 1 | 2", "int a1 = 3; a1 * 2 | 6", "\"x\" + \"y\" | xy", "int g1() { return 4; } g1() | 4"})
    void endsWithAValue(String source, String expected) {
        assertThat(value(source)).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"int b1 = 5;", "for (int i = 0; i < 2; i++) {}", "import java.time.*;", "// nothing", ""})
    void endsWithNone(String source) {
        assertThat(run(source)).isEqualTo(CellResult.NOTHING);
    }

    @Test
    void valuesAreTheObjectsThemselves() {
        assertThat(value("new int[] {1, 2}")).isEqualTo(new int[] {1, 2});
        assertThat(run("(Object) null")).isEqualTo(new CellResult(true, Optional.empty()));
    }

    @Test
    void variablesOutliveImportsAndRedeclarations() {
        run("int f2() { return 1; }");
        run("var v2 = f2(); var q2 = new java.util.ArrayDeque<String>(); q2.add(\"kept\");");
        run("import java.time.*;");
        run("int f2() { return 2; }");
        assertThat(value("v2 + q2.peek() + f2()")).isEqualTo("1kept2");
        run("class P2 { int get() { return 1; } }");
        run("P2 p2 = new P2();");
        run("class P2 { int get() { return 2; } }");
        assertThat(value("p2.get()")).isEqualTo(2);
    }

    @Test
    void compileErrorsShowTheLine() {
        assertThatThrownBy(() -> run("int x3 = 1;\n\nString s3 = x3;"))
                .asInstanceOf(type(JavaFailure.class))
                .satisfies(failure -> {
                    assertThat(failure.kind()).isEqualTo("CompileError");
                    assertThat(failure.lines())
                            .containsExactly(
                                    "In[1], line 3: incompatible types: int cannot be converted to String",
                                    "    String s3 = x3;",
                                    "                ^");
                });
    }

    @Test
    void exceptionsShowTheCellsFramesOnly() {
        run("int bad4(int n) {\n  return n / 0;\n}");
        assertThatThrownBy(() -> run("int y4 = 2;\nbad4(y4);"))
                .asInstanceOf(type(JavaFailure.class))
                .satisfies(failure -> assertThat(failure.lines())
                        .containsExactly(
                                "ArithmeticException: / by zero",
                                "    at In[1], line 2, in bad4",
                                "    at In[1], line 2"));
        assertThatThrownBy(() -> run("throw new IllegalStateException(\"a\", new RuntimeException(\"b\"));"))
                .asInstanceOf(type(JavaFailure.class))
                .satisfies(failure -> assertThat(failure.lines()).contains("caused by RuntimeException: b"));
    }

    /** Expressions run as methods, which nobody has declared. */
    @Test
    void exceptionsOfExpressionsShowTheCellsFramesOnly() {
        run("int bad5(int n) {\n  return n / 0;\n}");
        assertThatThrownBy(() -> run("int y5 = 2;\n1 +\n  bad5(y5)"))
                .asInstanceOf(type(JavaFailure.class))
                .satisfies(failure -> assertThat(failure.lines())
                        .containsExactly(
                                "ArithmeticException: / by zero",
                                "    at In[1], line 2, in bad5",
                                "    at In[1], line 3"));
        assertThatThrownBy(() -> run("java.nio.file.Files.readString(java.nio.file.Path.of(\"nothing5\"))"))
                .asInstanceOf(type(JavaFailure.class))
                .satisfies(failure -> assertThat(failure.lines())
                        .containsExactly("java.nio.file.NoSuchFileException: nothing5", "    at In[1], line 1"));
        run("int early5() { return late5(); }");
        assertThatThrownBy(() -> run("early5() + 1")).hasMessage("early5 uses what is not declared yet");
        run("int late5() { return 5; }");
        assertThat(value("early5() + 1")).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "new Object() { int seven() { return 7; } }.seven() | 7",
                "Stream.of(1, 2).map(n -> n + 1).toList() | [2, 3]",
                "1 + switch (1) { case 1 -> 2; default -> 0; } | 3"
            })
    void allExpressionsHaveTheirValue(String source, String expected) {
        assertThat(value(source)).hasToString(expected);
    }

    @Test
    void commentsAreNoPartOfExpressions() {
        assertThat(value("1 + // one\n 1 // two")).isEqualTo(2);
        assertThat(value("(Callable<Integer>) () -> 5 /* five */")).isInstanceOf(Callable.class);
    }

    @Test
    void assertionsAreOn() {
        assertThatThrownBy(() -> run("assert 1 == 2 : \"no\";"))
                .asInstanceOf(type(JavaFailure.class))
                .satisfies(failure -> assertThat(failure.lines()).startsWith("AssertionError: no"));
    }

    @Test
    void theLabIsThere() {
        assertThat(run("lab.run(\"netns12\", \"ip addr\")"))
                .as("it is shown as it runs")
                .isEqualTo(CellResult.NOTHING);
        assertThat(PRINTED).contains("netns12$ ip addr\n");
        assertThat(value("var r6 = lab.run(\"netns12\", \"ip addr\"); r6")).hasToString("netns12$ ip addr");
        assertThat(value("lab.run(\"host\", \"fail\").status()")).isEqualTo(3);
        assertThat(value("lab.ask(\"host\", \"ls\")")).isEqualTo("host$ ls\n");
        assertThatThrownBy(() -> run("lab.ask(\"host\", \"fail\")"))
                .asInstanceOf(type(JavaFailure.class))
                .satisfies(failure -> assertThat(failure.lines())
                        .containsExactly("LabException: host: fail: no", "    at In[1], line 1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true) org.vethlab.java.Ticks.count++;",
                "while (true) { org.vethlab.java.Ticks.count++; Thread.sleep(1); }",
                "org.vethlab.java.Ticks.count++; new CountDownLatch(1).await();",
            })
    void endlessCellsStop(String source) throws Exception {
        Ticks.count = 0;
        CELLS.begin();
        Thread stopper = new Thread(() -> {
            while (Ticks.count == 0) {
                Thread.onSpinWait();
            }
            try {
                CELLS.stop();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        stopper.start();
        assertThatThrownBy(() -> CELLS.run(source, "In[1]", 1))
                .asInstanceOf(type(JavaFailure.class))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(JavaFailure.INTERRUPTED));
        stopper.join();
        int after = Ticks.count;
        assertThat(value("1")).isEqualTo(1);
        assertThat(Ticks.count).as("nothing goes on").isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "lab.run(null); null is no command",
                "lab.ns(null); null is no name of a namespace",
                "lab.sleep(-1); time cannot pass for -1.0 s",
                "var lost = lab.ns(null); null is no name of a namespace"
            })
    void whatIsNotThereDoesNotReachTheLab(String source, String message) {
        assertThatThrownBy(() -> run(source))
                .asInstanceOf(type(JavaFailure.class))
                .satisfies(failure -> assertThat(failure.lines())
                        .containsExactly("LabException: " + message, "    at In[1], line 1"));
    }

    @Test
    void aCellInTheLabIsEndedAsItComesOut() throws Exception {
        CELLS.begin();
        Thread stopper = new Thread(() -> {
            try {
                assertThat(STARTED.await(10, TimeUnit.SECONDS)).isTrue();
                CELLS.stop();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        stopper.start();
        assertThatThrownBy(() -> CELLS.run("while (true) lab.run(\"endless\");", "In[1]", 1))
                .isInstanceOf(JavaFailure.class);
        stopper.join();
        assertThat(PRINTED).contains("statistics\n");
    }

    /** JShell makes a variable of each; all later cells would import them, and Tab would offer them. */
    @Test
    void expressionsLeaveNoVariables() {
        run("List.of(1).size();");
        assertThat(CELLS.explorer().complete("$", 1).candidates()).isEmpty();
    }

    @Test
    void explores() {
        run("String word7 = \"\";");
        assertThat(CELLS.explorer().complete("int u = 1; word7.leng", 21))
                .isEqualTo(new Completions(17, List.of(new Candidate("length()", "function", ""))));
        assertThat(CELLS.explorer().describe("word7.substring", 15))
                .hasValueSatisfying(text -> assertThat(text).contains("String.substring(int beginIndex)"));
        assertThat(CELLS.explorer().readiness("for (;;) {")).isEqualTo(Readiness.INCOMPLETE);
        assertThat(CELLS.explorer().readiness("1 + 1")).isEqualTo(Readiness.COMPLETE);
        assertThat(CELLS.explorer().readiness("}}")).isEqualTo(Readiness.INVALID);
        assertThat(CELLS.explorer().isWhole("int a = 1", false)).isFalse();
        assertThat(CELLS.explorer().isWhole("int a = 1", true)).isTrue();
    }
}
