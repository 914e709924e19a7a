package org.vethlab.net.link;

import org.vethlab.addr.MacAddress;
import org.vethlab.wire.EthernetFrame;

/** A device's part in a bond (struct slave). */
public final class BondPort implements ReceiveHandler, DeviceListener {
    /** What the monitor thinks of the port's link (BOND_LINK_*). */
    public enum Link {
        UP("up"),
        /** Down, and waiting for the downdelay. */
        FAIL("going down"),
        DOWN("down"),
        /** Up, and waiting for the updelay. */
        BACK("going back");

        private final String text;

        Link(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    private final Bond bond;
    private final Device device;
    private final MacAddress permanentAddress;
    private final int originalMtu;
    Link link = Link.DOWN;
    /** Rounds of the monitor that the updelay or downdelay still lasts. */
    long delay;

    private int failures;
    private boolean active;
    private long queueId;
    private final LacpPort lacp;

    BondPort(Bond bond, Device device, int number) {
        this.lacp = new LacpPort(number);
        this.bond = bond;
        this.device = device;
        this.permanentAddress = device.address();
        this.originalMtu = device.mtu();
    }

    public Bond bond() {
        return bond;
    }

    public Device device() {
        return device;
    }

    /** The address that the device had before, and gets back. */
    public MacAddress permanentAddress() {
        return permanentAddress;
    }

    int originalMtu() {
        return originalMtu;
    }

    public Link link() {
        return link;
    }

    public int failures() {
        return failures;
    }

    void countFailure() {
        failures++;
    }

    /** Whether it takes part (bond_is_active_slave); the others are backups. */
    public boolean isActive() {
        return active;
    }

    void active(boolean on) {
        active = on;
    }

    /** Its part in the agreement of an 802.3ad bond. */
    public LacpPort lacp() {
        return lacp;
    }

    public long queueId() {
        return queueId;
    }

    /** Up, with carrier, and found to be so (bond_slave_can_tx). */
    boolean canTransmit() {
        return device.isUp() && device.hasCarrier() && link == Link.UP && active;
    }

    /** Backups' frames are for taps alone: the same ones come in by the active port (bond_should_deliver_exact_match). */
    @Override
    public boolean handle(EthernetFrame frame, PacketType type) {
        if (bond.lacp().receive(this, frame)) {
            return true;
        }
        bond.statistics().countReceived(frame);
        bond.statistics().multicast += type == PacketType.MULTICAST ? 1 : 0;
        if (active || bond.options().isOn(BondOption.ALL_SLAVES_ACTIVE)) {
            bond.receive(frame, type);
        } else {
            LinkTrace.inactive(bond, device, frame);
        }
        return true;
    }

    @Override
    public void unregistered(Device gone) {
        bond.removePort(device);
    }
}
