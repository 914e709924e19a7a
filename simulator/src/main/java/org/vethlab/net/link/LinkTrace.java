package org.vethlab.net.link;

import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.Trace;
import org.vethlab.trace.Decision;
import org.vethlab.trace.Fate;
import org.vethlab.trace.LinkDecision;
import org.vethlab.wire.EthernetFrame;

/** What devices tell of frames. Each method makes nothing unless somebody listens. */
final class LinkTrace {
    private LinkTrace() {}

    static void notReady(Device device, EthernetFrame frame) {
        Trace trace = device.namespace().trace();
        if (trace.isOn()) {
            String why = device.isUp() ? device + " has no carrier" : device + " is down";
            String decider = device.isUp() ? "the far end of " + device : "ip link: " + device;
            trace.step(frame.payload(), new Decision.Dropped(Fate.DEV_READY, device.name(), why, decider));
        }
    }

    /** A veth's far end takes nothing that is longer than its own MTU. */
    static void tooLong(Device device, Device end, EthernetFrame frame) {
        Trace trace = device.namespace().trace();
        if (trace.isOn()) {
            String why = "longer than the far end of " + device + " takes";
            String decider = "mtu " + end.mtu() + " of " + end;
            trace.step(frame.payload(), new Decision.Dropped(Fate.PKT_TOO_BIG, device.name(), why, decider));
        }
    }

    static void crossed(Device device, Device end, EthernetFrame frame, long arrival) {
        Trace trace = device.namespace().trace();
        if (trace.isOn()) {
            long where = end.namespace().inode();
            trace.step(frame.payload(), new LinkDecision.Crossed(device.name(), where, end.name(), arrival, frame));
        }
    }

    static void chosen(Bond master, Device port, EthernetFrame frame) {
        Trace trace = master.namespace().trace();
        if (trace.isOn()) {
            String decider = "bond mode " + master.options().mode().text();
            trace.step(frame.payload(), new LinkDecision.Chosen(master.name(), port.name(), decider));
        }
    }

    static void noPort(Device master, EthernetFrame frame) {
        Trace trace = master.namespace().trace();
        if (trace.isOn()) {
            String why = "no port of " + master + " can send";
            trace.step(frame.payload(), new Decision.Dropped(Fate.NO_TX_TARGET, master.name(), why, ""));
        }
    }

    /** A frame came in by a port of a bond that takes none there. */
    static void inactive(Device master, Device port, EthernetFrame frame) {
        Trace trace = master.namespace().trace();
        if (trace.isOn()) {
            String why = port + " is not the active port of " + master;
            trace.step(
                    frame.payload(),
                    new Decision.Dropped(Fate.NOT_SPECIFIED, port.name(), why, "all_slaves_active = 0"));
        }
    }

    static void swallowed(Dummy device, EthernetFrame frame) {
        Trace trace = device.namespace().trace();
        if (trace.isOn()) {
            String why = device + " is a dummy: there is nothing behind it";
            trace.step(
                    frame.payload(), new Decision.Dropped(Fate.NO_TX_TARGET, device.name(), why, "ip link: " + device));
        }
    }

    static void noRemote(Device tunnel, EthernetFrame frame) {
        Trace trace = tunnel.namespace().trace();
        if (trace.isOn()) {
            String why = tunnel + " knows no far end for it";
            trace.step(
                    frame.payload(),
                    new Decision.Dropped(Fate.VXLAN_NO_REMOTE, tunnel.name(), why, "bridge fdb: " + tunnel));
        }
    }

    static void wrapped(Vxlan tunnel, EthernetFrame frame, VxlanRemote to) {
        Trace trace = tunnel.namespace().trace();
        if (trace.isOn()) {
            String into =
                    "a UDP datagram for " + to.address() + ", VNI " + to.vni().orElse(tunnel.vni());
            trace.step(frame.payload(), new LinkDecision.Wrapped(tunnel.name(), into, "bridge fdb: " + tunnel));
        }
    }

    static void wrapped(IpTunnel tunnel, EthernetFrame frame, Ipv4Address remote) {
        Trace trace = tunnel.namespace().trace();
        if (trace.isOn()) {
            String into = "a packet of its own (" + tunnel.kind() + ") for " + remote;
            trace.step(frame.payload(), new LinkDecision.Wrapped(tunnel.name(), into, "remote of " + tunnel));
        }
    }

    static void unwrapped(Device tunnel, EthernetFrame frame, Ipv4Address from) {
        Trace trace = tunnel.namespace().trace();
        if (trace.isOn()) {
            trace.step(frame.payload(), new LinkDecision.Unwrapped(tunnel.name(), from.toString()));
        }
    }
}
