package org.vethlab.net.link;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vethlab.addr.MacAddress;
import org.vethlab.wire.EthernetFrame;

/**
 * Which bridge is the root, which ports lead there, and so which ports forward (IEEE 802.1D-1998, chapter 8;
 * net/bridge/br_stp.c). It is always there: turned off, no message is sent and ports forward at once, but identifiers,
 * roles and the bridge's carrier follow the same rules.
 */
public final class SpanningTree {
    private final Bridge bridge;
    private final StpMessages messages;
    private BridgeId id;
    private BridgeId root;
    private int rootPathCost;
    private @Nullable BridgePort rootPort;

    SpanningTree(Bridge bridge) {
        this.bridge = bridge;
        this.id = new BridgeId((int) bridge.option(BridgeOption.PRIORITY), MacAddress.ZERO);
        this.root = id;
        this.messages = new StpMessages(bridge, this);
    }

    /** Whether this host runs the protocol (BR_KERNEL_STP). */
    public boolean isOn() {
        return bridge.option(BridgeOption.STP_STATE) != 0;
    }

    /** This bridge's identifier. Its address is zero until there was a port or an address set by hand. */
    public BridgeId id() {
        return id;
    }

    public BridgeId root() {
        return root;
    }

    public int rootPathCost() {
        return rootPathCost;
    }

    /** The port towards the root; empty on the root itself. */
    public Optional<BridgePort> rootPort() {
        return Optional.ofNullable(rootPort);
    }

    public boolean isRoot() {
        return id.equals(root);
    }

    public boolean isTopologyChanging() {
        return messages.isTopologyChanging();
    }

    public boolean isTopologyChangeDetected() {
        return messages.isTopologyChangeDetected();
    }

    /** The root's forward delay, in nanoseconds. */
    public long forwardDelay() {
        return messages.forwardDelay();
    }

    /** The root's maximum age, in nanoseconds. */
    public long maxAge() {
        return messages.maxAge();
    }

    /** The root's hello time, in nanoseconds. */
    public long helloTime() {
        return messages.helloTime();
    }

    /** Nanoseconds that are left of the hello, topology change notification and topology change timers. */
    public long[] timers() {
        return messages.timers();
    }

    /** Turns the protocol on or off; ports that forward go on to do so. */
    void turn(boolean on) {
        if (on && bridge.isUp()) {
            messages.startHello();
        }
        selectStates();
    }

    /** The bridge was set up. */
    void start() {
        if (isOn()) {
            messages.startHello();
        }
        messages.generateConfigs();
        for (BridgePort port : bridge.ports()) {
            if (port.device().isUp() && port.device().isOperational()) {
                enable(port);
            }
        }
    }

    /** The bridge was set down. */
    void stop() {
        for (BridgePort port : bridge.ports()) {
            if (port.state() != PortState.DISABLED) {
                disable(port);
            }
        }
        messages.stop();
    }

    void enable(BridgePort port) {
        becomeDesignated(port);
        port.state(PortState.BLOCKING);
        port.topologyChangeAcknowledged = false;
        port.configPending = false;
        selectStates();
    }

    void disable(BridgePort port) {
        boolean wasRoot = isRoot();
        becomeDesignated(port);
        port.state(PortState.DISABLED);
        port.topologyChangeAcknowledged = false;
        port.configPending = false;
        port.messageAge.cancel();
        port.forwardDelay.cancel();
        port.hold.cancel();
        bridge.forwarding().removeBehind(port, false);
        bridge.multicast().removePort(port, false);
        update(wasRoot);
    }

    /** A port that is disabled keeps what it knew of the bridge (br_stp_set_bridge_priority). */
    void changePriority(int priority) {
        boolean wasRoot = isRoot();
        BridgeId newId = new BridgeId(priority, id.address());
        for (BridgePort port : bridge.ports()) {
            if (port.state() != PortState.DISABLED && isDesignated(port)) {
                PortRole old = port.designated;
                port.designated = new PortRole(old.root(), old.cost(), newId, old.port());
            }
        }
        id = newId;
        update(wasRoot);
    }

    void changeId(BridgeId newId) {
        boolean wasRoot = isRoot();
        BridgeId oldId = id;
        id = newId;
        for (BridgePort port : bridge.ports()) {
            PortRole old = port.designated;
            port.designated = new PortRole(
                    old.root().equals(oldId) ? newId : old.root(),
                    old.cost(),
                    old.bridge().equals(oldId) ? newId : old.bridge(),
                    old.port());
        }
        update(wasRoot);
    }

    void changePortId(BridgePort port, Runnable change) {
        boolean designated = isDesignated(port);
        change.run();
        if (designated) {
            becomeDesignated(port);
        }
        update(isRoot());
    }

    void portCostChanged() {
        update(isRoot());
    }

    void timesChanged() {
        if (isRoot()) {
            messages.useOwnTimes();
        }
    }

    /** Finds the root and the designated ports anew, then the states of all ports. */
    private void update(boolean wasRoot) {
        selectRoot();
        selectDesignated();
        selectStates();
        if (isRoot() && !wasRoot) {
            messages.becomeRoot();
        }
    }

    private void selectRoot() {
        BridgePort best = null;
        for (BridgePort port : bridge.ports()) {
            if (mayBeRootPort(port) && (best == null || isBetterRootPort(port, best))) {
                best = port.has(PortFlag.ROOT_BLOCK) ? best : port;
            }
        }
        rootPort = best;
        root = best == null ? id : best.designated.root();
        rootPathCost = best == null ? 0 : best.designated.cost() + best.pathCost();
    }

    private boolean mayBeRootPort(BridgePort port) {
        return port.state() != PortState.DISABLED
                && !isDesignated(port)
                && port.designated.root().compareTo(id) < 0;
    }

    private static boolean isBetterRootPort(BridgePort port, BridgePort than) {
        PortRole mine = new PortRole(
                port.designated.root(),
                port.designated.cost() + port.pathCost(),
                port.designated.bridge(),
                port.designated.port());
        PortRole other = new PortRole(
                than.designated.root(),
                than.designated.cost() + than.pathCost(),
                than.designated.bridge(),
                than.designated.port());
        int order = mine.compareTo(other);
        return order != 0 ? order < 0 : port.id() < than.id();
    }

    private void selectDesignated() {
        for (BridgePort port : bridge.ports()) {
            if (port.state() != PortState.DISABLED && shouldBeDesignated(port)) {
                becomeDesignated(port);
            }
        }
    }

    private boolean shouldBeDesignated(BridgePort port) {
        return isDesignated(port)
                || !port.designated.root().equals(root)
                || designatedRole(port).compareTo(port.designated) < 0;
    }

    boolean isDesignated(BridgePort port) {
        return port.designated.bridge().equals(id) && port.designated.port() == port.id();
    }

    private void becomeDesignated(BridgePort port) {
        port.designated = designatedRole(port);
    }

    /** What this bridge would say on a port. */
    PortRole designatedRole(BridgePort port) {
        return new PortRole(root, rootPathCost, id, port.id());
    }

    /** The root port and the designated ports forward, the others block; the bridge has carrier while one forwards. */
    void selectStates() {
        boolean live = false;
        for (BridgePort port : bridge.ports()) {
            if (port.state() == PortState.DISABLED) {
                continue;
            }
            if (port == rootPort) {
                port.configPending = false;
                port.topologyChangeAcknowledged = false;
                makeForwarding(port);
            } else if (isDesignated(port)) {
                port.messageAge.cancel();
                makeForwarding(port);
            } else {
                port.configPending = false;
                port.topologyChangeAcknowledged = false;
                makeBlocking(port);
            }
            live |= port.state() == PortState.FORWARDING;
        }
        bridge.carrier(live);
    }

    private void makeForwarding(BridgePort port) {
        if (port.state() != PortState.BLOCKING) {
            return;
        }
        if (!isOn() || forwardDelay() == 0) {
            port.state(PortState.FORWARDING);
            messages.detectTopologyChange();
        } else {
            port.state(PortState.LISTENING);
        }
        if (forwardDelay() != 0) {
            bridge.clock().start(port.forwardDelay, forwardDelay());
        }
    }

    private void makeBlocking(BridgePort port) {
        if (port.state() == PortState.BLOCKING) {
            return;
        }
        if (port.learns()) {
            messages.detectTopologyChange();
        }
        port.state(PortState.BLOCKING);
        port.forwardDelay.cancel();
    }

    void forwardDelayExpired(BridgePort port) {
        if (port.state() == PortState.LISTENING) {
            port.state(PortState.LEARNING);
            bridge.clock().start(port.forwardDelay, forwardDelay());
        } else if (port.state() == PortState.LEARNING) {
            port.state(PortState.FORWARDING);
            if (bridge.ports().stream().anyMatch(this::servesSegment)) {
                messages.detectTopologyChange();
            }
            bridge.carrier(true);
        }
        bridge.namespace().world().linkWatch().run();
    }

    private boolean servesSegment(BridgePort port) {
        return port.state() != PortState.DISABLED && port.designated.bridge().equals(id);
    }

    void messageAgeExpired(BridgePort port) {
        if (port.state() != PortState.DISABLED) {
            boolean wasRoot = isRoot();
            becomeDesignated(port);
            update(wasRoot);
            bridge.namespace().world().linkWatch().run();
        }
    }

    void holdExpired(BridgePort port) {
        if (port.configPending) {
            messages.sendConfig(port);
        }
    }

    /** A frame to the bridge group address came in. */
    void receive(BridgePort port, EthernetFrame frame) {
        messages.receive(port, frame);
    }

    /** Takes what a better configuration message says about a port's segment. */
    void record(BridgePort port, PortRole role) {
        boolean wasRoot = isRoot();
        port.designated = role;
        update(wasRoot);
        if (wasRoot && !isRoot()) {
            messages.ceaseToBeRoot();
        }
    }
}
