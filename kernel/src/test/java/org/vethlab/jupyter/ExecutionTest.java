package org.vethlab.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vethlab.magic.Backend;
import org.vethlab.magic.Course;
import org.vethlab.magic.FakeLab;
import org.vethlab.magic.LabSession;

/** Which cell an interrupt is for: that which is the oldest when it comes. */
@Timeout(30)
class ExecutionTest {
    private final BlockingQueue<Outgoing> replies = new LinkedBlockingQueue<>();
    private final CountDownLatch printed = new CountDownLatch(1);
    private final Courier courier = new Courier(messages -> messages.forEach(this::receive));
    private final LabSession session =
            new LabSession((backend, course) -> new FakeLab(), Backend.SIMULATED, new Course(Path.of("none")));
    private final Interpreter interpreter = new Interpreter(session);
    private final Execution execution =
            new Execution(interpreter, courier, new History(), new Inspector(interpreter, session));
    private final List<Thread> threads = new ArrayList<>();

    private void receive(Outgoing message) {
        if (message.channel() == Channel.SHELL) {
            replies.add(message);
        } else if (message.type().equals("stream")) {
            printed.countDown();
        }
    }

    @AfterEach
    void end() throws InterruptedException {
        threads.forEach(Thread::interrupt);
        courier.close();
        for (Thread thread : threads) {
            thread.join();
        }
        interpreter.close();
    }

    private void start() {
        for (Runnable work : List.of(courier, execution)) {
            Thread thread = new Thread(work);
            thread.start();
            threads.add(thread);
        }
    }

    private static Message message(String type, int second, Object... content) {
        JsonObject header = Json.of(
                "msg_id", type + second, "msg_type", type, "session", "s", "date", "2026-01-01T00:00:0" + second + "Z");
        return new Message(List.of(), header, new JsonObject(), new JsonObject(), Json.of(content));
    }

    private static Message cell(int second) {
        return cell(second, "ls");
    }

    private static Message cell(int second, String command) {
        return message("execute_request", second, "code", "%ns netns12 " + command, "stop_on_error", false);
    }

    private String status() throws InterruptedException {
        return Json.string(replies.take().content(), "status");
    }

    @Test
    void anInterruptBeforeItsCellHasBegunIsForItAlone() throws InterruptedException {
        execution.add(cell(1));
        execution.add(cell(2));
        execution.aim(message("interrupt_request", 3));
        execution.interrupt();
        start();
        assertThat(List.of(status(), status())).containsExactly("error", "ok");
    }

    @Test
    void anInterruptThatComesToNothingBecauseItsCellHasEndedIsNotForTheNext() throws InterruptedException {
        execution.add(cell(1));
        execution.aim(message("interrupt_request", 2));
        start();
        assertThat(status()).isEqualTo("error");
        execution.add(cell(3, "endless"));
        printed.await();
        execution.interrupt();
        session.interrupt();
        assertThat(status()).isEqualTo("ok");
    }

    /** Each channel is a connection of its own: what was sent first may come last. */
    @Test
    void anInterruptThatWasSentBeforeACellIsNotForIt() throws InterruptedException {
        execution.add(cell(2));
        execution.aim(message("interrupt_request", 1));
        execution.interrupt();
        start();
        assertThat(status()).isEqualTo("ok");
    }

    @Test
    void anInterruptThatOvertookItsCellIsForItAlone() throws InterruptedException {
        execution.aim(message("interrupt_request", 2));
        execution.interrupt();
        execution.add(cell(1));
        execution.add(cell(0));
        start();
        assertThat(List.of(status(), status())).containsExactly("error", "ok");
    }

    @Test
    void anInterruptThatFindsNoCellIsForNone() throws InterruptedException {
        execution.aim(message("interrupt_request", 1));
        execution.interrupt();
        execution.add(cell(2));
        start();
        assertThat(status()).isEqualTo("ok");
    }
}
