package org.vethlab.program.ip;

import static java.util.Map.entry;
import static org.vethlab.program.Arguments.matches;

import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import org.vethlab.net.NetException;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;
import org.vethlab.program.Program;

/** The {@code ip} of iproute2 6.1: options, then an object, found by its first prefix in the order of the table. */
public final class Ip implements Program {
    /** Objects that are not simulated, but explain themselves. */
    private static final Set<String> WITH_HELP =
            Set.of("l2tp", "fou", "ila", "macsec", "monitor", "mrule", "sr", "mptcp", "ioam", "stats");

    /** The order is iproute2's: {@code ip n} is neighbor and not netns, {@code ip s} is sr and not stats. */
    private static final List<Entry<String, IpObject>> OBJECTS = List.of(
            entry("address", new IpAddr()),
            entry("addrlabel", new IpAddrlabel()),
            entry("maddress", new IpMaddress()),
            entry("route", new IpRoute()),
            entry("rule", new IpRule()),
            entry("neighbor", new IpNeighbour()),
            entry("neighbour", new IpNeighbour()),
            entry("ntable", new IpNtable()),
            entry("ntbl", new IpNtable()),
            entry("link", new IpLink()),
            entry("l2tp", notSimulated("l2tp")),
            entry("fou", notSimulated("fou")),
            entry("ila", notSimulated("ila")),
            entry("macsec", notSimulated("macsec")),
            entry("tunnel", new IpTunnelObject()),
            entry("tunl", new IpTunnelObject()),
            entry("tuntap", new IpTuntap()),
            entry("tap", new IpTuntap()),
            entry("token", IpListing.tokens()),
            entry("tcpmetrics", IpListing.empty("tcp_metrics", "ip-tcp_metrics")),
            entry("tcp_metrics", IpListing.empty("tcp_metrics", "ip-tcp_metrics")),
            entry("monitor", notSimulated("monitor")),
            entry("xfrm", IpListing.withObjects("xfrm", "ip-xfrm", List.of("state", "policy"))),
            entry("mroute", IpListing.empty("mroute", "ip-mroute")),
            entry("mrule", notSimulated("mrule")),
            entry("netns", new IpNetns()),
            entry("netconf", new IpNetconf()),
            entry("vrf", new IpVrf()),
            entry("sr", notSimulated("sr")),
            entry("nexthop", new IpNexthop()),
            entry("mptcp", notSimulated("mptcp")),
            entry("ioam", notSimulated("ioam")),
            entry("help", (ip, words) -> ip.usage("ip")),
            entry("stats", notSimulated("stats")));

    @Override
    public String name() {
        return "ip";
    }

    @Override
    public String path() {
        return "/usr/sbin/ip";
    }

    @Override
    public String summary() {
        return "show / manipulate routing, network devices, interfaces and tunnels";
    }

    @Override
    public String object(String word) {
        return OBJECTS.stream()
                .map(Entry::getKey)
                .filter(name -> matches(word, name))
                .findFirst()
                .orElse(word);
    }

    @Override
    public int run(Context context) {
        try {
            Arguments words = new Arguments(context.arguments());
            IpOptions options = IpOptionParser.parse(words);
            if (options.version) {
                context.out().println("ip utility, iproute2-6.1.0, libbpf 1.1.2");
                return 0;
            }
            options.namespace.ifPresent(
                    name -> NamespaceNames.enter(context.process(), NamespaceNames.open(context, name)));
            IpContext ip = new IpContext(context, options);
            return options.batchFile.isPresent()
                    ? new IpBatch(ip, line -> execute(ip, line)).run(options.batchFile.get())
                    : execute(ip, words);
        } catch (CommandException e) {
            context.err().print(e.text().isEmpty() ? "" : e.text() + "\n");
            return e.status();
        }
    }

    /** One command, options apart. What was printed before an error stays printed, but comes after it. */
    static int execute(IpContext ip, Arguments words) {
        try {
            return words.hasNext() ? find(words.next()).run(ip, words) : ip.usage("ip");
        } catch (NetException e) {
            return ip.fail(e);
        } catch (CommandException e) {
            return e.text().isEmpty() ? e.status() : ip.fail(e.status(), e.text());
        } finally {
            ip.flush();
        }
    }

    private static IpObject find(String word) {
        Optional<IpObject> found = OBJECTS.stream()
                .filter(object -> matches(word, object.getKey()))
                .map(Entry::getValue)
                .findFirst();
        return found.orElseThrow(() -> new CommandException(1, "Object \"" + word + "\" is unknown, try \"ip help\"."));
    }

    @Override
    public List<String> notSimulated() {
        List<String> missing = new ArrayList<>();
        for (Entry<String, IpObject> object : OBJECTS) {
            if (object.getValue() instanceof Missing one && one.object().equals(object.getKey())) {
                missing.add("ip " + one.object());
            }
        }
        missing.addAll(List.of(
                "ip maddress add",
                "ip ntable change",
                "ip -s ntable",
                "ip token set",
                "ip tcp_metrics delete",
                "ip xfrm state add",
                "ip netns monitor",
                "ip nexthop bucket",
                "ip route showdump",
                "ip route … encap",
                "ip link xdp",
                "ip link vf"));
        LinkKinds.notSimulated().forEach(kind -> missing.add("type " + kind));
        return missing;
    }

    private static IpObject notSimulated(String object) {
        return new Missing(object);
    }

    /** An object that is only refused, or explains itself. */
    private record Missing(String object) implements IpObject {
        @Override
        public int run(IpContext ip, Arguments words) {
            if (words.hasNext() && matches(words.peek(), "help") && WITH_HELP.contains(object)) {
                return ip.usage("ip-" + object);
            }
            throw CommandException.notSimulated("ip " + object);
        }
    }
}
