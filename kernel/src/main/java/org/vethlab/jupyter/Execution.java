package org.vethlab.jupyter;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.vethlab.jupyter.Interpreter.CellException;

/** Runs the cells that clients send, one after the other, on a thread of its own. */
final class Execution implements Runnable {
    /** Once nothing has run for so long, the heap is swept: what a big cell took goes back to the machine. */
    private static final long REST_SECONDS = 5;

    private final Interpreter interpreter;
    private final Courier courier;
    private final History history;
    private final Inspector inspector;
    private final BlockingQueue<Message> waiting = new LinkedBlockingQueue<>();
    private final Queue<Message> unfinished = new ConcurrentLinkedQueue<>();
    private final ReentrantLock ending = new ReentrantLock();
    private volatile @Nullable Cell running;
    private volatile @Nullable Message target;
    private @Nullable Early early;
    private int count;

    /**
     * An interrupt that found no cell. The one that it is meant for may still be on its way; not for long, where two
     * clocks would have to be compared: a notebook's server sends the interrupts, its pages send the cells.
     */
    private record Early(Message interrupt, long nanos) {
        private static final long OVERTAKING_NANOS = TimeUnit.SECONDS.toNanos(1);

        boolean overtook(Message cell) {
            return cell.isDatedBefore(interrupt)
                    && (cell.hasSenderOf(interrupt) || System.nanoTime() - nanos < OVERTAKING_NANOS);
        }
    }

    Execution(Interpreter interpreter, Courier courier, History history, Inspector inspector) {
        this.interpreter = interpreter;
        this.courier = courier;
        this.history = history;
        this.inspector = inspector;
    }

    /** Queues an {@code execute_request}. It may come behind an interrupt that was sent later, by another connection. */
    void add(Message request) {
        Early interrupt = early;
        if (interrupt != null && unfinished.isEmpty() && interrupt.overtook(request)) {
            target = request;
        }
        early = null;
        unfinished.add(request);
        waiting.add(request);
        interpreter.expect(Json.string(request.content(), "code"));
    }

    /**
     * An interrupt has come: it is meant for the cell that is the oldest at this moment, begun or not, and never for one
     * that was sent later. On the thread that adds cells; does not block.
     */
    void aim(Message interrupt) {
        Message oldest = unfinished.peek();
        target = oldest == null || interrupt.precedes(oldest) ? null : oldest;
        early = oldest == null ? new Early(interrupt, System.nanoTime()) : null;
    }

    /** Stops the cell that was aimed at, if it has not ended meanwhile. */
    void interrupt() throws InterruptedException {
        ending.lock();
        try {
            Cell cell = running;
            if (cell != null && cell.request().equals(target)) {
                interpreter.interrupt(cell);
            }
        } finally {
            ending.unlock();
        }
    }

    /** Runs until its thread is interrupted. */
    @Override
    public void run() {
        try {
            while (true) {
                Message request = next();
                courier.post(Outgoing.status(request.header(), "busy"));
                conclude(request, execute(request));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** When it returns the cell is over: an interrupt that comes while its reply is on the way is for another one. */
    private JsonObject execute(Message request) throws InterruptedException {
        try {
            return answer(request, begin(request));
        } finally {
            end(request);
        }
    }

    private Cell begin(Message request) throws InterruptedException {
        Cell cell = new Cell(courier, request);
        interpreter.begin();
        running = cell;
        if (request.equals(target)) {
            interpreter.interrupt(cell);
        }
        return cell;
    }

    /** Waits for an interrupt that is at work, lest it stops the next cell. */
    private void end(Message request) {
        ending.lock();
        try {
            running = null;
        } finally {
            ending.unlock();
        }
        unfinished.remove(request);
    }

    private Message next() throws InterruptedException {
        Message request = waiting.poll(REST_SECONDS, TimeUnit.SECONDS);
        if (request == null) {
            System.gc();
            request = waiting.take();
        }
        return request;
    }

    private void conclude(Message request, JsonObject reply) {
        boolean failed = !Json.string(reply, "status").equals("ok");
        List<Message> sentTogether = new ArrayList<>();
        if (failed && Json.bool(request.content(), "stop_on_error", true)) {
            // Now: once it has the reply, the client may send cells that are meant to run.
            waiting.drainTo(sentTogether);
        }
        courier.post(Outgoing.reply(Channel.SHELL, request, reply));
        courier.post(Outgoing.status(request.header(), "idle"));
        sentTogether.forEach(this::abort);
    }

    private JsonObject answer(Message request, Cell cell) {
        JsonObject content = request.content();
        String code = Json.string(content, "code");
        boolean silent = Json.bool(content, "silent", false);
        boolean stored = !silent && Json.bool(content, "store_history", true);
        if (stored) {
            count++;
        }
        if (!silent) {
            JsonObject input = Json.of("code", code, "execution_count", count);
            courier.post(Outgoing.publish("execute_input", request.header(), input));
        }
        cell.enter();
        String output = "";
        JsonObject reply;
        try {
            Optional<Bundle> value = run(code, cell);
            if (!silent) {
                value.ifPresent(bundle -> cell.result(bundle, count));
            }
            output = value.map(Bundle::plain).orElse("");
            JsonObject expressions = evaluate(Json.object(content, "user_expressions"), cell);
            reply = Json.of("status", "ok", "user_expressions", expressions, "payload", inspector.pages(code));
        } catch (CellException e) {
            cell.error(e.failure());
            reply = e.failure().reply();
        } finally {
            Cell.leave();
        }
        if (stored) {
            history.add(count, code, output);
        }
        reply.addProperty("execution_count", count);
        return reply;
    }

    private Optional<Bundle> run(String code, Cell cell) {
        if (inspector.isQuestion(code)) {
            return Optional.empty();
        }
        try {
            return interpreter.run(code, "In[" + count + "]", cell);
        } catch (CellException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            // The last resort: whatever breaks in a cell, the kernel answers, and goes on with the next.
            throw new CellException(Failure.fault(e));
        }
    }

    private JsonObject evaluate(JsonObject expressions, Cell cell) {
        JsonObject values = new JsonObject();
        for (String name : expressions.keySet()) {
            try {
                Optional<Bundle> value = run(expressions.get(name).getAsString(), cell);
                JsonObject content = value.orElse(Bundle.text("")).content();
                content.remove("transient");
                content.addProperty("status", "ok");
                values.add(name, content);
            } catch (CellException e) {
                values.add(name, e.failure().reply());
            }
        }
        return values;
    }

    /** A cell that was sent together with one that failed is not run. */
    private void abort(Message request) {
        unfinished.remove(request);
        courier.post(Outgoing.status(request.header(), "busy"));
        // Without a count, as ipykernel does: a front end would put the number of another run beside the cell.
        courier.post(Outgoing.reply(Channel.SHELL, request, Json.of("status", "aborted")));
        courier.post(Outgoing.status(request.header(), "idle"));
    }
}
