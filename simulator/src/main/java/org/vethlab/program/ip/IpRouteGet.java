package org.vethlab.program.ip;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;
import org.vethlab.net.route.FlowKey;
import org.vethlab.net.route.Route;
import org.vethlab.net.route.RouteResult;
import org.vethlab.net.route6.Ipv6FlowKey;
import org.vethlab.net.route6.Ipv6RouteResult;
import org.vethlab.net.route6.Ipv6Routing;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Numbers;
import org.vethlab.program.ip.IpOptions.Family;

/** {@code ip route get}: asks the kernel which way a packet would take. */
final class IpRouteGet {
    private final IpContext ip;
    private final RouteNames names;
    private Optional<InetPrefix> destination = Optional.empty();
    private Optional<Ipv4Address> source = Optional.empty();
    private Optional<Ipv6Address> source6 = Optional.empty();
    private Optional<String> input = Optional.empty();
    private Optional<String> output = Optional.empty();
    private Family family;
    private int tos;
    private long mark;
    private int user;
    private int protocol;
    private int sourcePort;
    private int destinationPort;
    private boolean fibMatch;
    private boolean connected;

    IpRouteGet(IpContext ip, RouteNames names) {
        this.ip = ip;
        this.names = names;
        this.family = ip.options().family();
    }

    int get(Arguments words) {
        while (words.hasNext()) {
            String word = words.next();
            if (!parsePacket(word, words) && !parseTransport(word, words)) {
                parseDestination(word, words);
            }
        }
        if (destination.isEmpty()) {
            return ip.fail(1, "need at least a destination address");
        }
        Optional<Device> in = input.map(ip::device);
        Optional<Device> out = output.map(ip::device);
        if (family == Family.INET6) {
            return answer6(in, out);
        }
        FlowKey flow = new FlowKey(
                destination.get().ipv4(),
                source,
                in,
                out,
                tos,
                (int) mark,
                protocol,
                sourcePort,
                destinationPort,
                user);
        return answer(flow);
    }

    private int answer(FlowKey flow) {
        RouteResult result = ask(flow);
        ip.printer().beginList();
        print(flow, result);
        // This was to ask again with the source that the first answer names; it repeats the question.
        if (connected && source.isEmpty()) {
            print(flow, ask(flow));
        }
        ip.printer().endList();
        return 0;
    }

    private int answer6(Optional<Device> in, Optional<Device> out) {
        Ipv6Address to = destination.map(InetPrefix::ipv6).orElse(Ipv6Address.ANY);
        Ipv6FlowKey flow = new Ipv6FlowKey(
                to, source6, in, out, false, tos, (int) mark, protocol, sourcePort, destinationPort, user);
        Ipv6Routing routing = ip.net().ipv6().routing();
        Ipv6RouteResult result = routing.lookup(flow);
        if (result.isError()) {
            throw new NetException(result.error().get());
        }
        Ipv6RouteMessages messages =
                new Ipv6RouteMessages(ip.net().world().clock().now());
        Optional<Ipv6Address> chosen =
                in.isPresent() ? Optional.empty() : ip.net().ipv6().sources().select(result, to);
        ip.printer().beginList();
        new RoutePrinter(ip, names, RouteFilter.none())
                .print(fibMatch ? messages.of(result.route().orElseThrow()) : messages.of(flow, result, chosen));
        ip.printer().endList();
        return 0;
    }

    private RouteResult ask(FlowKey flow) {
        RouteResult result = ip.net().ipv4().routing().lookup(flow);
        if (result.isError()) {
            throw new NetException(result.error().get());
        }
        return result;
    }

    private void print(FlowKey flow, RouteResult result) {
        RoutePrinter printer = new RoutePrinter(ip, names, RouteFilter.none());
        if (fibMatch) {
            printer.print(RouteMessage.of(match(flow, result)));
            return;
        }
        printer.print(RouteMessage.of(flow, result));
    }

    /** Surprising: also the route that a packet to many did not go by is the match. */
    private Route match(FlowKey flow, RouteResult result) {
        return result.route()
                .map(route -> route.withTable(result.table()))
                .or(() -> ip.net().ipv4().routing().match(flow))
                .map(route -> route.withType(result.type()))
                .orElseThrow(() -> new NetException(Errno.EHOSTUNREACH));
    }

    private boolean parsePacket(String word, Arguments words) {
        if (word.equals("tos") || Arguments.matches(word, "dsfield")) {
            String value = words.next();
            tos = names.serviceNumber(value).orElseThrow(() -> CommandException.wrong(value, "TOS value is invalid\n"));
        } else if (Arguments.matches(word, "from")) {
            parseSource(words);
        } else if (Arguments.matches(word, "iif")) {
            input = Optional.of(words.next());
        } else if (Arguments.matches(word, "mark")) {
            mark = number(words, 32, "invalid mark value");
        } else if (Arguments.matches(word, "oif") || word.equals("dev")) {
            output = Optional.of(words.next());
        } else if (Arguments.matches(word, "notify")) {
            return true;
        } else if (Arguments.matches(word, "connected")) {
            connected = true;
        } else if (Arguments.matches(word, "vrf")) {
            output = Optional.of(VrfNames.ofRoute(ip, words.next()).name());
        } else {
            return false;
        }
        return true;
    }

    private boolean parseTransport(String word, Arguments words) {
        if (Arguments.matches(word, "uid")) {
            user = (int) number(words, 32, "invalid UID\n");
        } else if (Arguments.matches(word, "fibmatch")) {
            fibMatch = true;
        } else if (Arguments.matches(word, "sport")) {
            sourcePort = (int) number(words, 16, "invalid sport\n");
        } else if (Arguments.matches(word, "dport")) {
            destinationPort = (int) number(words, 16, "invalid dport\n");
        } else if (Arguments.matches(word, "ipproto")) {
            String value = words.next();
            OptionalInt number = IpProtocols.number(ip.files(), value);
            protocol = number.orElseThrow(() -> CommandException.wrong(value, "Invalid \"ipproto\" value\n"));
        } else {
            return false;
        }
        return true;
    }

    private static long number(Arguments words, int bits, String complaint) {
        String word = words.next();
        OptionalLong number = Numbers.unsigned(word, bits);
        return number.orElseThrow(() -> CommandException.wrong(word, complaint));
    }

    private void parseSource(Arguments words) {
        String word = words.next();
        if (Arguments.matches(word, "help")) {
            throw IpRoute.usage();
        }
        InetPrefix prefix = prefix(word);
        source = prefix.address().filter(Ipv4Address.class::isInstance).map(Ipv4Address.class::cast);
        source6 = prefix.address().filter(Ipv6Address.class::isInstance).map(Ipv6Address.class::cast);
    }

    private InetPrefix prefix(String word) {
        InetPrefix prefix = InetPrefix.parse(word, family);
        family = family == Family.UNSPEC ? prefix.family() : family;
        return prefix;
    }

    private void parseDestination(String word, Arguments words) {
        String address = word.equals("to") ? words.next() : word;
        if (Arguments.matches(address, "help")) {
            throw IpRoute.usage();
        }
        InetPrefix prefix = prefix(address);
        int whole = family == Family.INET6 ? 128 : 32;
        if (family != Family.UNSPEC && prefix.length() != whole) {
            String only = "only /" + whole + " (or none) is supported.";
            ip.fail(0, "Warning: /" + prefix.length() + " as prefix is invalid, " + only);
        }
        destination = Optional.of(prefix);
    }
}
