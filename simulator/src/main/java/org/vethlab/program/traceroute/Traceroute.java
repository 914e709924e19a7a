package org.vethlab.program.traceroute;

import java.util.ArrayList;
import java.util.List;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;
import org.vethlab.program.Ipv6Host;
import org.vethlab.program.Program;
import org.vethlab.program.UsageText;

/** {@code traceroute} 2.1.2, the modern one that Debian installs. */
public final class Traceroute implements Program {
    private static final String VERSION = "Modern traceroute for Linux, version 2.1.2\n"
            + "Copyright (c) 2016  Dmitry Butskoy,   License: GPL v2 or any later\n";

    /** Options that are understood, but do nothing here, would mislead. */
    private static final List<String> NOT_SIMULATED = List.of("A", "UL", "D", "P", "mtu", "g", "O");

    private final String name;

    public Traceroute() {
        this("traceroute");
    }

    private Traceroute(String name) {
        this.name = name;
    }

    /** A link to traceroute: the name says the address family. */
    public static Traceroute ofIpv6() {
        return new Traceroute("traceroute6");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String summary() {
        return "print the route packets trace to network host";
    }

    @Override
    public List<String> notSimulated() {
        return List.of("traceroute -6 -T");
    }

    @Override
    public int run(Context context) {
        try {
            TracerouteOptions options = new TracerouteOptions(words(context));
            if (options.isEmpty() || options.has("help")) {
                context.err().print(UsageText.of("traceroute"));
                return 0;
            }
            if (options.has("V")) {
                context.err().print(VERSION);
                return 0;
            }
            checkSimulated(options);
            Tracing tracing = new Tracing(context, TraceSettings.of(context, options));
            try (ProbeMethod method = method(tracing, options)) {
                method.open();
                new Trace(tracing, method).run();
            }
            return 0;
        } catch (ProbeException e) {
            context.err().print("\n" + e.text() + "\n");
            return 1;
        } catch (CommandException e) {
            return context.fail(e.status(), e.text());
        }
    }

    private List<String> words(Context context) {
        List<String> words = new ArrayList<>(context.arguments());
        if (name.endsWith("6") && !words.isEmpty()) {
            words.add(0, "-6");
        }
        return words;
    }

    private static void checkSimulated(TracerouteOptions options) {
        for (String option : NOT_SIMULATED) {
            if (options.has(option) || options.text(option).isPresent()) {
                throw CommandException.notSimulated("traceroute " + (option.length() > 2 ? "--" : "-") + option);
            }
        }
        if (options.text("M")
                .filter(name -> !List.of("default", "udp", "icmp", "tcp").contains(name))
                .isPresent()) {
            throw CommandException.notSimulated(
                    "traceroute -M " + options.text("M").orElse(""));
        }
    }

    private static ProbeMethod method(Tracing tracing, TracerouteOptions options) {
        String module = options.text("M").orElse("");
        if (tracing.settings().destination6().isPresent()) {
            return method(tracing, tracing.settings().destination6().get(), options, module);
        }
        if (options.has("I") || module.equals("icmp")) {
            return new IcmpMethod(tracing);
        }
        if (options.has("T") || module.equals("tcp")) {
            return new TcpMethod(tracing);
        }
        return new UdpMethod(tracing, options.has("U") || module.equals("udp"));
    }

    private static ProbeMethod method(Tracing tracing, Ipv6Host destination, TracerouteOptions options, String module) {
        if (options.has("I") || module.equals("icmp")) {
            return new Icmp6Method(tracing, destination);
        }
        if (options.has("T") || module.equals("tcp")) {
            throw CommandException.notSimulated("traceroute -6 -T");
        }
        return new Udp6Method(tracing, destination, options.has("U") || module.equals("udp"));
    }
}
