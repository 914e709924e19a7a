package org.vethlab.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vethlab.lab.Lab;
import org.vethlab.lab.SimulatedLab;

/** Cells that do not want to end, on a simulated lab. */
@Timeout(60)
class StoppingTest {
    private static final SimulatedLab LAB = new SimulatedLab();

    private static volatile CountDownLatch started = new CountDownLatch(1);

    private static final JavaCells CELLS = new JavaCells(
            () -> LAB,
            () -> new Lab.Sink() {
                @Override
                public void out(String text) {
                    if (text.contains("bytes from")) {
                        started.countDown();
                    }
                }

                @Override
                public void err(String text) {}
            },
            value -> value,
            List.of("import org.vethlab.java.Ticks;"));

    @BeforeEach
    void begin() {
        started = new CountDownLatch(1);
        Ticks.count = 0;
        CELLS.begin();
    }

    @AfterAll
    static void close() {
        CELLS.close();
        LAB.close();
    }

    /** Stops the cell once a condition holds. */
    private static void stopped(String source, Runnable whenRunning) throws InterruptedException {
        Thread stopper = new Thread(() -> {
            whenRunning.run();
            try {
                CELLS.stop();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        stopper.start();
        assertThatThrownBy(() -> CELLS.run(source, "In[1]", 1))
                .isInstanceOfSatisfying(
                        JavaFailure.class,
                        failure -> assertThat(failure.lines()).containsExactly(JavaFailure.INTERRUPTED));
        stopper.join();
        CELLS.begin();
        int after = Ticks.count;
        assertThat(CELLS.run("6 * 7", "In[2]", 1).value()).contains(42);
        assertThat(Ticks.count).as("nothing goes on").isEqualTo(after);
    }

    private static void awaitTicks() {
        while (Ticks.count < 3) {
            Thread.onSpinWait();
        }
    }

    private static void awaitPing() {
        try {
            assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true) try { Ticks.count++; Thread.sleep(1); } catch (Exception e) {}",
                "while (true) try { Ticks.count++; } finally { Ticks.count++; }",
                "while (true) { lab.ns(\"host\").links(); Ticks.count++; }",
                "while (true) { lab.sleep(1); Ticks.count++; }",
                "void again() { while (true) Ticks.count++; } again();",
                "java.util.stream.Stream.iterate(1, n -> n + 1).forEach(n -> Ticks.count++);",
                "Thread t = new Thread(() -> { while (true) Ticks.count++; }); t.start(); t.join();",
                "java.util.stream.IntStream.range(0, 1 << 30).parallel().forEach(n -> { Ticks.count++; });",
            })
    void stopsAll(String source) throws InterruptedException {
        stopped(source, StoppingTest::awaitTicks);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lab.run(\"ping 127.0.0.1\");", "lab.fork().run(\"ping 127.0.0.1\");"})
    void stopsAPingWithoutEnd(String source) throws InterruptedException {
        CELLS.run("lab.ask(\"ip link set lo up\");", "In[1]", 1);
        stopped(source, StoppingTest::awaitPing);
    }

    @Test
    void processesOfTheCellEndWithIt() throws InterruptedException {
        stopped(
                "var child = new ProcessBuilder(\"sleep\", \"1000\").start(); Ticks.count = 3; child.waitFor();",
                StoppingTest::awaitTicks);
        assertThat(CELLS.run("child.waitFor(20, java.util.concurrent.TimeUnit.SECONDS)", "In[2]", 1)
                        .value())
                .contains(true);
    }

    /** From Java 20 on JShell's own checks end every loop of every cell. */
    @Test
    @EnabledForJreRange(max = JRE.JAVA_19)
    void whatAnEarlierCellHasLeftBehindGoesOn() throws InterruptedException {
        CELLS.run("var on = new java.util.concurrent.atomic.AtomicBoolean(true);", "In[1]", 1);
        CELLS.run("var behind = new Thread(() -> { while (on.get()) Thread.yield(); }); behind.start();", "In[1]", 1);
        CELLS.begin();
        stopped("while (true) { Ticks.count++; }", StoppingTest::awaitTicks);
        assertThat(CELLS.run("behind.isAlive()", "In[2]", 1).value()).contains(true);
        CELLS.run("on.set(false); behind.join();", "In[3]", 1);
    }

    @Test
    void theLabIsWholeAfterwards() throws InterruptedException {
        stopped(
                "for (int i = 0; ; i++) { lab.ask(\"ip link add name x\" + i + \" type bridge\"); Ticks.count++; }",
                StoppingTest::awaitTicks);
        Object bridges =
                CELLS.run("lab.host().links().size()", "In[2]", 1).value().orElseThrow();
        Object made = CELLS.run(
                        "lab.journal().where(row -> row.script().startsWith(\"ip link add name x\")).size()",
                        "In[2]",
                        1)
                .value()
                .orElseThrow();
        // The last command may have been interrupted before it began; lo is there, too.
        assertThat((Integer) bridges).isBetween((Integer) made, (Integer) made + 1);
    }
}
