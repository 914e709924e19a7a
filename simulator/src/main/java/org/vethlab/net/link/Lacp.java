package org.vethlab.net.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vethlab.addr.MacAddress;
import org.vethlab.time.Timer;
import org.vethlab.wire.ByteReader;
import org.vethlab.wire.ByteWriter;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.RawPayload;

/**
 * Agreement with the far end on which links belong together (IEEE 802.1AX; bond_3ad.c). Kept simple: the partners tell each
 * other what they know at once and then every second or every thirty, without the waits of the state machines.
 */
final class Lacp {
    private static final int SLOW_PROTOCOLS = 0x8809;
    private static final MacAddress GROUP = new MacAddress(0x0180_c200_0002L);
    private static final int LENGTH = 110;
    private static final long SECOND = 1_000_000_000L;
    private static final int SLOW_PERIOD = 30;
    private static final int LOST_AFTER = 3;
    private static final int PORT_PRIORITY = 255;

    /** Full duplex, and 10 Gbit/s as the eighth speed of the list (AD_LINK_SPEED_10000MBPS). */
    private static final int KEY = 15;

    private final Bond bond;
    private final Timer timer;
    private int seconds;

    Lacp(Bond bond) {
        this.bond = bond;
        this.timer = bond.namespace().world().clock().idle(this::tick);
    }

    void restart() {
        timer.cancel();
        if (bond.isUp() && bond.options().mode() == BondMode.LACP) {
            bond.namespace().world().clock().start(timer, 0);
        }
    }

    void stop() {
        timer.cancel();
    }

    private boolean isFast() {
        return bond.options().isOn(BondOption.LACP_RATE);
    }

    private void tick() {
        long now = bond.namespace().world().clock().now();
        for (BondPort port : bond.ports()) {
            LacpPort lacp = port.lacp();
            long patience = SECOND * LOST_AFTER * (isFast() ? 1 : SLOW_PERIOD);
            if (lacp.hasPartner() && now > lacp.heardAt() + patience) {
                lacp.forget();
            }
        }
        decide();
        for (BondPort port : bond.ports()) {
            boolean wantsFast = (port.lacp().partner().state() & LacpPort.SHORT_TIMEOUT) != 0;
            if (wantsFast || seconds % SLOW_PERIOD == 0) {
                tell(port);
            }
        }
        seconds++;
        bond.namespace().world().clock().start(timer, SECOND);
    }

    /** A frame of the slow protocols. @return whether it was one of LACP */
    boolean receive(BondPort port, EthernetFrame frame) {
        if (!(frame.payload() instanceof RawPayload raw) || raw.etherType() != SLOW_PROTOCOLS) {
            return false;
        }
        if (raw.bytes().length < LENGTH || raw.bytes()[0] != 1 || bond.options().mode() != BondMode.LACP) {
            return true;
        }
        ByteReader in = new ByteReader(raw.bytes());
        in.skip(2);
        LacpPort.End sender = end(in);
        LacpPort.End before = port.lacp().partner();
        port.lacp().hear(sender, bond.namespace().world().clock().now());
        int state = port.lacp().state();
        decide();
        if (!before.equals(sender) || state != port.lacp().state()) {
            bond.namespace().world().clock().after(SECOND / 100, () -> tell(port));
        }
        return true;
    }

    private static LacpPort.End end(ByteReader in) {
        in.skip(4);
        MacAddress system = in.mac();
        int key = in.u16();
        in.skip(2);
        int port = in.u16();
        int state = in.u8();
        in.skip(3);
        return new LacpPort.End(system, key, port, state);
    }

    private void tell(BondPort port) {
        if (!bond.isUp() || !port.device().isUp() || !port.device().hasCarrier()) {
            return;
        }
        ByteWriter out = new ByteWriter(LENGTH).u8(1).u8(1);
        write(
                out,
                1,
                new LacpPort.End(
                        bond.address(), KEY, port.lacp().number(), port.lacp().state()));
        write(out, 2, port.lacp().partner());
        out.u8(3).u8(16).u16(0).bytes(new byte[12]).bytes(new byte[LENGTH - 58]);
        RawPayload data = new RawPayload(SLOW_PROTOCOLS, out.toByteArray());
        port.device().transmit(new EthernetFrame(GROUP, port.permanentAddress(), data));
    }

    private static void write(ByteWriter out, int type, LacpPort.End end) {
        boolean nobody = end.system().equals(MacAddress.ZERO);
        out.u8(type).u8(20).u16(65535).mac(end.system()).u16(end.key());
        out.u16(nobody ? 0 : PORT_PRIORITY).u16(end.port()).u8(end.state()).bytes(new byte[3]);
    }

    /** Which ports belong together, and which group of them works (ad_port_selection_logic, ad_agg_selection_logic). */
    void decide() {
        for (BondPort port : bond.ports()) {
            port.lacp().aggregator(groupOf(port));
        }
        Optional<Integer> active = activeAggregator();
        for (BondPort port : bond.ports()) {
            boolean works = port.link() == BondPort.Link.UP
                    && active.filter(id -> id == port.lacp().aggregator()).isPresent();
            port.active(works);
            // A port without a link keeps the state that it was in (AD_PORT_MOVED apart).
            if (port.link() == BondPort.Link.UP) {
                port.lacp().state(state(port, works));
            }
        }
    }

    private int state(BondPort port, boolean works) {
        int bits = LacpPort.AGGREGATING
                | (bond.options().isOn(BondOption.LACP_ACTIVE) ? LacpPort.ACTIVE : 0)
                | (isFast() ? LacpPort.SHORT_TIMEOUT : 0)
                | (works ? LacpPort.IN_SYNC | LacpPort.COLLECTING | LacpPort.DISTRIBUTING : 0);
        return port.lacp().hasPartner() ? bits : bits | LacpPort.DEFAULTED;
    }

    private int groupOf(BondPort port) {
        Optional<MacAddress> system = port.lacp().partnerSystem();
        for (BondPort other : bond.ports()) {
            boolean same = system.isPresent()
                    && other.lacp().partnerSystem().equals(system)
                    && other.lacp().partner().key() == port.lacp().partner().key();
            if (other == port || same) {
                return other.lacp().number();
            }
        }
        return port.lacp().number();
    }

    /** A group with a partner is better than a port alone, more ports better than few. */
    Optional<Integer> activeAggregator() {
        List<BondPort> candidates = new ArrayList<>(bond.ports());
        candidates.removeIf(port -> port.link() != BondPort.Link.UP);
        return candidates.stream()
                .max(Comparator.<BondPort>comparingInt(port -> port.lacp().hasPartner() ? 1 : 0)
                        .thenComparingLong(port -> size(port.lacp().aggregator()))
                        .thenComparingInt(port -> -port.lacp().aggregator()))
                .map(port -> port.lacp().aggregator());
    }

    /** How many ports of a group have a link. */
    long size(int aggregator) {
        return bond.ports().stream()
                .filter(port -> port.lacp().aggregator() == aggregator && port.link() == BondPort.Link.UP)
                .count();
    }

    int key() {
        return KEY;
    }
}
