package org.vethlab.jupyter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vethlab.jupyter.Interpreter.CellException;
import org.vethlab.lab.Lab;
import org.vethlab.lab.Place;
import org.vethlab.lab.SimulatedLab;
import org.vethlab.magic.Backend;
import org.vethlab.magic.Course;
import org.vethlab.magic.LabSession;

/** Interrupts that come in awkward moments: one is enough, and it is for its own cell alone. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InterpreterTest {
    private final Interpreter interpreter = new Interpreter(
            new LabSession((backend, course) -> new Early(), Backend.SIMULATED, new Course(Path.of("none"))));

    private Runnable beforeRun = () -> {};

    @AfterEach
    void close() {
        interpreter.close();
    }

    /** A simulated lab in which something happens in the moment before a run begins. */
    private final class Early implements Lab {
        private final SimulatedLab lab = new SimulatedLab();

        @Override
        public int run(Place place, String script, List<String> arguments, Sink sink) {
            beforeRun.run();
            return lab.run(place, script, arguments, sink);
        }

        @Override
        public void interrupt() {
            lab.interrupt();
        }

        @Override
        public List<Place> places() {
            return lab.places();
        }

        @Override
        public Place place(String name) {
            return lab.place(name);
        }

        @Override
        public void close() {
            lab.close();
        }
    }

    private static Cell cell(String id) {
        return new Cell(
                new Courier(messages -> {}),
                new Message(List.of(), Json.of("msg_id", id), new JsonObject(), new JsonObject(), new JsonObject()));
    }

    private Optional<Bundle> run(String code, Cell cell) {
        interpreter.begin();
        return interpreter.run(code, "In[1]", cell);
    }

    private void interrupt(Cell cell) {
        try {
            interpreter.interrupt(cell);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anInterruptBetweenACellsStartAndItsCommandsStopsTheCommand() {
        for (String endless :
                List.of("%ns host ping 127.0.0.1", "%sh ping 127.0.0.1", "%%sh\nwhile true; do sleep 1; done")) {
            Cell cell = cell(endless);
            beforeRun = () -> interrupt(cell);
            assertThatThrownBy(() -> run(endless, cell))
                    .isInstanceOf(CellException.class)
                    .hasMessageContaining("interrupted");
        }
    }

    @Test
    void whoTypesACommandIntoAJavaCellIsToldHowItIsRun() {
        assertThatThrownBy(() -> run("ping 10.0.0.1", cell("command")))
                .isInstanceOfSatisfying(
                        CellException.class,
                        e -> assertThat(e.failure().lines())
                                .contains("this cell is Java; a command runs by %ns NAMESPACE ping 10.0.0.1"));
        assertThatThrownBy(() -> run("pong 10.0.0.1", cell("no command")))
                .isInstanceOfSatisfying(
                        CellException.class,
                        e -> assertThat(e.failure().lines()).noneMatch(line -> line.contains("%ns")));
    }

    @Test
    void aValueOfMegabytesIsShownInPart() {
        Bundle shown = run("\"x\".repeat(1_000_000)", cell("long")).orElseThrow();
        assertThat(shown.plain())
                .hasSizeLessThan(60_000)
                .endsWith("(1000000 characters; System.out.println shows them all)");
    }
}
