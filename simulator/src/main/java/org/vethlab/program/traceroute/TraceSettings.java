package org.vethlab.program.traceroute;

import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.link.Device;
import org.vethlab.program.Context;
import org.vethlab.program.HostNames;
import org.vethlab.program.Ipv6Host;

/**
 * What to trace, and how.
 *
 * @param destination6 the IPv6 destination, if it is one: then {@code destination} says nothing
 * @param packetLength of the whole IP packet; -1 for the method's own
 * @param maximumWait seconds to wait for a probe at most
 * @param hereFactor how many times longer than an answer from the same hop
 * @param nearFactor how many times longer than an answer from a later hop
 * @param sendWait nanoseconds between probes
 */
record TraceSettings(
        String host,
        Ipv4Address destination,
        Optional<Ipv6Host> destination6,
        int packetLength,
        int firstHop,
        int maximumHops,
        int probesPerHop,
        int simultaneous,
        double maximumWait,
        double hereFactor,
        double nearFactor,
        long sendWait,
        int port,
        int tos,
        int mark,
        int sourcePort,
        boolean dontFragment,
        boolean numeric,
        Optional<Ipv4Address> source,
        Optional<Ipv6Address> source6,
        Optional<String> deviceName) {
    private static final int MAXIMUM_HOPS = 255;
    private static final int MAXIMUM_PROBES = 10;
    private static final int MAXIMUM_LENGTH = 65000;

    static TraceSettings of(Context context, TracerouteOptions options) {
        // Options are looked at as they come, the words behind them last.
        int firstHop = options.number("f", 1);
        int maximumHops = options.number("m", 30);
        int probes = options.number("q", 3);
        double[] waits = waits(options);
        String host = options.host();
        int length = options.packetLength();
        if (length > MAXIMUM_LENGTH) {
            throw TracerouteOptions.fail("too big packetlen " + length + " specified");
        }
        Optional<Ipv6Host> destination6 = options.has("4") ? Optional.empty() : Ipv6Host.parse(context, host);
        Ipv4Address destination = destination6.isPresent() ? Ipv4Address.ANY : resolve(context, options, host);
        check(firstHop, maximumHops, probes);
        int sourcePort = options.number("sport", 0);
        return new TraceSettings(
                host,
                destination,
                destination6,
                length,
                firstHop,
                maximumHops,
                probes,
                sourcePort > 0 ? 1 : Math.max(1, options.number("N", 16)),
                waits[0],
                waits[1],
                waits[2],
                sendWait(options),
                options.number("p", 0),
                options.number("t", 0),
                options.number("fwmark", 0),
                sourcePort,
                options.has("F"),
                options.has("n"),
                destination6.isPresent()
                        ? Optional.empty()
                        : options.text("s").map(text -> source(context, options, text)),
                destination6.isEmpty()
                        ? Optional.empty()
                        : options.text("s").map(text -> source6(context, options, text)),
                options.text("i"));
    }

    private static void check(int firstHop, int maximumHops, int probes) {
        if (firstHop < 1 || firstHop > maximumHops) {
            throw TracerouteOptions.fail("first hop out of range");
        }
        if (maximumHops > MAXIMUM_HOPS) {
            throw TracerouteOptions.fail("max hops cannot be more than 255");
        }
        if (probes < 1 || probes > MAXIMUM_PROBES) {
            throw TracerouteOptions.fail("no more than 10 probes per hop");
        }
    }

    /** A host without an address of the wanted family is refused as one without any. */
    private static Ipv4Address resolve(Context context, TracerouteOptions options, String host) {
        Optional<Ipv4Address> found = options.has("6") ? Optional.empty() : HostNames.resolve(context, host);
        boolean number = HostNames.number(host).isPresent()
                || Ipv6Host.parse(context, host).isPresent();
        String why = number ? "Address family for hostname not supported" : HostNames.whyUnknown(host);
        return found.orElseThrow(() -> TracerouteOptions.fail(host + ": " + why + "\nCannot handle"
                + " \"host\" cmdline arg `" + host + "' on position 1 (argc " + options.hostPosition() + ")"));
    }

    /** As the heading prints it. */
    String address() {
        return destination6.map(Object::toString).orElse(destination.toString());
    }

    private static double[] waits(TracerouteOptions options) {
        double[] waits = {5.0, 3.0, 10.0};
        String[] given = options.text("w").orElse("").split(",", -1);
        for (int i = 0; i < given.length && i < waits.length && !given[0].isEmpty(); i++) {
            if (!given[i].matches("[0-9]+(\\.[0-9]*)?|\\.[0-9]+")) {
                throw options.unhandled("w");
            }
            waits[i] = Double.parseDouble(given[i]);
        }
        return waits;
    }

    /** Above 10 it counts milliseconds, else seconds. */
    private static long sendWait(TracerouteOptions options) {
        String text = options.text("z").orElse("0");
        if (!text.matches("[0-9]+(\\.[0-9]*)?|\\.[0-9]+")) {
            throw options.unhandled("z");
        }
        double wait = Double.parseDouble(text);
        return (long) (wait > 10 ? wait * 1e6 : wait * 1e9);
    }

    private static Ipv4Address source(Context context, TracerouteOptions options, String text) {
        return HostNames.resolve(context, text).orElseThrow(() -> options.unhandled("s"));
    }

    private static Ipv6Address source6(Context context, TracerouteOptions options, String text) {
        return Ipv6Host.parse(context, text).map(Ipv6Host::address).orElseThrow(() -> options.unhandled("s"));
    }

    /** SO_BINDTODEVICE. @throws ProbeException when there is no such device */
    Optional<Device> device(Context context) {
        return deviceName.map(name -> context.net()
                .devices()
                .byName(name)
                .orElseThrow(() -> new ProbeException("setsockopt SO_BINDTODEVICE", org.vethlab.net.Errno.ENODEV)));
    }
}
