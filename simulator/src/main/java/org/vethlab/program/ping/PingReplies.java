package org.vethlab.program.ping;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.Errno;
import org.vethlab.net.socket.Received;
import org.vethlab.program.Context;
import org.vethlab.program.HostNames;
import org.vethlab.program.StandardOutput;
import org.vethlab.wire.IcmpMessage;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.RecordRoute;
import org.vethlab.wire.WireException;

/** What comes back to a ping, and the lines about it (ping4_parse_reply, ping4_receive_error_msg of iputils). */
final class PingReplies {
    private final Context context;
    private final PingOptions options;
    private final PingTarget target;
    private final int identifier;
    private final PingStatistics statistics;
    private final StandardOutput out;
    private Optional<List<Ipv4Address>> lastRoute = Optional.empty();

    PingReplies(
            Context context,
            PingOptions options,
            PingTarget target,
            int identifier,
            PingStatistics statistics,
            StandardOutput out) {
        this.context = context;
        this.options = options;
        this.target = target;
        this.identifier = identifier;
        this.statistics = statistics;
        this.out = out;
    }

    /** An error about a packet of ours. @return whether the network told it, not this host */
    boolean error(Received event) {
        if (event.local()) {
            localError(event);
            return false;
        }
        Optional<IcmpMessage> quoted = quotedEcho(event.packet());
        if (quoted.isEmpty() || !(event.packet().payload() instanceof IcmpMessage carrier)) {
            return false;
        }
        statistics.acknowledge(quoted.get().sequence());
        statistics.errors++;
        if (options.quiet) {
            return true;
        }
        if (options.flood) {
            out.print("\bE");
            out.flush();
            return true;
        }
        printTimestamp();
        out.print("From " + name(event.packet().source()) + " icmp_seq="
                + quoted.get().sequence() + " ");
        out.println(IcmpText.of(carrier, event.info()));
        out.flush();
        return true;
    }

    private void localError(Received event) {
        if (options.quiet) {
            return;
        }
        out.flush();
        if (options.flood) {
            out.print("E");
        } else if (event.error().equals(Optional.of(Errno.EMSGSIZE))) {
            context.err().println("ping: local error: message too long, mtu=" + event.info());
        } else {
            context.err()
                    .println("ping: local error: "
                            + event.error().map(Errno::text).orElse(""));
        }
        statistics.errors++;
    }

    /** @return whether it was an answer to this ping */
    boolean reply(Received event) {
        if (!(event.packet().payload() instanceof IcmpMessage message)) {
            return false;
        }
        if (message.type() == IcmpMessage.ECHO_REPLY) {
            return message.identifier() == identifier && echoReply(event, message);
        }
        Optional<IcmpMessage> quoted = quotedEcho(event.packet());
        if (quoted.isEmpty()) {
            return false;
        }
        if (message.type() != IcmpMessage.REDIRECT) {
            statistics.acknowledge(quoted.get().sequence());
        } else if (!options.quiet && !options.flood) {
            printTimestamp();
            out.print("From " + name(event.packet().source()) + ": icmp_seq="
                    + quoted.get().sequence() + " ");
            out.println(IcmpText.of(message, 0) + "(New nexthop: " + name(new Ipv4Address(message.rest())) + ")");
        }
        return false;
    }

    private boolean echoReply(Received event, IcmpMessage message) {
        boolean repeated = statistics.answer(message.sequence());
        long microseconds = -1;
        if (options.isTimed() && message.data().length >= 16) {
            microseconds = Math.max(0, date(event.time()) - sentAt(message));
            statistics.measured(microseconds);
        }
        if (options.quiet) {
            return true;
        }
        if (options.flood) {
            out.print("\b \b");
        } else {
            printTimestamp();
            out.println(line(event.packet(), message, microseconds, repeated) + recorded(event.packet()));
        }
        out.flush();
        return true;
    }

    private String line(Ipv4Packet packet, IcmpMessage message, long microseconds, boolean repeated) {
        StringBuilder line = new StringBuilder();
        line.append(message.length()).append(" bytes from ").append(name(packet.source()));
        line.append(": icmp_seq=").append(message.sequence());
        line.append(options.verbose ? " ident=" + identifier : "");
        line.append(" ttl=").append(packet.ttl());
        if (message.data().length < options.size) {
            return line.append(" (truncated)").toString();
        }
        line.append(microseconds < 0 ? "" : " time=" + roundTrip(microseconds) + " ms");
        boolean many = options.broadcast || target.destination().isMulticast();
        line.append(repeated && (!many || options.verbose) ? " (DUP!)" : "");
        line.append(!many && !packet.source().equals(target.destination()) ? " (DIFFERENT ADDRESS!)" : "");
        return line.append(options.audible ? "\u0007" : "").toString();
    }

    /** The route that the option has recorded, unless it is the one printed last. */
    private String recorded(Ipv4Packet packet) {
        Optional<List<Ipv4Address>> route = RecordRoute.read(packet.options());
        if (route.isEmpty()) {
            return "";
        }
        if (route.equals(lastRoute)) {
            return "\t(same route)";
        }
        lastRoute = route;
        StringBuilder text = new StringBuilder("\nRR: ");
        route.get().forEach(address -> text.append('\t').append(name(address)).append('\n'));
        return text.toString();
    }

    /** Three digits that matter. */
    private static String roundTrip(long microseconds) {
        if (microseconds >= 100_000 - 50) {
            return Long.toString((microseconds + 500) / 1000);
        }
        if (microseconds >= 10_000 - 5) {
            return String.format("%d.%01d", (microseconds + 50) / 1000, (microseconds + 50) % 1000 / 100);
        }
        if (microseconds >= 1000) {
            return String.format("%d.%02d", (microseconds + 5) / 1000, (microseconds + 5) % 1000 / 10);
        }
        return String.format("0.%03d", microseconds);
    }

    /** The time of day that {@code -D} puts in front. */
    void printTimestamp() {
        if (options.timestamps) {
            long date = context.clock().date() / 1000;
            out.print(String.format("[%d.%06d] ", date / 1_000_000, date % 1_000_000));
        }
    }

    /** The echo request of this ping that an ICMP error quotes. */
    private Optional<IcmpMessage> quotedEcho(Ipv4Packet carrier) {
        if (!(carrier.payload() instanceof IcmpMessage message) || !message.isError()) {
            return Optional.empty();
        }
        try {
            Ipv4Packet quoted = Ipv4Packet.readQuoted(message.data());
            boolean ours = quoted.destination().equals(target.destination())
                    && quoted.payload() instanceof IcmpMessage echo
                    && echo.type() == IcmpMessage.ECHO_REQUEST
                    && echo.identifier() == identifier;
            return ours && quoted.payload() instanceof IcmpMessage echo ? Optional.of(echo) : Optional.empty();
        } catch (WireException e) {
            return Optional.empty();
        }
    }

    private String name(Ipv4Address address) {
        Optional<String> name = options.numeric ? Optional.empty() : HostNames.nameOf(context, address);
        return name.map(known -> known + " (" + address + ")").orElse(address.toString());
    }

    /** The date of a clock time, in microseconds. */
    private long date(long time) {
        return (context.clock().date() - context.clock().now() + time) / 1000;
    }

    private static long sentAt(IcmpMessage message) {
        ByteBuffer time = ByteBuffer.wrap(message.data()).order(ByteOrder.LITTLE_ENDIAN);
        return time.getLong() * 1_000_000 + time.getLong();
    }
}
