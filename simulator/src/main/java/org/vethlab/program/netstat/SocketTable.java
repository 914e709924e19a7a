package org.vethlab.program.netstat;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.socket.Endpoint;
import org.vethlab.net.tcp.TcpRow;
import org.vethlab.net.tcp.TcpState;
import org.vethlab.net.udp.UdpEndpoint;
import org.vethlab.program.AddressLookup;
import org.vethlab.program.Context;
import org.vethlab.program.Services;
import org.vethlab.program.SocketUsers;

/** The connections and servers of TCP and UDP. */
final class SocketTable {
    /** A longer address and port are cut, unless -W says otherwise. */
    private static final int LONGEST = 22;

    private static final double SECOND = 1e9;

    private final Context context;
    private final NetstatOptions options;
    private final AddressLookup lookup;
    private final Services services;
    private final SocketUsers users;

    SocketTable(Context context, NetstatOptions options) {
        this.context = context;
        this.options = options;
        this.lookup = new AddressLookup(context);
        this.services = new Services(context.files());
        this.users = new SocketUsers(context.process().machine());
    }

    void print() {
        if (options.internet()) {
            head();
            if (options.tcp()) {
                tcp();
            }
            if (options.udp()) {
                udp();
            }
        }
        if (options.unix()) {
            context.out().println("Active UNIX domain sockets " + options.scope());
            context.out()
                    .println("Proto RefCnt Flags       Type       State         I-Node  "
                            + (options.has("p") ? " PID/Program name    " : "") + " Path");
        }
    }

    private void head() {
        context.out().println("Active Internet connections " + options.scope());
        context.out()
                .println("Proto Recv-Q Send-Q Local Address           Foreign Address         State      "
                        + (options.has("e") ? " User       Inode     " : "")
                        + (options.has("p") ? " PID/Program name    " : "")
                        + (options.has("o") ? " Timer" : ""));
    }

    private void tcp() {
        List<TcpRow> rows = context.net().tcp().rows().stream()
                .sorted(Comparator.comparing(TcpRow::ipv6)
                        .thenComparing(row -> row.state() != TcpState.LISTEN)
                        .thenComparing(row -> row.state() == TcpState.TIME_WAIT)
                        .thenComparingInt(row -> row.local().port()))
                .toList();
        for (TcpRow row : rows) {
            boolean listens = row.state() == TcpState.LISTEN;
            if (isFamilyShown(row.ipv6()) && (options.all() || listens == options.listening())) {
                print(
                        row.ipv6() ? "tcp6" : "tcp",
                        row.receiveQueue(),
                        listens ? 0 : row.sendQueue(),
                        ends(row.ipv6(), row.local(), row.remote(), "tcp"),
                        row.state().longText(),
                        row.inode(),
                        timer(row));
            }
        }
    }

    private void udp() {
        List<UdpEndpoint> rows = context.net().udp().sockets().stream()
                .sorted(Comparator.comparing(UdpEndpoint::isIpv6)
                        .thenComparingInt(row -> row.local().port()))
                .toList();
        for (UdpEndpoint row : rows) {
            if (isFamilyShown(row.isIpv6()) && (options.all() || row.isConnected() != options.listening())) {
                Endpoint none = new Endpoint(row.isIpv6() ? Ipv6Address.ANY : Ipv4Address.ANY, 0);
                print(
                        row.isIpv6() ? "udp6" : "udp",
                        row.filled(),
                        0,
                        ends(row.isIpv6(), row.local(), row.remote().orElse(none), "udp"),
                        row.isConnected() ? "ESTABLISHED" : "",
                        row.inode(),
                        "off (0.00/0/0)");
            }
        }
    }

    private boolean isFamilyShown(boolean ipv6) {
        return ipv6 ? options.ipv6() : options.ipv4();
    }

    private void print(String protocol, long receive, long send, String ends, String state, long inode, String timer) {
        StringBuilder line = new StringBuilder(
                String.format(Locale.ROOT, "%-4s  %6d %6d %s %-11s", protocol, receive, send, ends, state));
        if (options.has("e")) {
            line.append(String.format(Locale.ROOT, " %-10s %-10d", options.has("n") ? "0" : "root", inode));
        }
        if (options.has("p")) {
            line.append(String.format(Locale.ROOT, " %-20s", holder(inode)));
        }
        if (options.has("o")) {
            line.append(' ').append(timer);
        }
        context.out().println(line.toString());
    }

    private String holder(long inode) {
        return users.of(inode).stream()
                .findFirst()
                .map(user -> user.pid() + "/" + user.name())
                .orElse("-");
    }

    private String ends(boolean ipv6, Endpoint local, Endpoint remote, String protocol) {
        return String.format(Locale.ROOT, "%-23s %-23s", end(ipv6, local, protocol), end(ipv6, remote, protocol));
    }

    private String end(boolean ipv6, Endpoint end, String protocol) {
        String host = host(ipv6, end.address());
        String port = port(end.port(), protocol);
        if (options.has("W") || host.length() + port.length() <= LONGEST) {
            return host + ":" + port;
        }
        String shortPort = port.substring(0, Math.min(port.length(), LONGEST - 4));
        return host.substring(0, LONGEST - shortPort.length()) + ":" + shortPort;
    }

    private String host(boolean ipv6, IpAddress address) {
        if (address.isUnspecified()) {
            return !ipv6 ? "0.0.0.0" : options.numericHosts() ? "::" : "[::]";
        }
        String number = ipv6 && address instanceof Ipv4Address ? "::ffff:" + address : address.toString();
        Optional<String> name = options.numericHosts() ? Optional.empty() : lookup.name(address);
        return name.orElse(number);
    }

    private String port(int port, String protocol) {
        if (port == 0) {
            return "*";
        }
        Optional<String> name = options.numericPorts() ? Optional.empty() : services.name(port, protocol);
        return name.orElse(Integer.toString(port));
    }

    private static String timer(TcpRow row) {
        String name = switch (row.timer()) {
            case NONE -> "off";
            case RETRANSMISSION -> "on";
            case TIME_WAIT -> "timewait";
            case PROBE -> "probe";
        };
        return String.format(Locale.ROOT, "%s (%.2f/%d/%d)", name, row.timerLeft() / SECOND, row.retransmissions(), 0);
    }
}
