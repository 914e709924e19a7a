package org.vethlab.jupyter;

import com.google.gson.JsonObject;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sorts the messages that come in. Cells go to the execution; what is asked while typing is answered on another thread,
 * so that it need not wait for a cell that runs; control has a third, so that an interrupt waits for nothing.
 */
final class Desk implements AutoCloseable {
    private final Courier courier;
    private final Execution execution;
    private final Inspector inspector;
    private final History history;
    private final Questions questions;
    private final Runnable shutdown;
    private final ExecutorService service = Executors.newSingleThreadExecutor(work -> thread(work, "service"));
    private final ExecutorService control = Executors.newSingleThreadExecutor(work -> thread(work, "control"));

    Desk(
            Courier courier,
            Execution execution,
            Inspector inspector,
            History history,
            Questions questions,
            Runnable shutdown) {
        this.courier = courier;
        this.execution = execution;
        this.inspector = inspector;
        this.history = history;
        this.questions = questions;
        this.shutdown = shutdown;
    }

    private static Thread thread(Runnable work, String name) {
        Thread thread = new Thread(work, "vethlab " + name);
        thread.setDaemon(true);
        return thread;
    }

    /** Takes a message in; on the thread of the sockets, so it does nothing itself. */
    void receive(Channel channel, Message message) {
        if (channel == Channel.STDIN) {
            questions.answered(message);
        } else if (channel == Channel.CONTROL) {
            if (message.type().equals("interrupt_request")) {
                execution.aim(message);
            }
            control.execute(() -> serve(channel, message));
        } else if (message.type().equals("execute_request")) {
            execution.add(message);
        } else {
            service.execute(() -> serve(channel, message));
        }
    }

    private void serve(Channel channel, Message message) {
        courier.post(Outgoing.status(message.header(), "busy"));
        try {
            JsonObject content = answer(message);
            if (content != null) {
                courier.post(Outgoing.reply(channel, message, content));
            }
        } catch (RuntimeException | Error e) {
            // The last resort: a client that asks gets an answer.
            courier.post(Outgoing.reply(channel, message, Failure.fault(e).reply()));
        } finally {
            courier.post(Outgoing.status(message.header(), "idle"));
        }
        if (message.type().equals("shutdown_request")) {
            shutdown.run();
        }
    }

    /** The content of the reply; null where none is due. */
    private @Nullable JsonObject answer(Message message) {
        return switch (message.type()) {
            case "kernel_info_request" -> KernelInfo.answer();
            case "complete_request" -> inspector.complete(message.content());
            case "inspect_request" -> inspector.inspect(message.content());
            case "is_complete_request" -> inspector.isComplete(message.content());
            case "history_request" -> history.answer(message.content());
            case "comm_info_request" -> Json.of("status", "ok", "comms", new JsonObject());
            case "shutdown_request" ->
                Json.of("status", "ok", "restart", Json.bool(message.content(), "restart", false));
            case "interrupt_request" -> interrupt();
            case "comm_open" -> refuse(message);
            default -> null;
        };
    }

    private JsonObject interrupt() {
        try {
            execution.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Json.of("status", "ok");
    }

    /** There are no comm targets: a comm that is opened is closed again. */
    private @Nullable JsonObject refuse(Message message) {
        JsonObject content = Json.of("comm_id", Json.string(message.content(), "comm_id"), "data", new JsonObject());
        courier.post(Outgoing.publish("comm_close", message.header(), content));
        return null;
    }

    @Override
    public void close() {
        service.shutdownNow();
        control.shutdown();
    }

    /** Waits for the last answers on control. */
    void await() throws InterruptedException {
        control.awaitTermination(1, TimeUnit.SECONDS);
    }
}
