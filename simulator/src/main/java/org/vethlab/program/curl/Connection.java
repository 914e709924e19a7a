package org.vethlab.program.curl;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.socket.Endpoint;
import org.vethlab.net.tcp.TcpSocket;
import org.vethlab.process.Process;
import org.vethlab.process.SocketFile;
import org.vethlab.program.AddressLookup;
import org.vethlab.program.AddressLookup.Found;
import org.vethlab.program.AddressLookup.LookupException;
import org.vethlab.program.Context;
import org.vethlab.time.VirtualClock;

/** One connection to a web server: opened, asked once, read to its end. */
final class Connection {
    private static final long MILLISECOND = 1_000_000;
    private static final int BUFFER = 16_384;

    private final Context context;
    private final Process process;
    private final CurlOptions options;
    private final Url url;
    private final Verbose verbose;
    private final long begun;
    private int descriptor = -1;

    Connection(Context context, CurlOptions options, Url url, Verbose verbose) {
        this.context = context;
        this.process = context.process();
        this.options = options;
        this.url = url;
        this.verbose = verbose;
        this.begun = context.clock().now();
    }

    /** @throws CurlException with curl's codes and words */
    TcpSocket open() {
        Optional<Errno> last = Optional.empty();
        for (Found address : addresses()) {
            Endpoint far = new Endpoint(address.address(), url.port());
            verbose.note("  Trying " + (far.address() instanceof Ipv6Address ? far : far.toString()) + "...");
            TcpSocket socket = context.net().tcp().open(far.address() instanceof Ipv6Address);
            last = attempt(socket, address, far);
            if (last.isEmpty()) {
                verbose.note(
                        "Connected to " + url.bareHost() + " (" + far.address() + ") port " + url.port() + " (#0)");
                return socket;
            }
            verbose.note("connect to " + far.address() + " port " + url.port() + " failed: "
                    + last.get().text());
        }
        String why = "Failed to connect to " + url.bareHost() + " port " + url.port() + " after " + elapsed()
                + " ms: Couldn't connect to server";
        verbose.note(why);
        verbose.note("Closing connection 0");
        throw new CurlException(CurlException.NO_CONNECTION, why);
    }

    private List<Found> addresses() {
        try {
            return new AddressLookup(context).find(url.bareHost(), options.family(), false);
        } catch (LookupException e) {
            String why = "Could not resolve host: " + url.bareHost();
            verbose.note(why);
            throw new CurlException(CurlException.NO_HOST, why);
        }
    }

    private Optional<Errno> attempt(TcpSocket socket, Found address, Endpoint far) {
        descriptor = process.descriptors().free(5);
        process.descriptors().put(descriptor, SocketFile.of(process.machine(), socket));
        socket.onChange(process::wake);
        address.zone().ifPresent(socket.settings()::bindToDevice);
        try {
            new SourceInterface(context, options).apply(socket, far);
            socket.connect(far);
        } catch (NetException e) {
            close();
            return Optional.of(e.errno());
        }
        while (!socket.isWritable()) {
            await(true);
        }
        Optional<Errno> error = socket.takeError();
        error.ifPresent(why -> close());
        return error;
    }

    /** Waits, as long as the options allow. */
    private void await(boolean connecting) {
        long deadline = options.deadline(begun, connecting);
        if (context.clock().now() >= deadline) {
            close();
            throw connecting ? connectTimeout() : timeout(0);
        }
        process.await(deadline);
    }

    private CurlException connectTimeout() {
        String why = "Failed to connect to " + url.bareHost() + " port " + url.port() + " after " + elapsed()
                + " ms: Timeout was reached";
        boolean whole = options.connectTimeoutIsWhole();
        return new CurlException(
                CurlException.TIMED_OUT, whole ? "Connection timed out after " + elapsed() + " milliseconds" : why);
    }

    private CurlException timeout(int received) {
        return new CurlException(
                CurlException.TIMED_OUT,
                "Operation timed out after " + elapsed() + " milliseconds with " + received + " bytes received");
    }

    private long elapsed() {
        return (context.clock().now() - begun) / MILLISECOND;
    }

    Response ask(TcpSocket socket, byte[] request, boolean headOnly) {
        write(socket, request);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        Optional<Response> answer = Optional.empty();
        boolean open = true;
        while (open && !(answer.isPresent() && isComplete(answer.get(), headOnly))) {
            int count = read(socket, buffer, all.size());
            open = count >= 0;
            all.write(buffer, 0, Math.max(0, count));
            answer = parse(all.toByteArray());
        }
        return answer.orElseThrow(() -> new CurlException(CurlException.EMPTY_REPLY, "Empty reply from server"));
    }

    private void write(TcpSocket socket, byte[] request) {
        int done = 0;
        try {
            while (done < request.length) {
                done += socket.write(request, done, request.length - done);
                if (done < request.length) {
                    await(false);
                }
            }
        } catch (NetException e) {
            throw new CurlException(55, "Send failure: " + e.errno().text());
        }
    }

    private int read(TcpSocket socket, byte[] buffer, int received) {
        while (!socket.isReadable()) {
            long deadline = options.deadline(begun, false);
            if (deadline != VirtualClock.NEVER && context.clock().now() >= deadline) {
                throw timeout(received);
            }
            process.await(deadline);
        }
        try {
            return socket.read(buffer, 0, buffer.length);
        } catch (NetException e) {
            throw new CurlException(
                    CurlException.RECEIVE_ERROR, "Recv failure: " + e.errno().text());
        }
    }

    private static boolean isComplete(Response response, boolean headOnly) {
        boolean known = response.header("Content-Length")
                .map(length -> response.body().length >= Long.parseLong(length))
                .orElse(false);
        return headOnly || known || response.status() == 204 || response.status() == 304;
    }

    /** Surprising: an answer that is not HTTP at all counts as one of HTTP/0.9, which curl refuses. */
    private static Optional<Response> parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (!text.isEmpty() && !text.startsWith("HTTP/".substring(0, Math.min(5, text.length())))) {
            throw new CurlException(1, "Received HTTP/0.9 when not allowed");
        }
        int end = text.indexOf("\r\n\r\n");
        int skip = 4;
        if (end < 0) {
            end = text.indexOf("\n\n");
            skip = 2;
        }
        if (end < 0) {
            return Optional.empty();
        }
        List<String> head = new ArrayList<>(Arrays.asList(text.substring(0, end).split("\r?\n")));
        return Optional.of(new Response(head, Arrays.copyOfRange(bytes, end + skip, bytes.length)));
    }

    void close() {
        if (descriptor >= 0) {
            process.descriptors().close(descriptor);
        }
        descriptor = -1;
    }
}
