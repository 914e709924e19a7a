package org.vethlab.program.ip;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Prefix;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.route.NextHop;
import org.vethlab.net.route.Routing.Mode;
import org.vethlab.net.route.Scope;
import org.vethlab.net.route6.Preference;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Numbers;
import org.vethlab.program.ip.IpOptions.Family;

/** {@code ip route add}, {@code change}, {@code replace}, {@code append}, {@code prepend}, {@code test}, {@code del}. */
final class IpRouteModify {
    private final IpContext ip;
    private final RouteNames names;
    private final RouteMetricsParser metrics = new RouteMetricsParser();
    private final RouteRequest request;

    IpRouteModify(IpContext ip, RouteNames names) {
        this.ip = ip;
        this.names = names;
        this.request = new RouteRequest(ip.options().family());
    }

    int add(Mode mode, Arguments words) {
        parse(words);
        if (request.family == Family.INET6) {
            ip.net().ipv6().routing().add(mode, request.toIpv6Route(now()));
        } else {
            ip.net().ipv4().routing().add(mode, request.toRoute());
        }
        return 0;
    }

    int delete(Arguments words) {
        parse(words);
        if (request.family == Family.INET6) {
            ip.net().ipv6().routing().delete(request.toIpv6Match());
        } else {
            ip.net().ipv4().routing().delete(request.toMatch());
        }
        return 0;
    }

    private long now() {
        return ip.net().world().clock().now();
    }

    private void parse(Arguments words) {
        while (words.hasNext()) {
            String word = words.next();
            if (word.equals("nexthop")) {
                words.back();
                break;
            }
            if (!parseNode(word, words) && !parseRest(word, words)) {
                parseDestination(word, words);
            }
        }
        if (request.destination.isEmpty()) {
            throw IpRoute.usage();
        }
        request.device = request.deviceName.map(ip::device);
        request.metrics = metrics.result();
        while (words.hasNext()) {
            parseNextHop(words);
        }
        if (request.family == Family.INET6) {
            checkIpv6();
        } else {
            checkPrefix(request.destination.get());
        }
    }

    /** rtm_to_fib6_config's checks. */
    private void checkIpv6() {
        if (request.nextHopId != 0) {
            throw CommandException.notSimulated("ip -6 route … nhid");
        }
        if (request.tos != 0) {
            throw new NetException(Errno.EINVAL, "Invalid dsfield (tos): option not available for IPv6");
        }
        if (request.gatewaySaid && request.gateway.isEmpty()) {
            throw new NetException(Errno.EINVAL, "Invalid gateway address");
        }
    }

    /** rtm_to_fib_config's checks of what a value cannot even hold. */
    private void checkPrefix(InetPrefix prefix) {
        if ((request.tos & 3) != 0) {
            throw new NetException(Errno.EINVAL, "Invalid dsfield (tos): ECN bits must be 0");
        }
        if ((prefix.ipv4().bits() & ~Ipv4Prefix.mask(prefix.length())) != 0) {
            throw new NetException(Errno.EINVAL, "Invalid prefix for given prefix length");
        }
    }

    private boolean parseNode(String word, Arguments words) {
        if (word.equals("src")) {
            request.source = address(words.next());
        } else if (word.equals("via")) {
            if (request.gatewaySaid) {
                throw CommandException.wrong(word, "use nexthop syntax to specify multiple via\n");
            }
            request.gateway = gateway(words);
            request.gatewaySaid = true;
        } else if (word.equals("from")) {
            prefix(words.next());
        } else if (word.equals("tos") || Arguments.matches(word, "dsfield")) {
            request.tos = require(words, names::serviceNumber, "\"tos\" value is invalid\n");
        } else if (word.equals("expires")) {
            request.expires = OptionalLong.of(require(words, IpRouteModify::number, "\"expires\" value is invalid\n"));
        } else if (RouteFilterParser.isMetric(word)) {
            request.metric = OptionalLong.of(require(words, IpRouteModify::number, "\"metric\" value is invalid\n"));
        } else if (word.equals("scope")) {
            request.scope = Optional.of(require(words, names::scopeNumber, "invalid \"scope\" value\n"));
        } else {
            return metrics.parse(word, words);
        }
        return true;
    }

    private boolean parseRest(String word, Arguments words) {
        if (Arguments.matches(word, "realms")) {
            request.realms = realms(words.next());
        } else if (word.equals("onlink")) {
            request.onLink = true;
        } else if (word.equals("nhid")) {
            request.nextHopId = require(words, IpRouteModify::number, "\"id\" value is invalid\n")
                    .intValue();
        } else if (Arguments.matches(word, "protocol")) {
            request.protocol = OptionalInt.of(require(words, names::protocolNumber, "\"protocol\" value is invalid\n"));
        } else if (Arguments.matches(word, "table")) {
            request.table = OptionalInt.of(require(words, names::tableNumber, "\"table\" value is invalid\n"));
        } else if (Arguments.matches(word, "vrf")) {
            request.table = OptionalInt.of(VrfNames.tableOfRoute(ip, words.next()));
        } else if (word.equals("dev") || word.equals("oif")) {
            request.deviceName = Optional.of(words.next());
        } else if (Arguments.matches(word, "pref")) {
            request.preference = require(words, IpRouteModify::preference, "\"pref\" value is invalid\n");
        } else if (Arguments.matches(word, "ttl-propagate")) {
            String value = words.next();
            if (!value.equals("enabled") && !value.equals("disabled")) {
                throw CommandException.wrong(value, "\"ttl-propagate\" value is invalid\n");
            }
        } else if (word.equals("encap")) {
            throw CommandException.notSimulated("ip route … encap");
        } else {
            return false;
        }
        return true;
    }

    /** A router's preference (RFC 4191): IPv6 alone knows it. */
    private static Optional<Preference> preference(String word) {
        return switch (word) {
            case "low" -> Optional.of(Preference.LOW);
            case "medium" -> Optional.of(Preference.MEDIUM);
            case "high" -> Optional.of(Preference.HIGH);
            default -> number(word).filter(value -> value <= 255).map(value -> Preference.of(value.intValue()));
        };
    }

    private int realms(String word) {
        return names.realms(word).orElseThrow(() -> CommandException.wrong(word, "\"realm\" value is invalid\n"));
    }

    private static Optional<Long> number(String word) {
        OptionalLong number = Numbers.unsigned(word, 32);
        return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }

    private static <T> T require(Arguments words, Function<String, Optional<T>> reader, String complaint) {
        String word = words.next();
        return reader.apply(word).orElseThrow(() -> CommandException.wrong(word, complaint));
    }

    private Optional<IpAddress> address(String word) {
        IpAddress address = InetPrefix.parseAddress(word, request.family);
        noteFamily(address.length() == 128 ? Family.INET6 : Family.INET);
        return Optional.of(address);
    }

    private InetPrefix prefix(String word) {
        InetPrefix prefix = InetPrefix.parse(word, request.family);
        noteFamily(prefix.family());
        return prefix;
    }

    private void noteFamily(Family family) {
        request.family = request.family == Family.UNSPEC ? family : request.family;
    }

    private Optional<IpAddress> gateway(Arguments words) {
        String word = words.next();
        Optional<Family> family = IpRoute.family(word);
        Optional<IpAddress> gateway =
                family.isPresent() ? Optional.of(InetPrefix.parseAddress(words.next(), family.get())) : address(word);
        return gateway.filter(address -> !address.isUnspecified());
    }

    private void parseDestination(String first, Arguments words) {
        String word = first.equals("to") ? words.next() : first;
        boolean digit = !word.isEmpty() && Character.isDigit(word.charAt(0));
        if (!digit && names.typeNumber(word).isPresent()) {
            request.type = names.typeNumber(word);
            word = words.next();
        }
        if (Arguments.matches(word, "help")) {
            throw IpRoute.usage();
        }
        if (request.destination.isPresent()) {
            throw CommandException.duplicateOrGarbage("to", word);
        }
        request.destination = Optional.of(prefix(word));
    }

    private void parseNextHop(Arguments words) {
        String keyword = words.next();
        if (!keyword.equals("nexthop")) {
            throw new CommandException(
                    CommandException.USAGE,
                    "Error: \"nexthop\" or end of line is expected instead of \"" + keyword + "\"");
        }
        if (!words.hasNext()) {
            throw new CommandException(CommandException.USAGE, "Error: unexpected end of line after \"nexthop\"");
        }
        NextHopWords hop = new NextHopWords();
        while (words.hasNext()) {
            if (!hop.parse(words.next(), words)) {
                words.back();
                break;
            }
        }
        request.nextHops.add(hop.toNextHop());
    }

    /** The words behind one {@code nexthop}. */
    private final class NextHopWords {
        private Optional<IpAddress> via = Optional.empty();
        private Optional<String> device = Optional.empty();
        private int weight = 1;
        private int realm;
        private boolean direct;

        boolean parse(String word, Arguments words) {
            if (word.equals("via")) {
                via = gateway(words);
            } else if (word.equals("dev")) {
                device = Optional.of(known(words.next()));
            } else if (word.equals("weight")) {
                weight = require(words, IpRouteModify::number, "\"weight\" is invalid\n")
                        .intValue();
                if (weight < 1 || weight > 256) {
                    throw CommandException.wrong(Integer.toString(weight), "\"weight\" is invalid\n");
                }
            } else if (word.equals("onlink")) {
                direct = true;
            } else if (Arguments.matches(word, "realms")) {
                realm = realms(words.next());
            } else {
                return false;
            }
            return true;
        }

        private String known(String name) {
            try {
                return ip.device(name).name();
            } catch (CommandException e) {
                throw new CommandException(CommandException.USAGE, e.text() + "\nError: cannot parse nexthop");
            }
        }

        NextHop toNextHop() {
            return new NextHop(device.map(ip::device), via, weight, direct, realm, Scope.GLOBAL, false, false);
        }
    }
}
