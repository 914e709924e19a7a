package org.vethlab.jupyter;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/** Sends back each beat, whatever else the kernel is doing; and notices when the Jupyter that started it is gone. */
final class Heartbeat implements Runnable {
    private static final int LOOK_EVERY_MILLIS = 5000;

    private final ZMQ.Socket socket;
    private final Runnable orphaned;

    Heartbeat(ZMQ.Context context, String address, Runnable orphaned) {
        this.orphaned = orphaned;
        socket = context.socket(SocketType.REP);
        socket.setLinger(0);
        socket.setReceiveTimeOut(LOOK_EVERY_MILLIS);
        socket.bind(address);
    }

    /** Runs until the context is terminated. */
    @Override
    public void run() {
        boolean watched = System.getenv("JPY_PARENT_PID") != null;
        ProcessHandle self = ProcessHandle.current();
        ProcessHandle parent = watched ? self.parent().orElse(self) : self;
        try {
            while (true) {
                byte[] beat = socket.recv();
                if (beat != null) {
                    socket.send(beat);
                } else if (!parent.isAlive()) {
                    orphaned.run();
                }
            }
        } catch (ZMQException e) {
            socket.close();
        }
    }
}
