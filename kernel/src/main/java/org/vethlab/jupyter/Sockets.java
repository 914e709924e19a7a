package org.vethlab.jupyter;

import com.google.gson.JsonObject;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiConsumer;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/**
 * Owns the sockets and the signing key; everything else is done elsewhere. Sleeps in poll(2) until a client speaks or
 * the courier rings.
 */
final class Sockets {
    private static final String BELL = "inproc://bell";
    private static final byte[] RING = new byte[0];
    private static final byte[] LAST_RING = {1};

    private final ZMQ.Context context;
    private final Codec codec;
    private final Map<Channel, ZMQ.Socket> sockets = new EnumMap<>(Channel.class);
    private final ZMQ.Socket bell;
    private final BlockingQueue<List<Outgoing>> outbox = new LinkedBlockingQueue<>();
    private boolean welcomed;

    /**
     * What sockets are made in. Of a socket that closes, jeromq's I/O thread first leaves the last word and then rings for
     * it (zmq.Mailbox): if the word is found before, the socket is gone by then, bell and all. jeromq gets over that, but
     * would print a stack trace.
     */
    static ZMQ.Context context() {
        ZMQ.Context context = ZMQ.context(1);
        context.setNotificationExceptionHandler((thread, thrown) -> {
            if (!(thrown.getCause() instanceof ClosedChannelException)) {
                System.err.println("vethlab: " + thread.getName() + ": " + thrown);
            }
        });
        return context;
    }

    /** Binds all sockets, so that clients can come. */
    Sockets(ZMQ.Context context, ConnectionFile connection, Codec codec) {
        this.context = context;
        this.codec = codec;
        for (Channel channel : Channel.values()) {
            ZMQ.Socket socket = context.socket(channel == Channel.IOPUB ? SocketType.XPUB : SocketType.ROUTER);
            socket.setLinger(1000);
            if (channel == Channel.IOPUB) {
                socket.setSndHWM(0);
                socket.setXpubVerbose(true);
            } else {
                socket.setRouterHandover(true);
            }
            socket.bind(connection.address(channel));
            sockets.put(channel, socket);
        }
        bell = context.socket(SocketType.PULL);
        bell.bind(BELL);
    }

    /** The courier's side: queues messages and rings the bell. For one thread, which closes it. */
    final class Bell implements AutoCloseable {
        private final ZMQ.Socket rope = context.socket(SocketType.PUSH);

        Bell() {
            rope.setLinger(0);
            rope.connect(BELL);
        }

        void send(List<Outgoing> messages) {
            outbox.add(messages);
            rope.send(RING);
        }

        /** The last ring: what was sent before it still goes out. Who only saw a flag would leave before it rings. */
        @Override
        public void close() {
            rope.send(LAST_RING);
            rope.close();
        }
    }

    /**
     * Runs until the bell is closed.
     *
     * @param receiver takes messages on this thread, and must not block
     */
    void run(BiConsumer<Channel, Message> receiver) {
        List<Channel> channels = List.of(Channel.values());
        ZMQ.Poller poller = context.poller(channels.size() + 1);
        channels.forEach(channel -> poller.register(socket(channel), ZMQ.Poller.POLLIN));
        int bellIndex = poller.register(bell, ZMQ.Poller.POLLIN);
        boolean closing = false;
        while (!closing) {
            poller.poll(-1);
            if (poller.pollin(bellIndex)) {
                closing = bell.recv().length > 0;
                sendAll();
            }
            for (int i = 0; i < channels.size(); i++) {
                if (poller.pollin(i)) {
                    receive(channels.get(i), receiver);
                }
            }
        }
        sockets.values().forEach(ZMQ.Socket::close);
        bell.close();
    }

    private void sendAll() {
        for (List<Outgoing> messages = outbox.poll(); messages != null; messages = outbox.poll()) {
            messages.forEach(this::send);
        }
    }

    private void send(Outgoing message) {
        ZMQ.Socket socket = socket(message.channel());
        List<byte[]> frames = codec.write(message);
        for (int i = 0; i < frames.size() - 1; i++) {
            socket.sendMore(frames.get(i));
        }
        socket.send(frames.get(frames.size() - 1));
    }

    private void receive(Channel channel, BiConsumer<Channel, Message> receiver) {
        ZMQ.Socket socket = socket(channel);
        List<byte[]> frames = new ArrayList<>();
        do {
            frames.add(socket.recv());
        } while (socket.hasReceiveMore());
        if (channel == Channel.IOPUB) {
            welcome(frames.get(0));
            return;
        }
        codec.read(frames).ifPresent(message -> receiver.accept(channel, message));
    }

    /**
     * Tells a new listener that it will miss nothing from here on (JEP 65), and the first one that the kernel is
     * starting: published any earlier, that would come before the welcome or to nobody.
     */
    private void welcome(byte[] subscription) {
        if (subscription.length == 0 || subscription[0] != 1) {
            return;
        }
        String topic = new String(subscription, 1, subscription.length - 1, StandardCharsets.UTF_8);
        send(Outgoing.publish("iopub_welcome", new JsonObject(), Json.of("subscription", topic)));
        if (!welcomed) {
            welcomed = true;
            send(Outgoing.status(new JsonObject(), "starting"));
        }
    }

    private ZMQ.Socket socket(Channel channel) {
        return java.util.Objects.requireNonNull(sockets.get(channel));
    }
}
