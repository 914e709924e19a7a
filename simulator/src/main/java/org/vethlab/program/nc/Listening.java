package org.vethlab.program.nc;

import java.util.Optional;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.NetException;
import org.vethlab.net.socket.Endpoint;
import org.vethlab.net.tcp.TcpSocket;
import org.vethlab.net.udp.Datagram;
import org.vethlab.net.udp.UdpEndpoint;
import org.vethlab.process.OpenFile;
import org.vethlab.process.Process;
import org.vethlab.process.SocketFile;
import org.vethlab.program.AddressLookup.Found;
import org.vethlab.program.Context;
import org.vethlab.time.VirtualClock;

/** nc -l: waits for one connection after the other, or for datagrams. */
final class Listening {
    /** Surprising: at most two wait, as a backlog of n holds n + 1. */
    private static final int BACKLOG = 1;

    private final Context context;
    private final Process process;
    private final NcOptions options;
    private final Hosts hosts;

    Listening(Context context, NcOptions options) {
        this.context = context;
        this.process = context.process();
        this.options = options;
        this.hosts = new Hosts(context, options);
    }

    int run() {
        Found own = hosts.own(options.host(), options.family());
        Endpoint end = new Endpoint(own.address(), hosts.ownPort(options.ports().get(0)));
        try {
            return options.udp() ? serveDatagrams(own, end) : serveConnections(own, end);
        } catch (NetException e) {
            return context.fail(1, "nc: " + e.errno().text());
        }
    }

    private int serveConnections(Found own, Endpoint end) {
        TcpSocket socket = context.net().tcp().open(end.address() instanceof Ipv6Address);
        own.zone().ifPresent(socket.settings()::bindToDevice);
        socket.settings().reuseAddress(true);
        socket.settings().reusePort(true);
        socket.settings().trafficClass(options.trafficClass());
        socket.settings().hopLimit(options.hopLimit());
        int descriptor = open(SocketFile.of(process.machine(), socket));
        socket.bind(end);
        socket.listen(BACKLOG);
        tell("Listening on", socket.local());
        process.endless();
        do {
            serve(accept(socket));
        } while (options.has("k"));
        process.descriptors().close(descriptor);
        return 0;
    }

    private TcpSocket accept(TcpSocket socket) {
        while (true) {
            socket.onChange(process::wake);
            Optional<TcpSocket> accepted = socket.accept();
            if (accepted.isPresent()) {
                return accepted.get();
            }
            process.await(VirtualClock.NEVER);
        }
    }

    private void serve(TcpSocket connection) {
        int descriptor = open(SocketFile.of(process.machine(), connection));
        connection.onChange(process::wake);
        connection.remote().ifPresent(far -> tell("Connection received on", far));
        new Transfer(context, options, new Channel.Stream(connection)).run();
        process.descriptors().close(descriptor);
    }

    private int serveDatagrams(Found own, Endpoint end) {
        UdpEndpoint socket = context.net().udp().open(end.address() instanceof Ipv6Address);
        own.zone().ifPresent(socket::bindToDevice);
        socket.reuse(true, true);
        socket.broadcast(options.has("b"));
        socket.trafficClass(options.trafficClass());
        socket.hopLimit(options.hopLimit());
        open(SocketFile.of(process.machine(), socket));
        socket.bind(end);
        tell("Bound on", socket.local());
        process.endless();
        do {
            serve(socket);
        } while (options.has("k"));
        return 0;
    }

    private void serve(UdpEndpoint socket) {
        socket.onChange(process::wake);
        while (socket.peek().isEmpty()) {
            process.await(VirtualClock.NEVER);
        }
        Datagram first = socket.peek().orElseThrow();
        tell("Connection received on", first.from());
        if (!options.has("k")) {
            socket.connect(first.from());
        }
        DatagramPeer peer = new DatagramPeer(Optional.of(first.from()), far -> tell("Connection received on", far));
        new Transfer(context, options, new Channel.Datagrams(socket, peer)).run();
    }

    private int open(OpenFile file) {
        int number = process.descriptors().free(3);
        process.descriptors().put(number, file);
        return number;
    }

    private void tell(String what, Endpoint end) {
        if (options.verbose()) {
            context.err().println(hosts.describe(what, end));
        }
    }
}
