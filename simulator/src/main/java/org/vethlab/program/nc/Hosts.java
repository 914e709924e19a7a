package org.vethlab.program.nc;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.socket.Endpoint;
import org.vethlab.program.AddressLookup;
import org.vethlab.program.AddressLookup.Family;
import org.vethlab.program.AddressLookup.Found;
import org.vethlab.program.AddressLookup.LookupException;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;
import org.vethlab.program.Services;

/** Names and numbers of hosts and ports, as nc asks the C library for them. */
final class Hosts {
    private static final String NO_SERVICE = "Servname not supported for ai_socktype";
    private static final int LAST_PORT = 65535;

    private final AddressLookup lookup;
    private final Services services;
    private final NcOptions options;

    Hosts(Context context, NcOptions options) {
        this.lookup = new AddressLookup(context);
        this.services = new Services(context.files());
        this.options = options;
    }

    /** The addresses of a host to connect to. */
    List<Found> remote(String host, int port) {
        try {
            return lookup.find(host, options.family(), options.has("n"));
        } catch (LookupException e) {
            throw new CommandException(1, "nc: getaddrinfo for host \"" + host + "\" port " + port + ": " + e.why());
        }
    }

    /** An own address: AI_PASSIVE, so that none stands for all. */
    Found own(Optional<String> host, Family family) {
        if (host.isEmpty()) {
            return new Found(family == Family.IPV6 ? Ipv6Address.ANY : Ipv4Address.ANY, Optional.empty());
        }
        try {
            return lookup.find(host.get(), family, options.has("n")).get(0);
        } catch (LookupException e) {
            throw new CommandException(1, "nc: getaddrinfo: " + e.why());
        }
    }

    /** Surprising: a number of more than 16 bits is cut, not refused. */
    int ownPort(String word) {
        if (word.matches("[0-9]{1,9}")) {
            return Integer.parseInt(word) & LAST_PORT;
        }
        OptionalInt named = services.port(word, options.protocol());
        return named.orElseThrow(() -> new CommandException(1, "nc: getaddrinfo: " + NO_SERVICE));
    }

    /** The port that a word names on the far side. */
    int remotePort(String word) {
        Optional<String> complaint = NcOptions.complaint(word, 1, LAST_PORT);
        if (complaint.isEmpty()) {
            return Integer.parseInt(word);
        }
        OptionalInt named = services.port(word, options.protocol());
        return named.orElseThrow(() -> new CommandException(1, "nc: port number " + complaint.get() + ": " + word));
    }

    /** What a port is called in the line that tells of success. */
    String service(int port) {
        return options.has("n") ? "*" : services.name(port, options.protocol()).orElse("*");
    }

    /**
     * A line about an end. Surprising: an IPv4 address without a name costs the line, for want of a name server, whereas
     * IPv6 addresses without one are printed as numbers.
     */
    String describe(String what, Endpoint end) {
        Optional<String> name = options.has("n") ? Optional.of(end.address().toString()) : lookup.name(end.address());
        if (name.isEmpty() && end.address() instanceof Ipv4Address) {
            return "nc: getnameinfo: " + AddressLookup.NO_ANSWER;
        }
        return what + " " + name.orElse(end.address().toString()) + " " + end.port();
    }
}
