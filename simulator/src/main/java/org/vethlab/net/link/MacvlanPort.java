package org.vethlab.net.link;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.wire.EthernetFrame;

/** A device that has macvlans on it: gives them the frames that come in (struct macvlan_port). */
final class MacvlanPort implements ReceiveHandler {
    private final Device device;
    private final boolean passthru;
    private final MacAddress firstAddress;
    private final List<Macvlan> macvlans = new ArrayList<>();

    private MacvlanPort(Device device, boolean passthru) {
        this.device = device;
        this.passthru = passthru;
        this.firstAddress = device.address();
    }

    /**
     * The port of a device, a new one if need be.
     *
     * @throws NetException EINVAL for no Ethernet device, and beside one in passthru mode; EBUSY for a bridge's port
     */
    static MacvlanPort of(Device device, boolean passthru) {
        ReceiveHandler handler = device.handler().orElse(null);
        if (handler instanceof MacvlanPort port) {
            if (port.passthru || passthru) {
                throw new NetException(Errno.EINVAL);
            }
            return port;
        }
        if (device.hardwareType() != HardwareType.ETHER) {
            throw new NetException(Errno.EINVAL);
        }
        if (handler != null) {
            throw new NetException(Errno.EBUSY);
        }
        return new MacvlanPort(device, passthru);
    }

    Device device() {
        return device;
    }

    void add(Macvlan macvlan) {
        if (macvlans.isEmpty()) {
            device.handler(Optional.of(this));
        }
        macvlans.add(macvlan);
        device.uppers().add(macvlan);
        device.listeners().add(macvlan);
    }

    void remove(Macvlan macvlan) {
        macvlans.remove(macvlan);
        device.uppers().remove(macvlan);
        device.listeners().remove(macvlan);
        if (macvlans.isEmpty()) {
            device.handler(Optional.empty());
            restoreAddress();
        }
    }

    /** What a macvlan in passthru mode has made of the address is undone (macvlan_port_destroy). */
    private void restoreAddress() {
        Links links = device.namespace().links();
        boolean there = device.namespace().devices().byIndex(device.index()).equals(Optional.of(device));
        if (passthru && there && !device.address().equals(firstAddress)) {
            links.setAddress(device, firstAddress);
        }
    }

    long queueLength() {
        return macvlans.stream().mapToLong(Macvlan::wantedQueueLength).max().orElse(0);
    }

    /** @throws NetException EADDRINUSE (macvlan_addr_busy) */
    void checkFree(MacAddress address) {
        if (!passthru && device.address().equals(address) || find(address) != null) {
            throw new NetException(Errno.EADDRINUSE);
        }
    }

    /** One that is up and has the address (macvlan_hash_lookup). */
    private @Nullable Macvlan find(MacAddress address) {
        for (int i = 0; i < macvlans.size(); i++) {
            Macvlan macvlan = macvlans.get(i);
            if (macvlan.isUp() && macvlan.address().equals(address)) {
                return macvlan;
            }
        }
        return null;
    }

    /** macvlan_handle_frame. The device itself gets what is for its own address or for a group. */
    @Override
    public boolean handle(EthernetFrame frame, PacketType type) {
        if (giveBySource(frame, type)) {
            return true;
        }
        if (frame.destination().isGroup()) {
            return handleGroup(frame, type);
        }
        Macvlan to = passthru ? macvlans.get(0) : find(frame.destination());
        if (to == null || to.mode() == MacvlanMode.SOURCE) {
            return false;
        }
        to.take(frame, PacketType.HOST);
        return true;
    }

    /** @return whether the frame is for one of them only */
    private boolean giveBySource(EthernetFrame frame, PacketType type) {
        boolean consumed = false;
        for (Macvlan macvlan : List.copyOf(macvlans)) {
            if (macvlan.takesFrom(frame.source())) {
                macvlan.take(frame, frame.destination().equals(macvlan.address()) ? PacketType.HOST : type);
                consumed |= macvlan.consumesForeign();
            }
        }
        return consumed;
    }

    /**
     * What a switch outside sends back goes to those who could not hear it directly; a private one gets its own back as if
     * it stood alone (macvlan_process_broadcast).
     */
    private boolean handleGroup(EthernetFrame frame, PacketType type) {
        Macvlan source = find(frame.source());
        if (source == null) {
            give(frame, null, EnumSet.complementOf(EnumSet.of(MacvlanMode.SOURCE)), type);
            return false;
        }
        switch (source.mode()) {
            case VEPA -> give(frame, source, EnumSet.of(MacvlanMode.VEPA, MacvlanMode.BRIDGE), type);
            case BRIDGE -> give(frame, source, EnumSet.of(MacvlanMode.VEPA), type);
            default -> {
                source.take(frame, type);
                return true;
            }
        }
        return false;
    }

    private void give(EthernetFrame frame, @Nullable Macvlan not, Set<MacvlanMode> modes, PacketType type) {
        for (Macvlan macvlan : List.copyOf(macvlans)) {
            if (macvlan != not && modes.contains(macvlan.mode()) && macvlan.takesGroup(frame.destination())) {
                macvlan.take(frame, type);
            }
        }
    }

    /**
     * In bridge mode frames for a neighbour on the same device do not leave it: they come in there again, so that who taps
     * it sees them (macvlan_queue_xmit). Those for a group go to the others as well as out.
     *
     * @return whether the frame is not to leave
     */
    boolean deliverBeside(Macvlan from, EthernetFrame frame) {
        if (frame.destination().isGroup()) {
            PacketType type = frame.destination().isBroadcast() ? PacketType.BROADCAST : PacketType.MULTICAST;
            give(frame, from, EnumSet.of(MacvlanMode.BRIDGE), type);
            return false;
        }
        Macvlan to = find(frame.destination());
        if (to == null || to.mode() != MacvlanMode.BRIDGE) {
            return false;
        }
        device.namespace().world().frames().send(device, frame);
        return true;
    }
}
