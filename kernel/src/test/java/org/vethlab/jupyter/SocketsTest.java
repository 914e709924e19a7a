package org.vethlab.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.zeromq.ZMQ;

class SocketsTest {
    private static String toldOf(Exception thrown) {
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try (ZMQ.Context context = Sockets.context()) {
            context.getNotificationExceptionHandler().uncaughtException(Thread.currentThread(), thrown);
        } finally {
            System.setErr(err);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    /** A socket that is gone when it is told so a second time is no trouble; anything else is told in a line. */
    @Test
    void printsNoStackTraces() {
        assertThat(toldOf(new IllegalStateException(new ClosedChannelException())))
                .isEmpty();
        assertThat(toldOf(new IllegalStateException("trouble")))
                .endsWith("trouble\n")
                .hasLineCount(1);
    }
}
