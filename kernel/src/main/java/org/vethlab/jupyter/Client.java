package org.vethlab.jupyter;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/** A front end without a face: speaks to a kernel over its sockets. For rehearsals and tests; one thread uses it. */
final class Client implements AutoCloseable {
    private final ZMQ.Context context = Sockets.context();
    private final Map<Channel, ZMQ.Socket> sockets = new EnumMap<>(Channel.class);
    private final Codec codec;

    Client(ConnectionFile connection) {
        codec = new Codec(connection.signer());
        for (Channel channel : Channel.values()) {
            ZMQ.Socket socket = context.socket(channel == Channel.IOPUB ? SocketType.SUB : SocketType.DEALER);
            socket.setIdentity("client".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            if (channel == Channel.IOPUB) {
                socket.subscribe(new byte[0]);
            }
            socket.setLinger(0);
            socket.connect(connection.address(channel));
            sockets.put(channel, socket);
        }
    }

    /** Addresses on this machine that nobody uses yet. */
    static ConnectionFile freeConnection() {
        List<ServerSocket> taken = new ArrayList<>();
        try {
            for (int i = 0; i < 5; i++) {
                taken.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            int[] ports = taken.stream().mapToInt(ServerSocket::getLocalPort).toArray();
            for (ServerSocket socket : taken) {
                socket.close();
            }
            ConnectionFile.Ports numbers = new ConnectionFile.Ports(ports[0], ports[1], ports[2], ports[3], ports[4]);
            return new ConnectionFile("tcp", "127.0.0.1", numbers, "rehearsal", "hmac-sha256");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a request, by which its answers are known. */
    JsonObject send(Channel channel, String type, JsonObject content) {
        List<byte[]> frames =
                codec.write(new Outgoing(channel, List.of(), type, new JsonObject(), new JsonObject(), content));
        ZMQ.Socket socket = socket(channel);
        for (int i = 0; i < frames.size(); i++) {
            socket.send(frames.get(i), i < frames.size() - 1 ? ZMQ.SNDMORE : 0);
        }
        Message sent = codec.read(frames).orElseThrow();
        return sent.header();
    }

    /** The next message; empty if none comes in time. */
    Optional<Message> receive(Channel channel, int millis) {
        ZMQ.Socket socket = socket(channel);
        socket.setReceiveTimeOut(millis);
        byte[] first = socket.recv();
        if (first == null) {
            return Optional.empty();
        }
        List<byte[]> frames = new ArrayList<>(List.of(first));
        while (socket.hasReceiveMore()) {
            frames.add(socket.recv());
        }
        return codec.read(frames);
    }

    private ZMQ.Socket socket(Channel channel) {
        return Objects.requireNonNull(sockets.get(channel));
    }

    @Override
    public void close() {
        sockets.values().forEach(ZMQ.Socket::close);
        context.term();
    }
}
