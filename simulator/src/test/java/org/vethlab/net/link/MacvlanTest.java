package org.vethlab.net.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vethlab.net.link.Lab.enslave;
import static org.vethlab.net.link.Lab.frame;
import static org.vethlab.net.link.Lab.mac;
import static org.vethlab.net.link.Lab.up;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Namespace;

/** Two macvlans on one end of a cable, and a host at the other. */
class MacvlanTest {
    private final Lab lab = new Lab();
    private final Namespace home = lab.namespace();
    private final Device below = lab.veth(home, "eth0", lab.namespace(), "far", 1);
    private final Device far = below.lower().orElseThrow();

    @BeforeEach
    void connect() {
        up(below, far);
    }

    private Device macvlan(String name, MacvlanMode mode, int number) {
        MacvlanSettings settings =
                new MacvlanSettings(Optional.of(mode), Optional.empty(), Optional.empty(), OptionalLong.empty());
        LinkRequest request = LinkRequest.of(new LinkKind.Macvlan(settings, false))
                .named(name)
                .withAddress(mac(number));
        return home.links().create(request.over(below));
    }

    /** Which of the three a frame of the first macvlan to 02:…:TO, or to all, reaches: its neighbour, the device below, the far host. */
    @ParameterizedTest
    @CsvSource({
        "BRIDGE,  34, neighbour below",
        "BRIDGE,  1,  far",
        "BRIDGE,  -1, neighbour far",
        "VEPA,    34, far",
        "VEPA,    -1, far",
        "PRIVATE, 34, far",
        "PRIVATE, -1, far",
    })
    void whoHears(MacvlanMode mode, int to, String expected) {
        Device first = macvlan("m1", mode, 0x21);
        Device second = macvlan("m2", mode, 0x22);
        up(first, second);
        List<PacketType> onSecond = lab.watch(second);
        List<PacketType> onBelow = lab.watch(below);
        List<PacketType> onFar = lab.watch(far);
        first.transmit(frame(first.address(), to < 0 ? MacAddress.BROADCAST : mac(to)));
        lab.settle();
        List<String> heard = new ArrayList<>();
        if (!onSecond.isEmpty()) {
            heard.add("neighbour");
        }
        if (onBelow.contains(PacketType.OTHERHOST)) {
            heard.add("below");
        }
        if (!onFar.isEmpty()) {
            heard.add("far");
        }
        assertThat(String.join(" ", heard)).isEqualTo(expected);
    }

    @Test
    void takesTheFramesForItsOwnAddress() {
        Device first = macvlan("m1", MacvlanMode.BRIDGE, 0x21);
        up(first);
        List<PacketType> seen = lab.watch(first);
        far.transmit(frame(far.address(), first.address()));
        lab.settle();
        assertThat(seen).containsExactly(PacketType.HOST);
        assertThat(below.promiscuity())
                .as("a veth can't look for two addresses")
                .isEqualTo(1);
    }

    @Test
    void anAddressIsUsedOnce() {
        up(macvlan("m1", MacvlanMode.BRIDGE, 0x21));
        Device second = macvlan("m2", MacvlanMode.BRIDGE, 0x21);
        assertThatThrownBy(() -> up(second)).hasMessage("Address already in use");
        home.links().setAddress(second, mac(0x22));
        up(second);
        assertThat(second.isUp()).isTrue();
    }

    @Test
    void goesWithTheDeviceBelow() {
        Device first = macvlan("m1", MacvlanMode.BRIDGE, 0x21);
        Namespace elsewhere = lab.namespace();
        home.links().move(first, elsewhere, Optional.empty());
        home.links().delete(below);
        assertThat(elsewhere.devices().byName("m1")).isEmpty();
    }

    @Test
    void isAloneInPassthruMode() {
        Device alone = macvlan("m1", MacvlanMode.PASSTHRU, 0x21);
        assertThat(alone.address()).as("that of the device below").isEqualTo(below.address());
        assertThatThrownBy(() -> macvlan("m2", MacvlanMode.BRIDGE, 0x22)).hasMessage("Invalid argument");
        assertThatThrownBy(() -> enslave(below, lab.bridge(home, "br0"))).hasMessage("Device or resource busy");
    }
}
