package org.vethlab.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CourierTest {
    private final List<Outgoing> sent = new CopyOnWriteArrayList<>();
    private final Courier courier = new Courier(sent::addAll);
    private final JsonObject cell = Json.of("msg_id", "1");

    private List<String> finish() throws InterruptedException {
        Thread thread = new Thread(courier);
        thread.start();
        courier.close();
        thread.join();
        return sent.stream().map(CourierTest::brief).toList();
    }

    private static String brief(Outgoing message) {
        JsonObject content = message.content();
        return message.type().equals("stream")
                ? Json.string(content, "name") + ":" + Json.string(content, "text")
                : message.type();
    }

    @Test
    void gathersTextAndKeepsTheOrder() throws InterruptedException {
        courier.text(cell, "stdout", "a");
        courier.text(cell, "stdout", "b");
        courier.text(cell, "stderr", "c");
        courier.post(Outgoing.publish("display_data", cell, new JsonObject()));
        courier.text(cell, "stdout", "d");
        courier.text(Json.of("msg_id", "2"), "stdout", "e");
        assertThat(finish()).containsExactly("stdout:ab", "stderr:c", "display_data", "stdout:d", "stdout:e");
    }

    @Test
    void aHotLoopMakesFewMessagesAndLosesNothing() throws InterruptedException {
        Thread thread = new Thread(courier);
        thread.start();
        int lines = 20_000;
        for (int i = 0; i < lines; i++) {
            courier.text(cell, "stdout", i + "\n");
        }
        courier.close();
        thread.join();
        String all = sent.stream()
                .map(message -> Json.string(message.content(), "text"))
                .collect(Collectors.joining());
        assertThat(all.lines().count()).isEqualTo(lines);
        assertThat(all).endsWith((lines - 1) + "\n");
        assertThat(sent).hasSizeLessThan(100);
    }

    @Test
    void aWriterWaitsForACourierThatIsSlow() throws InterruptedException {
        AtomicInteger lines = new AtomicInteger();
        Thread writer = new Thread(() -> {
            while (lines.incrementAndGet() < 20_000) {
                courier.text(cell, "stdout", "one line\n");
                courier.output(Outgoing.publish("display_data", cell, new JsonObject()));
            }
        });
        writer.start();
        while (writer.isAlive() && writer.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        assertThat(lines).hasValueLessThan(1000);
        Thread thread = new Thread(courier);
        thread.start();
        writer.join();
        courier.close();
        thread.join();
        assertThat(sent).hasSize(2 * 19_999);
    }
}
