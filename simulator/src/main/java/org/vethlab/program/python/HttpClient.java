package org.vethlab.program.python;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.vethlab.net.NetException;
import org.vethlab.net.tcp.TcpSocket;
import org.vethlab.process.Process;
import org.vethlab.process.SocketFile;
import org.vethlab.program.Context;

/** One connection of the web server: a request, an answer, the end (HTTP/1.0). */
final class HttpClient {
    private static final int BUFFER = 8192;

    private final Context context;
    private final TcpSocket socket;
    private final WebDirectory directory;
    private final int descriptor;
    private final ByteArrayOutputStream request = new ByteArrayOutputStream();
    private byte[] answer = {};
    private int sent;

    HttpClient(Context context, TcpSocket socket, WebDirectory directory) {
        Process process = context.process();
        this.context = context;
        this.socket = socket;
        this.directory = directory;
        this.descriptor = process.descriptors().free(4);
        process.descriptors().put(descriptor, SocketFile.of(process.machine(), socket));
        socket.onChange(process::wake);
    }

    /** Does what can be done without waiting. @return whether it is over */
    boolean step() {
        try {
            if (answer.length == 0 && readRequest()) {
                return close();
            }
            if (answer.length > 0 && socket.isWritable()) {
                sent += socket.write(answer, sent, answer.length - sent);
            }
            return answer.length > 0 && sent == answer.length && close();
        } catch (NetException broken) {
            return close();
        }
    }

    private boolean close() {
        context.process().descriptors().close(descriptor);
        return true;
    }

    /** @return whether the other end is gone before it has asked */
    private boolean readRequest() {
        byte[] buffer = new byte[BUFFER];
        while (socket.isReadable()) {
            int count = socket.read(buffer, 0, buffer.length);
            if (count < 0) {
                return true;
            }
            request.write(buffer, 0, count);
            String text = request.toString(StandardCharsets.ISO_8859_1);
            if (text.contains("\r\n\r\n") || text.contains("\n\n")) {
                respond(text.lines().findFirst().orElse(""));
                return false;
            }
        }
        return false;
    }

    private void respond(String line) {
        String[] words = line.strip().split(" ");
        WebAnswer found = words.length < 2
                ? WebAnswer.error(
                        400, "Bad request syntax ('" + line + "')", "Bad request syntax or unsupported method")
                : switch (words[0]) {
                    case "GET", "HEAD" -> directory.answer(words[1]);
                    default ->
                        WebAnswer.error(
                                501,
                                "Unsupported method ('" + words[0] + "')",
                                "Server does not support this operation");
                };
        if (found.status() >= 400) {
            log("code " + found.status() + ", message " + found.reason());
        }
        log("\"" + line + "\" " + found.status() + " -");
        boolean head = words[0].equals("HEAD");
        answer = found.bytes(context.clock().date(), head);
    }

    private void log(String text) {
        String date = HttpDates.log(context.clock().date());
        String who = socket.remote().map(end -> end.address().toString()).orElse("-");
        context.err().println(String.format(Locale.ROOT, "%s - - [%s] %s", who, date, text));
    }
}
