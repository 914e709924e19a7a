package org.vethlab.program.ip;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vethlab.net.link.Bridge;
import org.vethlab.net.link.BridgePort;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.GroupAddress;
import org.vethlab.net.link.MulticastGroup;
import org.vethlab.net.link.MulticastGroup.Member;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.view.Color;
import org.vethlab.view.Printer;

/** {@code bridge mdb show}. */
final class MdbList {
    private static final long HUNDREDTH = 10_000_000L;

    private final IpContext ip;
    private final Printer out;
    private int vlan;

    MdbList(IpContext ip) {
        this.ip = ip;
        this.out = ip.printer();
    }

    int run(Arguments words) {
        Optional<String> name = Optional.empty();
        while (words.hasNext()) {
            String word = words.next();
            if (word.equals("dev")) {
                name = once(name, words.next());
            } else if (word.equals("vid")) {
                vlan = CNumbers.atoi(words.next());
            }
        }
        Optional<Device> only = name.map(wanted -> BridgeDevices.find(ip, wanted));
        List<Bridge> bridges = ip.net().devices().all().stream()
                .filter(device -> only.isEmpty() || only.get() == device)
                .filter(Bridge.class::isInstance)
                .map(Bridge.class::cast)
                .toList();
        out.beginList();
        out.beginObject();
        out.beginArray("mdb");
        bridges.forEach(this::printGroups);
        out.endArray();
        out.beginObject("router");
        if (ip.options().details()) {
            bridges.forEach(this::printRouters);
        }
        out.endObject();
        out.endObject();
        out.endList();
        return 0;
    }

    private static Optional<String> once(Optional<String> before, String name) {
        if (before.isPresent()) {
            throw CommandException.duplicate("dev", name);
        }
        return Optional.of(name);
    }

    private void printGroups(Bridge bridge) {
        for (MulticastGroup group : bridge.multicast().groups()) {
            if (vlan != 0 && vlan != group.vlan()) {
                continue;
            }
            if (group.hasHost()) {
                print(bridge, bridge, group, Optional.empty());
            }
            for (Member member : group.members()) {
                print(bridge, member.port().device(), group, Optional.of(member));
            }
        }
    }

    private void print(Bridge bridge, Device port, MulticastGroup group, Optional<Member> member) {
        out.beginObject();
        out.hidden("index", bridge.index());
        out.field(Color.IFNAME, "dev", "dev %s", bridge.name());
        out.field("port", " port %s", port.name());
        boolean link = group.address() instanceof GroupAddress.Link;
        out.field(link ? Color.MAC : Color.INET, "grp", " grp %s", group.address());
        boolean permanent = member.filter(Member::isPermanent).isPresent() || member.isEmpty() && link;
        out.field("state", " %s", permanent ? "permanent" : "temp");
        if (ip.options().details() && member.isPresent()) {
            out.field("protocol", " proto %s ", member.get().isUserMade() ? "static" : "kernel");
        }
        out.beginArray("flags");
        out.endArray();
        if (group.vlan() != 0) {
            out.field("vid", " vid %s", group.vlan());
        }
        if (ip.options().statistics() > 0) {
            out.field("timer", " %s", time(member.map(Member::remaining).orElseGet(group::hostRemaining)));
        }
        out.newline();
        out.endObject();
    }

    /** Seconds with two decimals. */
    private static String time(long nanos) {
        long hundredths = nanos / HUNDREDTH;
        return String.format(Locale.ROOT, "%4d.%02d", hundredths / 100, hundredths % 100);
    }

    private void printRouters(Bridge bridge) {
        List<BridgePort> routers = bridge.ports().stream()
                .filter(port -> port.multicastRouter() == BridgePort.ALWAYS_ROUTER)
                .toList();
        if (routers.isEmpty()) {
            return;
        }
        boolean statistics = ip.options().statistics() > 0;
        out.beginArray(bridge.name());
        if (!statistics) {
            out.text("router ports on " + bridge.name() + ": ");
        }
        for (BridgePort router : routers) {
            out.beginObject();
            if (statistics) {
                out.text("router ports on " + bridge.name() + ": ");
                out.field("port", "%s", router.device().name());
                out.field("timer", " %s", time(0));
                out.field("type", " %s", "permanent");
                out.text("\n");
            } else {
                out.field("port", "%s ", router.device().name());
            }
            out.endObject();
        }
        if (!statistics) {
            out.newline();
        }
        out.endArray();
    }
}
