package org.vethlab.net.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Namespace;
import org.vethlab.net.World;
import org.vethlab.time.VirtualClock;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.RawPayload;

/** A world for tests of devices: frames of an EtherType that no protocol takes, and what taps see of them. */
final class Lab {
    static final int ETHER_TYPE = 0x88b5;
    static final long SECOND = 1_000_000_000L;

    final VirtualClock clock = new VirtualClock();
    final World world = new World(clock, 1);
    final Namespace host = world.initialNamespace();

    Lab() {
        host.sysctls().write("net/ipv6/conf/all/disable_ipv6", "1");
    }

    /** A namespace without IPv6, whose messages would get between the frames of a test. */
    Namespace namespace() {
        Namespace namespace = world.createNamespace();
        namespace.sysctls().write("net/ipv6/conf/all/disable_ipv6", "1");
        return namespace;
    }

    /** A veth in {@code home} with MAC address 02:…:NUMBER, whose peer lies in {@code far} with the same and 0x100. */
    Device veth(Namespace home, String name, Namespace far, String peer, int number) {
        LinkRequest end =
                LinkRequest.of(new LinkKind.VethPeer()).named(peer).in(far).withAddress(mac(number + 0x100));
        return home.links()
                .create(LinkRequest.of(new LinkKind.Veth(end)).named(name).withAddress(mac(number)));
    }

    Bridge bridge(Namespace home, String name) {
        return (Bridge) home.links()
                .create(LinkRequest.of(new LinkKind.Bridge(Map.of())).named(name));
    }

    static void up(Device... devices) {
        for (Device device : devices) {
            device.namespace().links().setUp(device);
        }
    }

    static void enslave(Device device, Bridge bridge) {
        device.namespace().links().setMaster(device, Optional.of(bridge));
    }

    static MacAddress mac(int number) {
        return new MacAddress(0x0200_0000_0000L + number);
    }

    static EthernetFrame frame(MacAddress source, MacAddress destination) {
        return new EthernetFrame(destination, source, new RawPayload(ETHER_TYPE, new byte[46]));
    }

    /** Lets frames arrive. */
    void settle() {
        clock.advance(1_000_000);
    }

    /** Notes the frames of the tests that pass a device: {@code HOST}, {@code OUTGOING}, … */
    List<PacketType> watch(Device device) {
        List<PacketType> seen = new ArrayList<>();
        device.namespace().sockets().tap(Optional.of(device), (where, type, frame, time) -> {
            if (frame.payload().etherType() == ETHER_TYPE) {
                seen.add(type);
            }
        });
        return seen;
    }
}
