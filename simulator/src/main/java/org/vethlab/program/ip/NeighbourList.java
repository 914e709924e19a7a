package org.vethlab.program.ip;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.addr.Ipv6Prefix;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;
import org.vethlab.net.neigh.Neighbour;
import org.vethlab.net.neigh.NeighbourFlag;
import org.vethlab.net.neigh.Neighbours;
import org.vethlab.net.neigh.NudState;
import org.vethlab.net.neigh.Proxy;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.ip.IpOptions.Family;

/** {@code ip neighbour show} and {@code flush}: entries that fit what the words say (do_show_or_flush). */
final class NeighbourList {
    private static final int MOST_ROUNDS = 10;

    private final IpContext ip;
    private Family family;
    private Optional<InetPrefix> prefix = Optional.empty();
    private Optional<Device> device = Optional.empty();
    private Optional<Device> master = Optional.empty();
    private OptionalInt protocol = OptionalInt.empty();
    private Set<NudState> states = EnumSet.allOf(NudState.class);
    private boolean statesGiven;
    private boolean unusedOnly;
    private boolean withoutMaster;
    private boolean proxies;

    NeighbourList(IpContext ip) {
        this.ip = ip;
        this.family = ip.options().family();
    }

    int show(Arguments words) {
        states = EnumSet.complementOf(EnumSet.of(NudState.NOARP, NudState.NONE));
        parse(words, false);
        NeighbourPrinter printer = new NeighbourPrinter(ip, device);
        ip.printer().beginList();
        if (proxies) {
            selectedProxies().forEach(printer::print);
        } else {
            selected().forEach(printer::print);
        }
        ip.printer().endList();
        return 0;
    }

    /** Deletes what {@code show} would list but PERMANENT and NOARP ones, in rounds until nothing is left. */
    int flush(Arguments words) {
        if (!words.hasNext()) {
            throw new CommandException(1, "Flush requires arguments.");
        }
        states = EnumSet.complementOf(EnumSet.of(NudState.NOARP, NudState.PERMANENT));
        parse(words, true);
        boolean tell = ip.options().statistics() > 0;
        for (int round = 1; round <= MOST_ROUNDS; round++) {
            List<Neighbour> goners = selected();
            if (goners.isEmpty()) {
                ip.print(tell ? summary(round - 1) : "");
                return 0;
            }
            if (ip.options().statistics() > 1) {
                goners.forEach(new NeighbourPrinter(ip, device)::print);
            }
            goners.forEach(this::delete);
            ip.print(tell ? "\n*** Round " + round + ", deleting " + goners.size() + " entries ***\n" : "");
        }
        ip.print("*** Flush not complete bailing out after " + MOST_ROUNDS + " rounds\n");
        return 1;
    }

    private static String summary(int rounds) {
        return rounds == 0
                ? "Nothing to flush.\n"
                : "*** Flush is complete after " + rounds + " round" + (rounds > 1 ? "s" : "") + " ***\n";
    }

    private void delete(Neighbour neighbour) {
        try {
            ip.net().neighbours().delete(neighbour.device(), neighbour.address());
        } catch (NetException gone) {
            // What another entry's end took along is gone too.
        }
    }

    private void parse(Arguments words, boolean flush) {
        Optional<String> deviceName = Optional.empty();
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "dev" -> {
                    String name = words.next();
                    if (deviceName.isPresent()) {
                        throw CommandException.duplicate("dev", name);
                    }
                    deviceName = Optional.of(name);
                }
                case "master" -> master = Optional.of(master(words.next()));
                case "vrf" -> master = Optional.of(VrfNames.ofLink(ip, words.next()));
                case "nomaster" -> withoutMaster = true;
                case "unused" -> unusedOnly = true;
                case "nud" -> addStates(NudWords.some(words.next(), flush));
                case "proxy" -> proxies = true;
                default -> other(word, words);
            }
        }
        device = deviceName.map(ip::device);
    }

    private Device master(String name) {
        return ip.findDevice(name).orElseThrow(() -> CommandException.wrong(name, "Device does not exist\n"));
    }

    private void addStates(Set<NudState> more) {
        states = statesGiven ? states : EnumSet.noneOf(NudState.class);
        statesGiven = true;
        states.addAll(more);
    }

    private void other(String word, Arguments words) {
        if (Arguments.matches(word, "protocol")) {
            String name = words.next();
            protocol = name.equals("all")
                    ? OptionalInt.empty()
                    : OptionalInt.of(new RouteNames(ip.files(), false)
                            .protocolNumber(name)
                            .orElseThrow(() -> CommandException.wrong(name, "\"protocol\" value is invalid\n")));
            return;
        }
        String text = word.equals("to") ? words.next() : word;
        if (Arguments.matches(text, "help")) {
            throw new CommandException(ip.usage("ip-neigh"), "");
        }
        InetPrefix read = InetPrefix.parse(text, family);
        prefix = read.address().isPresent() ? Optional.of(read) : Optional.empty();
        family = family == Family.UNSPEC ? read.family() : family;
    }

    private List<Neighbour> selected() {
        List<Neighbour> found = new ArrayList<>();
        for (int each : families()) {
            for (Neighbour neighbour : ip.net().neighbours().list(each)) {
                if (isSelected(neighbour)) {
                    found.add(neighbour);
                }
            }
        }
        return found;
    }

    private List<Proxy> selectedProxies() {
        List<Proxy> found = new ArrayList<>();
        for (int each : families()) {
            for (Proxy proxy : ip.net().neighbours().proxies(each)) {
                if (isOfDevice(proxy.device()) && isInPrefix(proxy.address())) {
                    found.add(proxy);
                }
            }
        }
        return found;
    }

    private List<Integer> families() {
        return switch (family) {
            case INET -> List.of(Neighbours.IPV4);
            case INET6 -> List.of(Neighbours.IPV6);
            case UNSPEC -> List.of(Neighbours.IPV4, Neighbours.IPV6);
            default -> List.of();
        };
    }

    /** Surprising: an entry learnt by others (extern_learn) fits any state. */
    private boolean isSelected(Neighbour neighbour) {
        boolean inState =
                states.contains(neighbour.state()) || neighbour.flags().contains(NeighbourFlag.EXTERN_LEARN);
        Optional<Device> above = neighbour.device().master();
        return inState
                && isOfDevice(Optional.of(neighbour.device()))
                && isInPrefix(neighbour.address())
                && !(unusedOnly && neighbour.references() > 0)
                && (master.isEmpty() || above.equals(master))
                && !(withoutMaster && above.isPresent())
                && (protocol.isEmpty() || protocol.getAsInt() == neighbour.protocol());
    }

    private boolean isOfDevice(Optional<Device> where) {
        return device.isEmpty() || where.equals(device);
    }

    private boolean isInPrefix(IpAddress address) {
        if (prefix.isEmpty()) {
            return true;
        }
        InetPrefix wanted = prefix.get();
        if (address instanceof Ipv4Address ipv4) {
            return wanted.isIpv4() && wanted.ipv4Prefix().contains(ipv4);
        }
        return wanted.address().orElseThrow() instanceof Ipv6Address network
                && address instanceof Ipv6Address ipv6
                && Ipv6Prefix.of(network, wanted.length()).contains(ipv6);
    }
}
