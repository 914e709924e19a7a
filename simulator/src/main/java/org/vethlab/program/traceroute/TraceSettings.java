package org.vethlab.program.traceroute;

import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.link.Device;
import org.vethlab.program.Context;
import org.vethlab.program.HostNames;

/**
 * What to trace, and how.
 *
 * @param packetLength of the whole IP packet; -1 for the method's own
 * @param maximumWait seconds to wait for a probe at most
 * @param hereFactor how many times longer than an answer from the same hop
 * @param nearFactor how many times longer than an answer from a later hop
 * @param sendWait nanoseconds between probes
 */
record TraceSettings(
        String host,
        Ipv4Address destination,
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
        Optional<String> deviceName) {
    private static final int MAXIMUM_HOPS = 255;
    private static final int MAXIMUM_PROBES = 10;
    private static final int MAXIMUM_LENGTH = 65000;

    static TraceSettings of(Context context, TracerouteOptions options) {
        String host = options.host();
        int length = options.packetLength();
        if (length > MAXIMUM_LENGTH) {
            throw TracerouteOptions.fail("too big packetlen " + length + " specified");
        }
        Ipv4Address destination = HostNames.resolve(context, host)
                .orElseThrow(() -> TracerouteOptions.fail(host + ": Temporary failure in name resolution\nCannot handle"
                        + " \"host\" cmdline arg `" + host + "' on position 1 (argc " + options.hostPosition() + ")"));
        int firstHop = options.number("f", 1);
        int maximumHops = options.number("m", 30);
        int probes = options.number("q", 3);
        if (firstHop < 1 || firstHop > maximumHops) {
            throw TracerouteOptions.fail("first hop out of range");
        }
        if (maximumHops > MAXIMUM_HOPS) {
            throw TracerouteOptions.fail("max hops cannot be more than 255");
        }
        if (probes < 1 || probes > MAXIMUM_PROBES) {
            throw TracerouteOptions.fail("no more than 10 probes per hop");
        }
        double[] waits = waits(options);
        int sourcePort = options.number("sport", 0);
        return new TraceSettings(
                host,
                destination,
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
                options.text("s").map(text -> source(context, options, text)),
                options.text("i"));
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

    /** SO_BINDTODEVICE. @throws ProbeException when there is no such device */
    Optional<Device> device(Context context) {
        return deviceName.map(name -> context.net()
                .devices()
                .byName(name)
                .orElseThrow(() -> new ProbeException("setsockopt SO_BINDTODEVICE", org.vethlab.net.Errno.ENODEV)));
    }
}
