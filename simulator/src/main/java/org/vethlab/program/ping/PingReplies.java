package org.vethlab.program.ping;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.Errno;
import org.vethlab.program.Context;
import org.vethlab.program.HostNames;
import org.vethlab.program.StandardOutput;

/** What comes back to a ping, and the lines about it (gather_statistics, ping4_receive_error_msg, ping6_receive_error_msg of iputils). */
final class PingReplies {
    private final Context context;
    private final PingOptions options;
    private final PingTarget target;
    private final PingStatistics statistics;
    private final StandardOutput out;
    private Optional<List<Ipv4Address>> lastRoute = Optional.empty();

    PingReplies(
            Context context, PingOptions options, PingTarget target, PingStatistics statistics, StandardOutput out) {
        this.context = context;
        this.options = options;
        this.target = target;
        this.statistics = statistics;
        this.out = out;
    }

    /** What an event was to the ping. */
    enum Outcome {
        ANSWER,
        NETWORK_ERROR,
        NOTHING
    }

    Outcome handle(PingEvent event) {
        if (event instanceof PingEvent.Reply reply) {
            answer(reply);
            return Outcome.ANSWER;
        }
        if (event instanceof PingEvent.NetworkError error) {
            networkError(error);
            return Outcome.NETWORK_ERROR;
        }
        if (event instanceof PingEvent.LocalError error) {
            localError(error);
        } else if (event instanceof PingEvent.Redirect redirect) {
            redirect(redirect);
        } else if (event instanceof PingEvent.Acknowledgement acknowledgement) {
            statistics.acknowledge(acknowledgement.sequence());
        }
        return Outcome.NOTHING;
    }

    private void networkError(PingEvent.NetworkError error) {
        statistics.acknowledge(error.sequence());
        statistics.errors++;
        if (options.quiet) {
            return;
        }
        if (options.flood) {
            out.print("\bE");
            out.flush();
            return;
        }
        printTimestamp();
        out.println(
                "From " + name(error.source(), error.zone()) + " icmp_seq=" + error.sequence() + " " + error.text());
        out.flush();
    }

    private void localError(PingEvent.LocalError error) {
        if (options.quiet) {
            return;
        }
        out.flush();
        if (options.flood) {
            out.print("E");
        } else if (error.error() == Errno.EMSGSIZE) {
            context.err().println(options.program + ": local error: message too long, " + error.text());
        } else {
            context.err()
                    .println(options.program + ": local error: " + error.error().text());
        }
        statistics.errors++;
    }

    private void redirect(PingEvent.Redirect redirect) {
        if (options.quiet || options.flood) {
            return;
        }
        printTimestamp();
        out.print("From " + name(redirect.source(), Optional.empty()) + ": icmp_seq=" + redirect.sequence() + " ");
        out.println(redirect.text() + "(New nexthop: " + name(redirect.gateway(), Optional.empty()) + ")");
    }

    private void answer(PingEvent.Reply reply) {
        boolean repeated = statistics.answer(reply.sequence());
        long microseconds = -1;
        if (options.isTimed() && reply.data().length >= 16) {
            microseconds = Math.max(0, date(reply.time()) - sentAt(reply));
            statistics.measured(microseconds);
        }
        if (options.quiet) {
            return;
        }
        if (options.flood) {
            out.print("\b \b");
        } else {
            printTimestamp();
            out.println(line(reply, microseconds, repeated) + recorded(reply));
        }
        out.flush();
    }

    private String line(PingEvent.Reply reply, long microseconds, boolean repeated) {
        StringBuilder line = new StringBuilder();
        line.append(reply.length()).append(" bytes from ").append(name(reply.source(), reply.zone()));
        line.append(": icmp_seq=").append(reply.sequence());
        line.append(options.verbose ? " ident=" + identifier() : "");
        line.append(" ttl=").append(reply.ttl());
        if (reply.data().length < options.size) {
            return line.append(" (truncated)").toString();
        }
        line.append(microseconds < 0 ? "" : " time=" + roundTrip(microseconds) + " ms");
        boolean many = options.broadcast || target.destination().isMulticast();
        line.append(repeated && (!many || options.verbose) ? " (DUP!)" : "");
        boolean different = !many && !target.anycast() && !reply.source().equals(target.destination());
        line.append(different ? " (DIFFERENT ADDRESS!)" : "");
        return line.append(options.audible ? "\u0007" : "").toString();
    }

    private int identifier() {
        return options.identifier.orElse(context.process().pid() & 0xffff);
    }

    /** The route that the option has recorded, unless it is the one printed last. */
    private String recorded(PingEvent.Reply reply) {
        Optional<List<Ipv4Address>> route = reply.route();
        if (route.isEmpty()) {
            return "";
        }
        if (route.equals(lastRoute)) {
            return "\t(same route)";
        }
        lastRoute = route;
        StringBuilder text = new StringBuilder("\nRR: ");
        route.get()
                .forEach(address -> text.append('\t')
                        .append(name(address, Optional.empty()))
                        .append('\n'));
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
        return PingStatistics.fraction(microseconds);
    }

    /** The time of day that {@code -D} puts in front. */
    void printTimestamp() {
        if (options.timestamps) {
            long date = context.clock().date() / 1000;
            out.print(String.format("[%d.%06d] ", date / 1_000_000, date % 1_000_000));
        }
    }

    private String name(IpAddress address, Optional<String> zone) {
        String number = address + zone.map(device -> "%" + device).orElse("");
        Optional<String> name = options.numeric ? Optional.empty() : HostNames.nameOf(context, address);
        return name.map(known -> known + " (" + number + ")").orElse(number);
    }

    /** The date of a clock time, in microseconds. */
    private long date(long time) {
        return (context.clock().date() - context.clock().now() + time) / 1000;
    }

    private static long sentAt(PingEvent.Reply reply) {
        ByteBuffer time = ByteBuffer.wrap(reply.data()).order(ByteOrder.LITTLE_ENDIAN);
        return time.getLong() * 1_000_000 + time.getLong();
    }
}
