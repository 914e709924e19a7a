package org.vethlab.net;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv4Prefix;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.ipv4.InterfaceAddress;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.LinkKind;
import org.vethlab.net.link.LinkRequest;
import org.vethlab.net.route.NextHop;
import org.vethlab.net.route.Route;
import org.vethlab.net.route.Routing;
import org.vethlab.time.VirtualClock;

/** Namespaces and cables for tests, without shell and programs. */
public final class TestNetwork {
    public static final long MILLISECOND = 1_000_000;
    public static final long SECOND = 1000 * MILLISECOND;

    private final VirtualClock clock = new VirtualClock();
    private final World world = new World(clock, 42);

    public World world() {
        return world;
    }

    public VirtualClock clock() {
        return clock;
    }

    /** A namespace whose lo is up. */
    public Namespace host() {
        Namespace host = world.createNamespace();
        host.links().setUp(host.devices().loopback());
        return host;
    }

    /** A cable; both ends are up. MAC addresses end in the two numbers. */
    public void cable(Namespace left, String leftName, int leftMac, Namespace right, String rightName, int rightMac) {
        LinkRequest far = request(new LinkKind.VethPeer(), rightName, rightMac, Optional.of(right));
        left.links().create(request(new LinkKind.Veth(far), leftName, leftMac, Optional.empty()));
        left.links().setUp(device(left, leftName));
        right.links().setUp(device(right, rightName));
        clock.advance(2 * SECOND);
    }

    private static LinkRequest request(LinkKind kind, String name, int mac, Optional<Namespace> target) {
        return new LinkRequest(
                Optional.of(name),
                kind,
                Optional.of(mac(mac)),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                target,
                false);
    }

    /** A namespace that holds nothing but a bridge. */
    public Namespace segment() {
        Namespace segment = host();
        LinkRequest bridge = request(new LinkKind.Bridge(Map.of()), "br", 90, Optional.empty());
        segment.links().setUp(segment.links().create(bridge));
        return segment;
    }

    /** A cable from a new device of a host to a segment's bridge. */
    public void plug(Namespace host, String name, int mac, Namespace segment) {
        String port = "p" + mac;
        cable(host, name, mac, segment, port, mac + 100);
        segment.links().setMaster(device(segment, port), Optional.of(device(segment, "br")));
        clock.advance(2 * SECOND);
    }

    public void defaultRoute(Namespace host, String device, String gateway) {
        route(host, "0.0.0.0", 0, device, gateway);
    }

    public void route(Namespace host, String network, int length, String device, String gateway) {
        NextHop hop = NextHop.via(ip(gateway), device(host, device));
        host.ipv4().routing().add(Routing.Mode.ADD, Route.to(Ipv4Prefix.of(ip(network), length), hop));
    }

    public static MacAddress mac(int last) {
        return new MacAddress(0x0200_0000_0000L + last);
    }

    public static Device device(Namespace host, String name) {
        return host.devices().byName(name).orElseThrow();
    }

    public static void address(Namespace host, String device, String address, int length) {
        host.ipv4().addresses().add(InterfaceAddress.of(device(host, device), ip(address), length));
    }

    public static Ipv4Address ip(String text) {
        return Ipv4Address.parse(text);
    }
}
