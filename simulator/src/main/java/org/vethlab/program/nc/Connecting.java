package org.vethlab.program.nc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.socket.Endpoint;
import org.vethlab.net.tcp.TcpSocket;
import org.vethlab.net.udp.UdpEndpoint;
import org.vethlab.process.OpenFile;
import org.vethlab.process.Process;
import org.vethlab.process.SocketFile;
import org.vethlab.program.AddressLookup.Family;
import org.vethlab.program.AddressLookup.Found;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;
import org.vethlab.time.VirtualClock;

/** nc HOST PORT…: connects to one port after the other. */
final class Connecting {
    private static final long SECOND = 1_000_000_000L;

    /** How often the UDP test asks after the first time (UDP_SCAN_TIMEOUT). */
    private static final int QUESTIONS = 3;

    /** What lies between two system calls: time enough for the answer of a near neighbour. */
    /** A real kernel carries a datagram to its end and the ICMP error back before write(2) returns. */
    private static final long WAY_OUT_AND_BACK = 500_000;

    private final Context context;
    private final Process process;
    private final NcOptions options;
    private final Hosts hosts;
    private final String host;

    Connecting(Context context, NcOptions options) {
        this.context = context;
        this.process = context.process();
        this.options = options;
        this.hosts = new Hosts(context, options);
        this.host = options.host().orElseThrow();
    }

    int run() {
        int status = 1;
        for (int port : ports()) {
            for (Found address : hosts.remote(host, port)) {
                if (tryOne(address, port)) {
                    status = 0;
                    break;
                }
            }
        }
        return status;
    }

    private List<Integer> ports() {
        List<Integer> ports = new ArrayList<>();
        for (String word : options.ports()) {
            int dash = word.indexOf('-', 1);
            if (dash < 0 || !Character.isDigit(word.charAt(0))) {
                ports.add(hosts.remotePort(word));
                continue;
            }
            int last = hosts.remotePort(word.substring(dash + 1));
            int first = hosts.remotePort(word.substring(0, dash));
            for (int port = Math.min(first, last); port <= Math.max(first, last); port++) {
                ports.add(port);
            }
        }
        return ports;
    }

    private boolean tryOne(Found address, int port) {
        Endpoint far = new Endpoint(address.address(), port);
        return options.udp() ? datagrams(address, far) : stream(address, far);
    }

    // TCP

    private boolean stream(Found address, Endpoint far) {
        TcpSocket socket = context.net().tcp().open(far.address() instanceof Ipv6Address);
        address.zone().ifPresent(socket.settings()::bindToDevice);
        socket.settings().trafficClass(options.trafficClass());
        socket.settings().hopLimit(options.hopLimit());
        int descriptor = open(SocketFile.of(process.machine(), socket));
        socket.onChange(process::wake);
        own(far).ifPresent(end -> bind(() -> socket.bind(end)));
        boolean connected = connect(socket, far);
        if (connected) {
            succeeded(far);
            transfer(new Channel.Stream(socket));
        }
        process.descriptors().close(descriptor);
        return connected;
    }

    private boolean connect(TcpSocket socket, Endpoint far) {
        try {
            socket.connect(far);
        } catch (NetException e) {
            failed(far, "failed", e.errno());
            return false;
        }
        long deadline = options.timeout() > 0 ? context.clock().now() + options.timeout() * SECOND : VirtualClock.NEVER;
        while (!socket.isWritable() && context.clock().now() < deadline) {
            process.await(deadline);
        }
        if (!socket.isWritable()) {
            failed(far, "timed out", Errno.EINPROGRESS);
            return false;
        }
        Optional<Errno> error = socket.takeError();
        error.ifPresent(why -> failed(far, "failed", why));
        return error.isEmpty();
    }

    private void failed(Endpoint far, String how, Errno why) {
        if (options.verbose()) {
            context.err()
                    .println("nc: connect to " + shown(far) + " port " + far.port() + " (" + options.protocol() + ") "
                            + how + ": " + why.text());
        }
    }

    private void succeeded(Endpoint far) {
        if (options.verbose()) {
            context.err()
                    .println("Connection to " + shown(far) + " " + far.port() + " port [" + options.protocol() + "/"
                            + hosts.service(far.port()) + "] succeeded!");
        }
    }

    /** The host as it was typed, and its number if that is something else. */
    private String shown(Endpoint far) {
        String number = far.address().toString();
        boolean same = host.equals(number) || host.startsWith(number + "%");
        return options.has("n") || same ? host : host + " (" + number + ")";
    }

    // UDP

    private boolean datagrams(Found address, Endpoint far) {
        UdpEndpoint socket = context.net().udp().open(far.address() instanceof Ipv6Address);
        address.zone().ifPresent(socket::bindToDevice);
        socket.broadcast(options.has("b"));
        socket.trafficClass(options.trafficClass());
        socket.hopLimit(options.hopLimit());
        int descriptor = open(SocketFile.of(process.machine(), socket));
        socket.onChange(process::wake);
        own(far).ifPresent(end -> bind(() -> socket.bind(end)));
        boolean connected = connect(socket, far) && (!options.verbose() || isThere(socket));
        if (connected) {
            succeeded(far);
            transfer(new Channel.Datagrams(socket, new DatagramPeer(Optional.of(far), end -> {})));
        }
        process.descriptors().close(descriptor);
        return connected;
    }

    private boolean connect(UdpEndpoint socket, Endpoint far) {
        try {
            socket.connect(far);
            return true;
        } catch (NetException e) {
            failed(far, "failed", e.errno());
            return false;
        }
    }

    /** Asks some times, and gives an ICMP error time to come: silence counts as success (udptest). */
    private boolean isThere(UdpEndpoint socket) {
        int times = options.timeout() < 0 ? QUESTIONS : options.timeout();
        if (ask(socket).isPresent() || isRefused(socket)) {
            return false;
        }
        for (int i = 0; i < times; i++) {
            context.sleep(SECOND);
            if (isRefused(socket)) {
                return false;
            }
        }
        return true;
    }

    private boolean isRefused(UdpEndpoint socket) {
        return ask(socket).filter(Errno.ECONNREFUSED::equals).isPresent();
    }

    private Optional<Errno> ask(UdpEndpoint socket) {
        try {
            socket.send(new byte[] {'X'});
            context.sleep(WAY_OUT_AND_BACK);
            return Optional.empty();
        } catch (NetException refused) {
            return Optional.of(refused.errno());
        }
    }

    // both

    /** The own end, if -s or -p asks for one. */
    private Optional<Endpoint> own(Endpoint far) {
        if (!options.has("s") && !options.has("p")) {
            return Optional.empty();
        }
        Family family = far.address() instanceof Ipv6Address ? Family.IPV6 : Family.IPV4;
        Found address = hosts.own(options.words().last("s"), family);
        int port = options.words().last("p").map(hosts::ownPort).orElse(0);
        return Optional.of(new Endpoint(address.address(), port));
    }

    private static void bind(Runnable action) {
        try {
            action.run();
        } catch (NetException e) {
            throw new CommandException(1, "nc: bind failed: " + e.errno().text());
        }
    }

    private void transfer(Channel channel) {
        if (options.has("z")) {
            return;
        }
        if (options.timeout() < 0 && options.quit() < 0) {
            process.endless();
        }
        new Transfer(context, options, channel).run();
    }

    private int open(OpenFile file) {
        int number = process.descriptors().free(3);
        process.descriptors().put(number, file);
        return number;
    }
}
