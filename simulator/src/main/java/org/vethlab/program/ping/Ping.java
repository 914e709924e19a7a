package org.vethlab.program.ping;

import java.util.List;
import java.util.Optional;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;
import org.vethlab.program.Ipv6Host;
import org.vethlab.program.Program;
import org.vethlab.program.StandardOutput;

/** The {@code ping} of iputils 20221126. */
public final class Ping implements Program {
    private final String name;
    private final PingOptions.Family family;

    private Ping(String name, PingOptions.Family family) {
        this.name = name;
        this.family = family;
    }

    public static Ping ping() {
        return new Ping("ping", PingOptions.Family.ANY);
    }

    /** A link to ping: the name says the address family. */
    public static Ping ping4() {
        return new Ping("ping4", PingOptions.Family.INET);
    }

    public static Ping ping6() {
        return new Ping("ping6", PingOptions.Family.INET6);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String path() {
        return "/usr/bin/" + name;
    }

    @Override
    public String summary() {
        return "send ICMP ECHO_REQUEST to network hosts";
    }

    @Override
    public List<String> notSimulated() {
        return List.of("ping -T", "ping -N");
    }

    @Override
    public int run(Context context) {
        StandardOutput out = new StandardOutput(context.out());
        try {
            PingOptions options = new PingOptionParser(context.err(), family).parse(context.arguments());
            options.program = name;
            if (options.version) {
                out.println("ping from iputils 20221126");
                out.println("libcap: yes, IDN: yes, NLS: no, error.h: yes, getrandom(): yes, __fpending(): yes");
                return 0;
            }
            return ping(context, options, out);
        } catch (CommandException e) {
            out.flush();
            return context.fail(e.status(), e.text().replaceFirst("^ping: ", name + ": "));
        } finally {
            out.flush();
        }
    }

    private static int ping(Context context, PingOptions options, StandardOutput out) {
        if (options.operands == 0) {
            throw new CommandException(1, "ping: usage error: Destination address required");
        }
        printPattern(options, out);
        printSockets(context, options);
        Optional<Ipv6Host> host = Ipv6Host.parse(context, options.target);
        if (host.isEmpty()) {
            return run(context, options, out, Ping4.open(context, options, out));
        }
        if (options.verbose) {
            out.println("ai->ai_family: AF_INET6, ai->ai_canonname: '" + options.target + "'");
        }
        if (options.family == PingOptions.Family.INET) {
            throw fail(options.target + ": Address family for hostname not supported");
        }
        return run(context, options, out, Ping6.open(context, options, host.get()));
    }

    private static int run(Context context, PingOptions options, StandardOutput out, PingTarget target) {
        try {
            out.println(target.heading());
            return new PingSession(context, options, target, out).run();
        } finally {
            target.socket().close();
        }
    }

    private static void printPattern(PingOptions options, StandardOutput out) {
        if (options.pattern.length > 0 && !options.quiet) {
            StringBuilder text = new StringBuilder("PATTERN: 0x");
            for (byte one : options.pattern) {
                text.append(String.format("%02x", one));
            }
            out.println(text.toString());
        }
    }

    private static void printSockets(Context context, PingOptions options) {
        if (!options.verbose) {
            return;
        }
        String raw = "socktype: SOCK_RAW";
        String none = "-1 (socktype: 0)";
        String first = options.family == PingOptions.Family.INET6 ? none : "3 (" + raw + ")";
        String second = switch (options.family) {
            case INET -> none;
            case INET6 -> "3 (" + raw + ")";
            case ANY -> "4 (" + raw + ")";
        };
        String family = options.family == PingOptions.Family.ANY ? "AF_UNSPEC" : "AF_" + options.family;
        context.err()
                .println(options.program + ": sock4.fd: " + first + ", sock6.fd: " + second + ", hints.ai_family: "
                        + family + "\n");
    }

    static CommandException fail(String message) {
        return new CommandException(2, "ping: " + message);
    }
}
