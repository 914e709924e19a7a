package org.vethlab.net.link;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.time.Timer;
import org.vethlab.wire.EthernetFrame;

/** A device's part in a bridge (struct net_bridge_port). */
public final class BridgePort implements ReceiveHandler, DeviceListener {
    /** A multicast router is always taken to be behind the port (MDB_RTR_TYPE_PERM). */
    public static final int ALWAYS_ROUTER = 2;

    private static final int PRIORITY = 0x8000 >>> 10;
    private static final int MOST_PRIORITY = 63;
    private static final int PRIORITY_SHIFT = 10;

    final Timer forwardDelay;
    final Timer messageAge;
    final Timer hold;
    PortRole designated;
    boolean configPending;
    boolean topologyChangeAcknowledged;

    private final Bridge bridge;
    private final Device device;
    private final int number;
    private final Optional<BridgePort> self = Optional.of(this);
    private final VlanMemberships vlans;
    private final EnumSet<PortFlag> flags = EnumSet.noneOf(PortFlag.class);
    private PortState state = PortState.DISABLED;
    private int priority = PRIORITY;
    private int pathCost;
    private boolean costSet;
    private int multicastRouter = 1;
    private int groupForwardMask;
    private Optional<BridgePort> backup = Optional.empty();

    BridgePort(Bridge bridge, Device device, int number) {
        this.bridge = bridge;
        this.device = device;
        this.number = number;
        this.pathCost = defaultCost(device);
        this.vlans = new VlanMemberships(bridge, self);
        for (PortFlag flag : PortFlag.values()) {
            if (flag.isInitial()) {
                flags.add(flag);
            }
        }
        SpanningTree tree = bridge.spanningTree();
        this.designated = tree.designatedRole(this);
        this.forwardDelay = bridge.clock().idle(() -> tree.forwardDelayExpired(this));
        this.messageAge = bridge.clock().idle(() -> tree.messageAgeExpired(this));
        this.hold = bridge.clock().idle(() -> tree.holdExpired(this));
    }

    public Bridge bridge() {
        return bridge;
    }

    public Device device() {
        return device;
    }

    public VlanMemberships memberships() {
        return vlans;
    }

    /** 1 for the bridge's first port. */
    public int number() {
        return number;
    }

    /** Priority and number in one (port_id). */
    public int id() {
        return priority << PRIORITY_SHIFT & 0xffff | number;
    }

    public PortState state() {
        return state;
    }

    public int priority() {
        return priority;
    }

    public int pathCost() {
        return pathCost;
    }

    public boolean has(PortFlag flag) {
        return flags.contains(flag);
    }

    public Set<PortFlag> flags() {
        return EnumSet.copyOf(flags);
    }

    /** The root, bridge and port that serve this port's segment. */
    public PortRole designated() {
        return designated;
    }

    public boolean isConfigPending() {
        return configPending;
    }

    public boolean isTopologyChangeAcknowledged() {
        return topologyChangeAcknowledged;
    }

    /** What is left of a port's timer: nanoseconds. */
    public long remaining(Timer timer) {
        return timer.isPending() ? timer.due() - bridge.clock().now() : 0;
    }

    public Timer forwardDelayTimer() {
        return forwardDelay;
    }

    public Timer messageAgeTimer() {
        return messageAge;
    }

    public Timer holdTimer() {
        return hold;
    }

    /** Turns a flag on or off ({@code bridge link set dev … NAME on}). */
    public void set(PortFlag flag, boolean on) {
        if (on) {
            flags.add(flag);
        } else {
            flags.remove(flag);
        }
    }

    /** Whether a multicast router is behind it: 0 never, 1 if one is heard, 2 always, 3 for a while. */
    public int multicastRouter() {
        return multicastRouter;
    }

    /** @throws NetException EINVAL */
    public void setMulticastRouter(int mode) {
        if (mode < 0 || mode > 3) {
            throw new NetException(Errno.EINVAL);
        }
        multicastRouter = mode;
    }

    /** Which addresses of 01:80:c2:00:00:0X pass by this port in spite of IEEE 802.1D. */
    public int groupForwardMask() {
        return groupForwardMask;
    }

    /** @throws NetException EINVAL: the three that never pass (BR_GROUPFWD_MACPAUSE) */
    public void setGroupForwardMask(int mask) {
        if ((mask & 2) != 0) {
            throw new NetException(Errno.EINVAL);
        }
        groupForwardMask = mask;
    }

    /** The port that takes over what is for this one while it has no carrier. */
    public Optional<BridgePort> backup() {
        return backup;
    }

    /** @throws NetException EINVAL for itself, and for a port of another bridge (nbp_backup_change) */
    public void setBackup(Optional<BridgePort> port) {
        if (port.filter(other -> other == this || other.bridge != bridge).isPresent()) {
            throw new NetException(Errno.EINVAL);
        }
        backup = port;
    }

    /** @throws NetException ERANGE */
    public void setPriority(int newPriority) {
        if (newPriority < 0 || newPriority > MOST_PRIORITY) {
            throw new NetException(Errno.ERANGE);
        }
        bridge.spanningTree().changePortId(this, () -> priority = newPriority);
    }

    /** @throws NetException ERANGE */
    public void setPathCost(int cost) {
        if (cost < 1 || cost > 65535) {
            throw new NetException(Errno.ERANGE);
        }
        costSet = true;
        pathCost = cost;
        bridge.spanningTree().portCostChanged();
    }

    /** Sets the state by hand (br_set_port_state). @throws NetException EBUSY, ENETDOWN */
    public void setState(PortState newState) {
        if (bridge.spanningTree().isOn()) {
            throw new NetException(Errno.EBUSY);
        }
        if (!device.isUp() || !device.isOperational() && newState != PortState.DISABLED) {
            throw new NetException(Errno.ENETDOWN);
        }
        state = newState;
        bridge.spanningTree().selectStates();
    }

    void state(PortState newState) {
        state = newState;
    }

    Optional<BridgePort> asOptional() {
        return self;
    }

    /** Learning and forwarding ports learn. */
    boolean learns() {
        return state == PortState.LEARNING || state == PortState.FORWARDING;
    }

    @Override
    public boolean handle(EthernetFrame frame, PacketType type) {
        return bridge.input().receive(this, frame, type);
    }

    /** Whether frames of a VLAN can pass by this port. */
    boolean carries(int vlan) {
        return vlans.usable(vlan) != null && device.isUp() && device.hasCarrier();
    }

    @Override
    public void up(Device changed) {
        checkCarrier();
        bridge.tellVlans();
    }

    @Override
    public void down(Device changed) {
        if (bridge.isUp()) {
            bridge.spanningTree().disable(this);
        }
        bridge.tellVlans();
    }

    @Override
    public void changed(Device changed) {
        checkCarrier();
        bridge.tellVlans();
    }

    @Override
    public void mtuChanged(Device changed) {
        bridge.adjustMtu();
    }

    @Override
    public void addressChanged(Device changed) {
        bridge.forwarding().removeLocal(self);
        bridge.forwarding().addLocal(self, device.address());
        bridge.recalculateId();
    }

    @Override
    public void unregistered(Device gone) {
        bridge.removePort(device);
    }

    /** A port takes part while its device is up with carrier, and the bridge is up (br_port_carrier_check). */
    void checkCarrier() {
        boolean works = device.isUp() && device.isOperational();
        if (works && !costSet) {
            pathCost = defaultCost(device);
        }
        if (!bridge.isUp()) {
            return;
        }
        if (works && state == PortState.DISABLED) {
            bridge.spanningTree().enable(this);
        } else if (!works && state != PortState.DISABLED) {
            bridge.spanningTree().disable(this);
        }
    }

    /** By speed: a veth says 10 Gbit/s; a device that names none is taken for 10 Mbit/s (port_cost). */
    private static int defaultCost(Device device) {
        return device.speed() >= 10_000 ? 2 : 100;
    }
}
