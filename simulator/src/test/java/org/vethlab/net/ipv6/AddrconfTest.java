package org.vethlab.net.ipv6;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Namespace;
import org.vethlab.net.World;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.LinkKind.Bridge;
import org.vethlab.net.link.LinkKind.Veth;
import org.vethlab.net.link.LinkKind.VethPeer;
import org.vethlab.net.link.LinkRequest;
import org.vethlab.time.VirtualClock;
import org.vethlab.wire.Icmpv6Message;
import org.vethlab.wire.Ipv6Packet;

/** Two hosts on one cable. */
class AddrconfTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Ipv6Address GLOBAL = Ipv6Address.parse("2001:db8::1");

    private final VirtualClock clock = new VirtualClock();
    private final World world = new World(clock, 1);
    private final Namespace left = world.createNamespace();
    private final Namespace right = world.createNamespace();
    private final List<String> sent = new ArrayList<>();
    private Device near;
    private Device far;

    @BeforeEach
    void connect() {
        // Ends of a cable with equal numbers would become ready a second later.
        left.links().create(LinkRequest.of(new Bridge(Map.of())).named("spare"));
        LinkRequest peer =
                LinkRequest.of(new VethPeer()).named("r0").in(right).withAddress(new MacAddress(0x0200_0000_0002L));
        near = left.links()
                .create(LinkRequest.of(new Veth(peer)).named("l0").withAddress(new MacAddress(0x0200_0000_0001L)));
        far = near.lower().orElseThrow();
        right.sysctls().write("net/ipv6/conf/r0/addr_gen_mode", "1");
        right.links().setUp(far);
        right.sockets().tap(Optional.of(far), (device, type, frame, time) -> {
            if (frame.source().equals(near.address()) && frame.payload() instanceof Ipv6Packet packet) {
                sent.add(((Icmpv6Message) packet.payload()).type() + " " + packet.source() + " " + packet.destination()
                        + " " + frame.length());
            }
        });
    }

    private List<String> addresses() {
        return left.ipv6().addresses().of(near).stream()
                .map(address -> address + " " + address.scope().text()
                        + (address.has(Ipv6AddressFlag.DADFAILED) ? " dadfailed" : "")
                        + (address.has(Ipv6AddressFlag.TENTATIVE) ? " tentative" : "")
                        + (address.has(Ipv6AddressFlag.PERMANENT) ? "" : " dynamic"))
                .toList();
    }

    private void add(Ipv6Address address, Ipv6AddressFlag... flags) {
        Ipv6AddressRequest plain = Ipv6AddressRequest.of(near, address, 64);
        left.ipv6()
                .addresses()
                .add(new Ipv6AddressRequest(
                        near, address, Optional.empty(), 64, Set.of(flags), plain.validLifetime(), 0xffff_ffffL, 0));
    }

    @Test
    void linkLocalAddressAndItsMessages() {
        left.links().setUp(near);
        assertThat(addresses()).containsExactly("fe80::ff:fe00:1/64 link tentative");
        clock.advance(2 * SECOND);
        assertThat(addresses()).containsExactly("fe80::ff:fe00:1/64 link");
        clock.advance(10 * SECOND);
        assertThat(sent)
                .containsExactlyInAnyOrder(
                        "143 :: ff02::16 90",
                        "143 :: ff02::16 90",
                        "135 :: ff02::1:ff00:1 86",
                        "143 fe80::ff:fe00:1 ff02::16 90",
                        "143 fe80::ff:fe00:1 ff02::16 90",
                        "133 fe80::ff:fe00:1 ff02::2 70",
                        "133 fe80::ff:fe00:1 ff02::2 70");
        assertThat(near.hardwareAddresses().groups())
                .extracting(MacAddress::toString)
                .containsExactly("33:33:00:00:00:01", "01:00:5e:00:00:01", "33:33:ff:00:00:01");
    }

    @Test
    void loopbackHasItsAddressAtOnce() {
        left.links().setUp(left.devices().loopback());
        Ipv6InterfaceAddress address =
                left.ipv6().addresses().of(left.devices().loopback()).get(0);
        assertThat(address).hasToString("::1/128");
        assertThat(address.scope().text()).isEqualTo("host");
        assertThat(address.has(Ipv6AddressFlag.TENTATIVE)).isFalse();
    }

    /** addr_gen_mode of the device before it is set up, and how many addresses it gets. */
    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "3, 1"})
    void waysOfMakingAddresses(String mode, int count) {
        left.sysctls().write("net/ipv6/conf/l0/addr_gen_mode", mode);
        left.links().setUp(near);
        assertThat(addresses()).hasSize(count);
        assertThat(addresses().contains("fe80::ff:fe00:1/64 link tentative")).isEqualTo(mode.equals("0"));
    }

    @Test
    void withoutCarrierNoAddress() {
        right.links().setDown(far);
        left.links().setUp(near);
        assertThat(addresses()).isEmpty();
        right.links().setUp(far);
        assertThat(addresses()).containsExactly("fe80::ff:fe00:1/64 link tentative");
        clock.advance(3 * SECOND);
        right.links().setDown(far);
        assertThat(addresses()).as("lost carrier takes none away").hasSize(1);
        left.links().setDown(near);
        assertThat(addresses()).isEmpty();
    }

    @Test
    void disablingTakesAllAddressesAndEnablingBringsTheAutomaticOneBack() {
        left.links().setUp(near);
        add(GLOBAL);
        left.sysctls().write("net/ipv6/conf/all/disable_ipv6", "1");
        assertThat(addresses()).isEmpty();
        assertThatThrownBy(() -> add(GLOBAL)).hasMessage("ipv6: IPv6 is disabled on this device");
        left.sysctls().write("net/ipv6/conf/l0/disable_ipv6", "0");
        assertThat(addresses()).containsExactly("fe80::ff:fe00:1/64 link tentative");
    }

    @Test
    void smallMtuEndsIpv6() {
        left.links().setUp(near);
        left.links().setMtu(near, 1279);
        assertThat(addresses()).isEmpty();
        assertThatThrownBy(() -> add(GLOBAL)).hasMessage("Invalid argument");
        left.links().setMtu(near, 1400);
        assertThat(addresses()).containsExactly("fe80::ff:fe00:1/64 link tentative");
        assertThat(left.sysctls().read("net/ipv6/conf/l0/mtu")).contains("1400");
    }

    @Test
    void widerScopesFirstThenTheNewest() {
        left.links().setUp(near);
        add(GLOBAL);
        add(Ipv6Address.parse("fe80::77"));
        add(Ipv6Address.parse("2001:db8::2"), Ipv6AddressFlag.NODAD);
        assertThat(addresses())
                .containsExactly(
                        "2001:db8::2/64 global",
                        "2001:db8::1/64 global tentative",
                        "fe80::77/64 link tentative",
                        "fe80::ff:fe00:1/64 link tentative");
    }

    @Test
    void addressThatSomebodyHas() {
        left.links().setUp(near);
        right.ipv6()
                .addresses()
                .add(new Ipv6AddressRequest(
                        far,
                        GLOBAL,
                        Optional.empty(),
                        64,
                        Set.of(Ipv6AddressFlag.NODAD),
                        0xffff_ffffL,
                        0xffff_ffffL,
                        0));
        add(GLOBAL);
        clock.advance(3 * SECOND);
        assertThat(addresses()).contains("2001:db8::1/64 global dadfailed tentative");
    }

    @Test
    void lifetimes() {
        left.links().setUp(near);
        Ipv6AddressRequest request = new Ipv6AddressRequest(near, GLOBAL, Optional.empty(), 64, Set.of(), 100, 50, 0);
        left.ipv6().addresses().add(request);
        clock.advance(60 * SECOND);
        Ipv6InterfaceAddress address = left.ipv6().addresses().of(near).get(0);
        assertThat(address.validLifetime(clock.now())).isEqualTo(40);
        assertThat(address.flags()).containsExactly(Ipv6AddressFlag.DEPRECATED);
        left.ipv6().addresses().replace(request);
        assertThat(address.flags()).isEmpty();
        clock.advance(101 * SECOND);
        assertThat(addresses()).containsExactly("fe80::ff:fe00:1/64 link");
    }

    @Test
    void refusals() {
        add(GLOBAL);
        assertThatThrownBy(() -> add(GLOBAL)).hasMessage("ipv6: address already assigned");
        assertThatThrownBy(() -> add(Ipv6Address.ANY)).hasMessage("ipv6: Invalid address");
        assertThatThrownBy(() -> add(Ipv6Address.LOOPBACK))
                .hasMessage("ipv6: Cannot assign loopback address on this device");
        assertThatThrownBy(() -> left.ipv6().addresses().delete(near, GLOBAL, 65))
                .hasMessage("ipv6: address not found");
        left.ipv6().addresses().delete(near, GLOBAL, 64);
        assertThat(addresses()).isEmpty();
    }
}
