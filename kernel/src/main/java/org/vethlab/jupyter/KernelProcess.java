package org.vethlab.jupyter;

import java.util.concurrent.CountDownLatch;
import org.vethlab.magic.LabSession;
import org.zeromq.ZMQ;

/**
 * A kernel at work: its sockets, and a thread each for sockets, courier, cells, questions of front ends, control and
 * heartbeat.
 */
public final class KernelProcess implements AutoCloseable {
    private final CountDownLatch ended = new CountDownLatch(1);
    private final ZMQ.Context context = Sockets.context();
    private final Interpreter interpreter;
    private final Courier courier;
    private final Desk desk;
    private final Thread executing;
    private final Thread socketThread;
    private final Thread courierThread;
    private final StandardStreams streams;

    /** Binds the sockets first, so that a client that waits is answered soon, then starts the threads. */
    public KernelProcess(ConnectionFile connection, LabSession session) {
        Questions questions = new Questions();
        History history = new History();
        interpreter = new Interpreter(session);
        Inspector inspector = new Inspector(interpreter, session);
        Sockets sockets = new Sockets(context, connection, new Codec(connection.signer()));
        Sockets.Bell bell = sockets.new Bell();
        courier = new Courier(bell::send);
        Execution execution = new Execution(interpreter, courier, history, inspector);
        desk = new Desk(courier, execution, inspector, history, questions, ended::countDown);
        streams = new StandardStreams(questions);
        courierThread = start("courier", () -> {
            courier.run();
            bell.close();
        });
        socketThread = start("sockets", () -> sockets.run(desk::receive));
        executing = start("cells", execution);
        start("heartbeat", new Heartbeat(context, connection.heartbeat(), ended::countDown));
    }

    private static Thread start(String name, Runnable work) {
        Thread thread = new Thread(work, "vethlab " + name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Waits until a client wants the kernel to end, or the Jupyter that started it is gone. */
    public void await() throws InterruptedException {
        ended.await();
    }

    /** Waits for the last messages to leave; but a kernel that is to end ends. */
    private void letGo() {
        try {
            start("end", context::term).join(2000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends what is still to be sent, and lets everything go. */
    @Override
    public void close() {
        try {
            desk.close();
            desk.await();
            executing.interrupt();
            courier.close();
            courierThread.join(1000);
            socketThread.join(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        streams.close();
        interpreter.close();
        letGo();
    }
}
