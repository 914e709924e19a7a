package org.vethlab.program.brctl;

import java.util.Locale;
import java.util.Optional;
import org.vethlab.net.link.Bridge;
import org.vethlab.net.link.BridgeOption;
import org.vethlab.net.link.BridgePort;
import org.vethlab.net.link.PortFlag;
import org.vethlab.net.link.PortRole;
import org.vethlab.net.link.SpanningTree;
import org.vethlab.program.Context;

/** {@code brctl showstp}. */
final class BrctlShowStp {
    private static final long HUNDREDTH = 10_000_000L;

    private final Context context;

    BrctlShowStp(Context context) {
        this.context = context;
    }

    int run(String name) {
        BrctlShow show = new BrctlShow(context);
        Optional<Bridge> bridge = show.find(name);
        if (bridge.isEmpty()) {
            return 1;
        }
        context.out().print(text(bridge.get()));
        for (BridgePort port : show.ports(bridge.get())) {
            context.out().print(text(port));
        }
        return 0;
    }

    private String text(Bridge bridge) {
        SpanningTree tree = bridge.spanningTree();
        long[] timers = tree.timers();
        int rootPort = tree.rootPort().map(BridgePort::number).orElse(0);
        return bridge.name() + "\n"
                + " bridge id\t\t" + BrctlShow.text(tree.id()) + "\n"
                + " designated root\t" + BrctlShow.text(tree.root()) + "\n"
                + pair("root port\t", number(rootPort), "path cost\t", number(tree.rootPathCost()))
                + times(bridge)
                + " ageing time\t\t" + option(bridge, BridgeOption.AGEING_TIME) + "\n"
                + pair("hello timer\t", Brctl.seconds(timers[0]), "tcn timer\t", Brctl.seconds(timers[1]))
                + pair(
                        "topology change timer",
                        Brctl.seconds(timers[2]),
                        "gc timer\t",
                        Brctl.seconds(bridge.forwarding().cleanupIn()))
                + " flags\t\t\t"
                + (tree.isTopologyChanging() ? "TOPOLOGY_CHANGE " : "")
                + (tree.isTopologyChangeDetected() ? "TOPOLOGY_CHANGE_DETECTED " : "")
                + "\n\n\n";
    }

    /**
     * The times of the root, and the bridge's own. /sys knows the former only, so they are shown twice; where /sys is
     * that of another namespace, the ioctl is asked, which forgets to convert one of each pair from its 250 Hz ticks.
     */
    private String times(Bridge bridge) {
        SpanningTree tree = bridge.spanningTree();
        boolean converted = context.process().sysfs() == context.net();
        String maxAge = converted ? Brctl.seconds(tree.maxAge()) : ticks(bridge, BridgeOption.MAX_AGE);
        String hello = converted ? Brctl.seconds(tree.helloTime()) : ticks(bridge, BridgeOption.HELLO_TIME);
        String delay = converted ? Brctl.seconds(tree.forwardDelay()) : ticks(bridge, BridgeOption.FORWARD_DELAY);
        return pair("max age\t", Brctl.seconds(tree.maxAge()), "bridge max age\t", maxAge)
                + pair("hello time\t", Brctl.seconds(tree.helloTime()), "bridge hello time", hello)
                + pair("forward delay\t", delay, "bridge forward delay", Brctl.seconds(tree.forwardDelay()));
    }

    private static String option(Bridge bridge, BridgeOption option) {
        return Brctl.seconds(bridge.option(option) * HUNDREDTH);
    }

    private static String ticks(Bridge bridge, BridgeOption option) {
        return Brctl.seconds(bridge.option(option) * HUNDREDTH * 5 / 2);
    }

    private static String text(BridgePort port) {
        PortRole role = port.designated();
        String state = String.format(Locale.ROOT, "%15s", port.state().text());
        return port.device().name() + " (" + port.number() + ")\n"
                + " port id\t\t" + hex(port.id()) + "\t\t\tstate\t\t" + state + "\n"
                + " designated root\t" + BrctlShow.text(role.root()) + "\tpath cost\t\t" + number(port.pathCost())
                + "\n"
                + " designated bridge\t" + BrctlShow.text(role.bridge()) + "\tmessage age timer\t"
                + Brctl.seconds(port.remaining(port.messageAgeTimer())) + "\n"
                + " designated port\t" + hex(role.port()) + "\t\t\tforward delay timer\t"
                + Brctl.seconds(port.remaining(port.forwardDelayTimer())) + "\n"
                + " designated cost\t" + number(role.cost()) + "\t\t\thold timer\t\t"
                + Brctl.seconds(port.remaining(port.holdTimer())) + "\n"
                + " flags\t\t\t"
                + (port.isConfigPending() ? "CONFIG_PENDING " : "")
                + (port.isTopologyChangeAcknowledged() ? "TOPOLOGY_CHANGE_ACK " : "")
                + "\n"
                + (port.has(PortFlag.HAIRPIN) ? " hairpin mode\t\t" + number(1) + "\n" : "")
                + "\n";
    }

    /** Two values in a line. */
    private static String pair(String name, String value, String otherName, String otherValue) {
        return " " + name + "\t" + value + "\t\t\t" + otherName + "\t" + otherValue + "\n";
    }

    private static String number(int value) {
        return String.format(Locale.ROOT, "%4d", value);
    }

    private static String hex(int value) {
        return String.format(Locale.ROOT, "%04x", value);
    }
}
