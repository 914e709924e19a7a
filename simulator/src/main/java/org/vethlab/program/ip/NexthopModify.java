package org.vethlab.program.ip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.vethlab.addr.IpAddress;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;
import org.vethlab.net.route.NextHop;
import org.vethlab.net.route.NextHopObject;
import org.vethlab.net.route.NextHopObjects;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Numbers;
import org.vethlab.program.ip.IpOptions.Family;

/** {@code ip nexthop add}, {@code replace} and {@code delete} (ipnh_modify). */
final class NexthopModify {
    private final IpContext ip;
    private final RouteNames names;
    private Family family;
    private OptionalInt id = OptionalInt.empty();
    private Optional<Device> device = Optional.empty();
    private Optional<IpAddress> gateway = Optional.empty();
    private Optional<List<NextHopObject.Member>> group = Optional.empty();
    private int protocol;
    private boolean blackhole;
    private boolean onLink;

    NexthopModify(IpContext ip, RouteNames names) {
        this.ip = ip;
        this.names = names;
        this.family = ip.options().family();
    }

    int set(boolean replace, Arguments words) {
        parse(words);
        NextHopObjects objects = ip.net().ipv4().routing().nextHops();
        if (group.isPresent()) {
            if (family != Family.UNSPEC) {
                throw new NetException(Errno.EINVAL, "Invalid family for group");
            }
            objects.setGroup(replace, id.orElse(0), group.get(), protocol);
            return 0;
        }
        if (family == Family.INET6) {
            throw CommandException.notSimulated("ip -6 nexthop");
        }
        if (family == Family.UNSPEC) {
            throw new NetException(Errno.EINVAL, "Invalid address family");
        }
        if (!blackhole) {
            objects.set(replace, id.orElse(0), new NextHop(device, gateway, 1, onLink), protocol);
            return 0;
        }
        if (device.isPresent() || gateway.isPresent()) {
            throw new NetException(Errno.EINVAL, "Blackhole attribute can not be used with gateway, oif, encap or fdb");
        }
        objects.setBlackhole(replace, id.orElse(0), protocol);
        return 0;
    }

    int delete(Arguments words) {
        parse(words);
        if (id.isEmpty()) {
            throw new NetException(Errno.EINVAL, "Nexthop id is missing");
        }
        ip.net().ipv4().routing().nextHops().delete(id.getAsInt());
        return 0;
    }

    private void parse(Arguments words) {
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "id" -> id = OptionalInt.of(IpNexthop.id(words.next()));
                case "dev" -> {
                    device = Optional.of(IpNexthop.device(ip, words.next()));
                    noteIpv4();
                }
                case "via" -> parseGateway(words);
                case "blackhole" -> {
                    blackhole = true;
                    noteIpv4();
                }
                case "onlink" -> onLink = true;
                case "group" -> group = Optional.of(members(words.next()));
                case "type" -> parseType(words.next());
                case "encap", "fdb" -> throw CommandException.notSimulated("ip nexthop … " + word);
                case "help" -> throw IpNexthop.usage();
                default -> parseProtocol(word, words);
            }
        }
    }

    private void noteIpv4() {
        family = family == Family.UNSPEC ? Family.INET : family;
    }

    private void parseGateway(Arguments words) {
        String word = words.next();
        Optional<Family> named = IpRoute.family(word);
        String address = named.isPresent() ? words.next() : word;
        IpAddress parsed = InetPrefix.parseAddress(address, named.orElse(family));
        Family found = parsed.length() == 128 ? Family.INET6 : Family.INET;
        if (family != Family.UNSPEC && family != found) {
            throw CommandException.wrong(address, "address family mismatch\n");
        }
        family = found;
        gateway = Optional.of(parsed).filter(given -> !given.isUnspecified());
    }

    /** {@code ID[,WEIGHT]/…}. */
    private static List<NextHopObject.Member> members(String word) {
        List<NextHopObject.Member> members = new ArrayList<>();
        for (String part : word.split("/", -1)) {
            int comma = part.indexOf(',');
            OptionalLong member = Numbers.unsigned(comma < 0 ? part : part.substring(0, comma), 32);
            if (member.isEmpty()) {
                throw CommandException.wrong(part, "\"group\" value is invalid\n");
            }
            String weight = comma < 0 ? "1" : part.substring(comma + 1);
            members.add(new NextHopObject.Member((int) member.getAsLong(), weight(weight)));
        }
        return members;
    }

    private static int weight(String word) {
        long weight = Numbers.unsigned(word, 32).orElse(0);
        if (weight < 1 || weight > 256) {
            throw CommandException.wrong(word, "\"weight\" is invalid\n");
        }
        return (int) weight;
    }

    private static void parseType(String word) {
        if (word.equals("resilient")) {
            throw CommandException.notSimulated("ip nexthop … type resilient");
        }
        if (!word.equals("mpath")) {
            throw CommandException.wrong(word, "\"type\" value is invalid\n");
        }
    }

    private void parseProtocol(String word, Arguments words) {
        if (!Arguments.matches(word, "protocol")) {
            throw CommandException.wrong(word, "");
        }
        String value = words.next();
        protocol = names.protocolNumber(value)
                .orElseThrow(() -> CommandException.wrong(value, "\"protocol\" value is invalid\n"));
    }
}
