package org.vethlab.magic;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.vethlab.lab.SimulatedLab;
import org.vethlab.picture.Picture;

/** Runs cells of magics on a simulated lab, and keeps what they show. */
abstract class CellTest {
    static final String TWO = """
        %%sh
        ip netns add a
        ip netns add b
        ip -n a link add va type veth peer name vb netns b
        ip -n a addr add 10.0.0.1/24 dev va
        ip -n b addr add 10.0.0.2/24 dev vb
        ip -n a link set va up
        ip -n b link set vb up\
        """;

    /** All that was shown by one cell. */
    static class Output implements Screen {
        final StringBuilder text = new StringBuilder();
        final List<String> progress = new ArrayList<>();
        String rich = "";

        @Override
        public void out(String more) {
            text.append(more);
        }

        @Override
        public void err(String more) {
            text.append("err: ").append(more);
        }

        @Override
        public void show(Picture picture) {
            text.append(picture.text()).append('\n');
            rich = picture.rich();
        }

        @Override
        public synchronized void progress(String line) {
            progress.add(line);
            notifyAll();
        }

        @Override
        public synchronized void progressEnds() {
            progress.add("ended");
        }

        synchronized void awaitProgress() throws InterruptedException {
            while (progress.isEmpty()) {
                wait();
            }
        }
    }

    @TempDir
    Path folder;

    LabSession session;
    Output output = new Output();

    @BeforeEach
    void start() {
        session = new LabSession((backend, course) -> new SimulatedLab(), Backend.SIMULATED, new Course(folder));
    }

    @AfterEach
    void close() {
        session.close();
    }

    String run(String cell) {
        output = new Output();
        Supplier<String> work = () -> {
            for (Piece piece : CellSplitter.split(cell, (source, lenient) -> false)) {
                Piece.Magic magic = (Piece.Magic) piece;
                Magic found = Magics.named(magic.name(), magic.body().isPresent());
                found.run(new Call(found, magic.rest(), magic.body()), session, output);
            }
            return output.text.toString();
        };
        return session.use(work);
    }

    String links() {
        return run("%ns a ip -br link show va");
    }
}
