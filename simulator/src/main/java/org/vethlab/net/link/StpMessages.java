package org.vethlab.net.link;

import java.util.Optional;
import org.vethlab.addr.MacAddress;
import org.vethlab.time.Timer;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.RawPayload;

/** The messages of the spanning tree protocol and what is timed by them (net/bridge/br_stp.c, br_stp_timer.c). */
final class StpMessages {
    /** A port sends at most one configuration message a second (BR_HOLD_TIME). */
    private static final long HOLD_TIME = 1_000_000_000L;

    /** What a bridge adds to the age of a message that it passes on. */
    private static final long MESSAGE_AGE_INCREMENT = 1_000_000_000L / 256;

    private final Bridge bridge;
    private final SpanningTree tree;
    private final Timer hello;
    private final Timer notification;
    private final Timer topologyChange;
    private long maxAge;
    private long helloTime;
    private long forwardDelay;
    private long rootMessageHeard;
    private boolean topologyChanging;
    private boolean topologyChangeDetected;

    StpMessages(Bridge bridge, SpanningTree tree) {
        this.bridge = bridge;
        this.tree = tree;
        this.hello = bridge.clock().idle(this::helloExpired);
        this.notification = bridge.clock().idle(this::notificationExpired);
        this.topologyChange = bridge.clock().idle(this::topologyChangeExpired);
        useOwnTimes();
    }

    void useOwnTimes() {
        maxAge = bridge.nanos(BridgeOption.MAX_AGE);
        helloTime = bridge.nanos(BridgeOption.HELLO_TIME);
        forwardDelay = bridge.nanos(BridgeOption.FORWARD_DELAY);
    }

    boolean isTopologyChanging() {
        return topologyChanging;
    }

    boolean isTopologyChangeDetected() {
        return topologyChangeDetected;
    }

    long forwardDelay() {
        return forwardDelay;
    }

    long maxAge() {
        return maxAge;
    }

    long helloTime() {
        return helloTime;
    }

    long[] timers() {
        return new long[] {remaining(hello), remaining(notification), remaining(topologyChange)};
    }

    private long remaining(Timer timer) {
        return timer.isPending() ? timer.due() - bridge.clock().now() : 0;
    }

    void startHello() {
        bridge.clock().start(hello, helloTime);
    }

    void stop() {
        hello.cancel();
        notification.cancel();
        topologyChange.cancel();
        changeTopology(false);
        topologyChangeDetected = false;
    }

    void becomeRoot() {
        useOwnTimes();
        detectTopologyChange();
        notification.cancel();
        if (bridge.isUp()) {
            generateConfigs();
            if (tree.isOn()) {
                startHello();
            }
        }
    }

    void ceaseToBeRoot() {
        hello.cancel();
        if (topologyChangeDetected) {
            topologyChange.cancel();
            notifyRoot();
        }
    }

    /** A port began or ceased to forward: addresses may be elsewhere now, so the root has all bridges age them fast. */
    void detectTopologyChange() {
        if (!tree.isOn()) {
            return;
        }
        if (tree.isRoot()) {
            changeTopology(true);
            bridge.clock()
                    .start(
                            topologyChange,
                            bridge.nanos(BridgeOption.FORWARD_DELAY) + bridge.nanos(BridgeOption.MAX_AGE));
        } else if (!topologyChangeDetected) {
            notifyRoot();
        }
        topologyChangeDetected = true;
    }

    private void notifyRoot() {
        tree.rootPort().ifPresent(port -> send(port, new Bpdu.TopologyChange()));
        bridge.clock().start(notification, bridge.nanos(BridgeOption.HELLO_TIME));
    }

    private void notificationExpired() {
        if (!tree.isRoot() && bridge.isUp()) {
            notifyRoot();
        }
    }

    /** Until now the forwarding database was cleaned at its old pace. */
    private void changeTopology(boolean changing) {
        bridge.forwarding().cleanupIn();
        topologyChanging = changing;
    }

    private void topologyChangeExpired() {
        topologyChangeDetected = false;
        changeTopology(false);
    }

    private void helloExpired() {
        if (bridge.isUp()) {
            generateConfigs();
            if (tree.isOn()) {
                startHello();
            }
        }
    }

    void generateConfigs() {
        for (BridgePort port : bridge.ports()) {
            if (port.state() != PortState.DISABLED && tree.isDesignated(port)) {
                sendConfig(port);
            }
        }
    }

    void sendConfig(BridgePort port) {
        if (!tree.isOn()) {
            return;
        }
        if (port.hold.isPending()) {
            port.configPending = true;
            return;
        }
        long age = tree.isRoot() ? 0 : bridge.clock().now() - rootMessageHeard + MESSAGE_AGE_INCREMENT;
        if (age >= maxAge) {
            return;
        }
        PortRole role = tree.designatedRole(port);
        send(
                port,
                new Bpdu.Config(
                        topologyChanging, port.topologyChangeAcknowledged, role, age, maxAge, helloTime, forwardDelay));
        port.topologyChangeAcknowledged = false;
        port.configPending = false;
        bridge.clock().start(port.hold, HOLD_TIME);
    }

    private void send(BridgePort port, Bpdu message) {
        if (tree.isOn()) {
            MacAddress group = new MacAddress(bridge.option(BridgeOption.GROUP_ADDRESS));
            port.device().transmit(new EthernetFrame(group, port.device().address(), message.encode()));
        }
    }

    void receive(BridgePort port, EthernetFrame frame) {
        boolean listens = tree.isOn() && bridge.isUp() && port.state() != PortState.DISABLED;
        if (!listens || !(frame.payload() instanceof RawPayload payload)) {
            return;
        }
        Optional<Bpdu> message = Bpdu.decode(payload);
        if (message.isEmpty()) {
            return;
        }
        if (port.has(PortFlag.GUARD)) {
            tree.disable(port);
        } else if (message.get() instanceof Bpdu.Config config) {
            receive(port, config);
        } else if (tree.isDesignated(port)) {
            detectTopologyChange();
            port.topologyChangeAcknowledged = true;
            sendConfig(port);
        }
        bridge.namespace().world().linkWatch().run();
    }

    private void receive(BridgePort port, Bpdu.Config config) {
        if (!supersedes(config.role(), port)) {
            if (tree.isDesignated(port)) {
                sendConfig(port);
            }
            return;
        }
        bridge.clock().start(port.messageAge, config.maxAge() - config.messageAge());
        tree.record(port, config.role());
        if (tree.rootPort().equals(port.asOptional())) {
            recordTimes(config);
            generateConfigs();
            if (config.acknowledgment()) {
                topologyChangeDetected = false;
                notification.cancel();
            }
        }
    }

    private void recordTimes(Bpdu.Config config) {
        maxAge = config.maxAge();
        helloTime = config.helloTime();
        forwardDelay = config.forwardDelay();
        changeTopology(config.topologyChange());
        rootMessageHeard = bridge.clock().now() - config.messageAge();
    }

    /** A message is news if it is better than what the port knows, or comes from the same designated port again. */
    private boolean supersedes(PortRole told, BridgePort port) {
        int order = told.compareToIgnoringPort(port.designated);
        if (order != 0) {
            return order < 0;
        }
        return !told.bridge().equals(tree.id()) || told.port() <= port.designated.port();
    }
}
