package org.vethlab.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vethlab.magic.Backend;
import org.vethlab.magic.Course;
import org.vethlab.magic.FakeLab;
import org.vethlab.magic.LabSession;

/** A kernel over real sockets. */
@Timeout(60)
class KernelProcessTest {
    private static final int PATIENCE = 20_000;

    private final ConnectionFile connection = Client.freeConnection();
    private KernelProcess kernel;
    private Client client;

    @BeforeEach
    void start() throws Exception {
        LabSession session =
                new LabSession((backend, course) -> new FakeLab(), Backend.SIMULATED, new Course(Path.of("none")));
        kernel = new KernelProcess(connection, session);
        client = new Client(connection);
        assertThat(receive(Channel.IOPUB).type()).isEqualTo("iopub_welcome");
        assertThat(brief(receive(Channel.IOPUB))).isEqualTo("starting");
    }

    @AfterEach
    void stop() {
        client.close();
        kernel.close();
    }

    private Message receive(Channel channel) {
        return client.receive(channel, PATIENCE).orElseThrow(() -> new AssertionError("nothing on " + channel));
    }

    private JsonObject ask(Channel channel, String type, Object... content) {
        JsonObject header = client.send(channel, type, Json.of(content));
        Message reply = receive(channel);
        assertThat(reply.parent()).isEqualTo(header);
        assertThat(reply.type()).isEqualTo(type.replace("_request", "_reply"));
        return reply.content();
    }

    private JsonObject execute(String code, Object... more) {
        List<Object> content = new ArrayList<>(List.of("code", code));
        content.addAll(List.of(more));
        return ask(Channel.SHELL, "execute_request", content.toArray());
    }

    /** All that is published up to the next idle, in brief. */
    private List<String> published() {
        List<String> brief = new ArrayList<>();
        Message message = receive(Channel.IOPUB);
        while (!Json.string(message.content(), "execution_state").equals("idle")) {
            add(brief, brief(message));
            message = receive(Channel.IOPUB);
        }
        return brief;
    }

    /** How text is cut into messages depends on the time it takes. */
    private static void add(List<String> all, String next) {
        int last = all.size() - 1;
        if (last >= 0 && next.startsWith("stdout:") && all.get(last).startsWith("stdout:")) {
            all.set(last, all.get(last) + next.substring("stdout:".length()));
        } else {
            all.add(next);
        }
    }

    private static String brief(Message message) {
        JsonObject content = message.content();
        return switch (message.type()) {
            case "status" -> Json.string(content, "execution_state");
            case "stream" -> Json.string(content, "name") + ":" + Json.string(content, "text");
            case "error" -> "error:" + Json.string(content, "evalue");
            case "execute_input" -> "input";
            default -> message.type() + ":" + Json.string(Json.object(content, "data"), "text/plain");
        };
    }

    @Test
    void introducesItself() {
        JsonObject info = ask(Channel.SHELL, "kernel_info_request");
        assertThat(Json.string(info, "status")).isEqualTo("ok");
        assertThat(Json.string(Json.object(info, "language_info"), "name")).isEqualTo("java");
        assertThat(ask(Channel.CONTROL, "kernel_info_request")).isEqualTo(info);
        assertThat(Json.string(ask(Channel.SHELL, "comm_info_request"), "status"))
                .isEqualTo("ok");
    }

    @Test
    void publishesACellInOrder() {
        JsonObject reply = execute("%ns netns12 ip addr\n%arp netnsR");
        assertThat(Json.string(reply, "status")).isEqualTo("ok");
        assertThat(Json.integer(reply, "execution_count", 0)).isEqualTo(1);
        assertThat(published())
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo("busy"),
                        input -> assertThat(input).isEqualTo("input"),
                        stream -> assertThat(stream).isEqualTo("stdout:netns12$ ip addr\n"),
                        table -> assertThat(table).startsWith("display_data:Neighbours of netnsR"));
    }

    @Test
    void javaAndMagicsShareACell() {
        execute("int a = 20;\n%sh ls\nSystem.out.println(\"é\");\na * 2 + 2");
        assertThat(published()).containsExactly("busy", "input", "stdout:host$ ls\né\n", "execute_result:42");
    }

    @Test
    void anErrorIsOneLineAndAbortsWhatWaits() {
        client.send(Channel.SHELL, "execute_request", Json.of("code", "Thread.sleep(100); int x = y;"));
        client.send(Channel.SHELL, "execute_request", Json.of("code", "%sh ls"));
        assertThat(Json.string(receive(Channel.SHELL).content(), "ename")).isEqualTo("CompileError");
        assertThat(Json.string(receive(Channel.SHELL).content(), "status")).isEqualTo("aborted");
        JsonObject reply = execute("%nss netns12 ls");
        assertThat(Json.string(reply, "evalue")).isEqualTo("there is no %nss; did you mean %ns?");
        assertThat(reply.getAsJsonArray("traceback")).hasSize(1);
    }

    @Test
    void withoutStopOnErrorTheRestRuns() {
        client.send(Channel.SHELL, "execute_request", Json.of("code", "%nss", "stop_on_error", false));
        client.send(Channel.SHELL, "execute_request", Json.of("code", "%sh ls"));
        assertThat(Json.string(receive(Channel.SHELL).content(), "status")).isEqualTo("error");
        assertThat(Json.string(receive(Channel.SHELL).content(), "status")).isEqualTo("ok");
    }

    @Test
    void aSilentCellLeavesNoTrace() {
        JsonObject reply = execute("1 + 1", "silent", true, "user_expressions", Json.of("two", "1 + 1", "bad", "%no"));
        assertThat(Json.integer(reply, "execution_count", -1)).isZero();
        JsonObject expressions = Json.object(reply, "user_expressions");
        assertThat(Json.object(expressions, "two").get("data").toString()).isEqualTo("{\"text/plain\":\"2\"}");
        assertThat(Json.string(Json.object(expressions, "bad"), "status")).isEqualTo("error");
        assertThat(published()).containsExactly("busy");
        execute("%sh ls", "store_history", false);
        execute("%sh pwd");
        assertThat(ask(Channel.SHELL, "history_request", "hist_access_type", "tail")
                        .get("history")
                        .toString())
                .isEqualTo("[[1,1,\"%sh pwd\"]]");
    }

    @Test
    void answersWhileACellRunsAndStopsIt() {
        client.send(Channel.SHELL, "execute_request", Json.of("code", "%ns netns12 endless"));
        while (!brief(receive(Channel.IOPUB)).equals("stdout:started\n")) {
            assertThat(kernel).isNotNull();
        }
        assertThat(ask(Channel.SHELL, "complete_request", "code", "%ro", "cursor_pos", 3)
                        .get("matches")
                        .toString())
                .isEqualTo("[\"%routes\"]");
        ask(Channel.CONTROL, "interrupt_request");
        JsonObject reply = receive(Channel.SHELL).content();
        assertThat(Json.string(reply, "ename")).isEqualTo("Interrupted");
        assertThat(Json.string(execute("%sh ls"), "status")).isEqualTo("ok");
    }

    @Test
    void asksForInputAndCanBeInterruptedThere() {
        String question = "new Scanner(System.in).nextLine()";
        JsonObject header =
                client.send(Channel.SHELL, "execute_request", Json.of("code", question, "allow_stdin", true));
        assertThat(receive(Channel.STDIN).parent()).isEqualTo(header);
        client.send(Channel.STDIN, "input_reply", Json.of("value", "blue"));
        assertThat(Json.string(receive(Channel.SHELL).content(), "status")).isEqualTo("ok");
        assertThat(published()).contains("execute_result:blue");
        client.send(Channel.SHELL, "execute_request", Json.of("code", question, "allow_stdin", true));
        assertThat(receive(Channel.STDIN).type()).isEqualTo("input_request");
        ask(Channel.CONTROL, "interrupt_request");
        assertThat(Json.string(receive(Channel.SHELL).content(), "ename")).isEqualTo("Interrupted");
    }

    /** As a front end that was opened anew does. */
    @Test
    void aClientThatComesAgainUnderItsNameIsAnswered() {
        try (Client again = new Client(connection)) {
            JsonObject header = again.send(Channel.SHELL, "kernel_info_request", new JsonObject());
            assertThat(again.receive(Channel.SHELL, PATIENCE))
                    .hasValueSatisfying(reply -> assertThat(reply.parent()).isEqualTo(header));
        }
    }

    @Test
    void aCharacterMayBeWrittenByteByByte() {
        execute("System.out.write(0xc3); System.out.write(0xa9); System.out.println();");
        assertThat(published()).contains("stdout:é\n");
    }

    @Test
    void laterOutputGoesToTheCellThatStartedIt() {
        JsonObject header = client.send(
                Channel.SHELL,
                "execute_request",
                Json.of(
                        "code",
                        "var go = new CountDownLatch(1);\n"
                                + "new Thread(() -> { try { go.await(); } catch (InterruptedException e) {}"
                                + " System.out.println(\"late\"); }).start();"));
        receive(Channel.SHELL);
        published();
        execute("go.countDown();");
        Message message = receive(Channel.IOPUB);
        while (!message.type().equals("stream")) {
            message = receive(Channel.IOPUB);
        }
        assertThat(message.parent()).isEqualTo(header);
        assertThat(brief(message)).isEqualTo("stdout:late\n");
    }

    @Test
    void tellsWhenCodeIsComplete() {
        assertThat(ask(Channel.SHELL, "is_complete_request", "code", "%sh ls"))
                .isEqualTo(Json.of("status", "complete"));
        assertThat(ask(Channel.SHELL, "is_complete_request", "code", "int f() {"))
                .isEqualTo(Json.of("status", "incomplete", "indent", "    "));
        JsonObject found = ask(Channel.SHELL, "inspect_request", "code", "%routes x", "cursor_pos", 3);
        assertThat(Json.bool(found, "found", false)).isTrue();
    }

    @Test
    void endsWhenAsked() throws InterruptedException {
        assertThat(ask(Channel.CONTROL, "shutdown_request", "restart", true))
                .isEqualTo(Json.of("status", "ok", "restart", true));
        kernel.await();
    }
}
