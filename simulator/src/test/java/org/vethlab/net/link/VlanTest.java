package org.vethlab.net.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vethlab.net.link.Lab.frame;
import static org.vethlab.net.link.Lab.mac;
import static org.vethlab.net.link.Lab.up;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Namespace;
import org.vethlab.wire.VlanTag;

class VlanTest {
    private final Lab lab = new Lab();
    private final Namespace left = lab.namespace();
    private final Namespace right = lab.namespace();
    private final Device near = lab.veth(left, "vl", right, "vr", 1);
    private final Device far = near.lower().orElseThrow();

    private static Device vlan(Device parent, int id) {
        LinkRequest request = LinkRequest.of(new LinkKind.Vlan(id, VlanTag.DOT1Q, VlanSettings.NONE))
                .named(parent.name() + "." + id);
        return parent.namespace().links().create(request.over(parent));
    }

    @Test
    void framesTravelTagged() {
        Device here = vlan(near, 10);
        Device there = vlan(far, 10);
        Device other = vlan(far, 20);
        up(near, far);
        List<PacketType> onParent = lab.watch(far);
        List<PacketType> onVlan = lab.watch(there);
        List<PacketType> onOther = lab.watch(other);
        here.transmit(frame(here.address(), there.address()));
        lab.settle();
        assertThat(onParent).as("with another EtherType").isEmpty();
        assertThat(onVlan).containsExactly(PacketType.HOST);
        assertThat(onOther).isEmpty();
        assertThat(near.statistics().txBytes).as("the tag does not count").isEqualTo(60);
        assertThat(there.statistics().rxBytes).as("without the Ethernet header").isEqualTo(46);
    }

    @Test
    void followsItsParent() {
        Device here = vlan(near, 10);
        assertThatThrownBy(() -> up(here)).hasMessage("Network is down");
        up(near);
        assertThat(here.isUp()).as("goes up with it").isTrue();
        assertThat(here.operState()).isEqualTo(OperState.LOWERLAYERDOWN);
        up(far);
        assertThat(here.operState()).isEqualTo(OperState.UP);
        left.links().setMtu(near, 1400);
        assertThat(here.mtu()).isEqualTo(1400);
        assertThatThrownBy(() -> left.links().setMtu(here, 1404)).hasMessage("Numerical result out of range");
        left.links().setAddress(near, mac(0x55));
        assertThat(here.address()).isEqualTo(mac(0x55));
        left.links().setDown(near);
        assertThat(here.isUp()).isFalse();
        left.links().delete(near);
        assertThat(left.devices().byName("vl.10")).isEmpty();
    }

    @Test
    void ownAddressStays() {
        Device here = vlan(near, 10);
        left.links().setAddress(here, mac(0x66));
        up(near, far);
        left.links().setAddress(near, mac(0x55));
        assertThat(here.address()).isEqualTo(mac(0x66));
        Device there = vlan(far, 10);
        up(there);
        List<PacketType> seen = lab.watch(here);
        there.transmit(frame(there.address(), mac(0x66)));
        lab.settle();
        assertThat(seen).containsExactly(PacketType.HOST);
    }

    @Test
    void refusals() {
        vlan(near, 10);
        assertThatThrownBy(() -> vlan(near, 4095)).hasMessage("8021q: Invalid VLAN id");
        assertThatThrownBy(() -> vlan(left.devices().loopback(), 5)).hasMessage("8021q: VLANs not supported on device");
        assertThatThrownBy(() -> left.links()
                        .create(LinkRequest.of(new LinkKind.Vlan(5, VlanTag.DOT1Q, VlanSettings.NONE))
                                .named("x")))
                .hasMessage("8021q: link not specified");
        assertThatThrownBy(() -> left.links()
                        .create(LinkRequest.of(new LinkKind.Vlan(10, VlanTag.DOT1Q, VlanSettings.NONE))
                                .named("x")
                                .over(near)))
                .hasMessage("8021q: VLAN device already exists");
    }

    @Test
    void livesOnInAnotherNamespace() {
        Device here = vlan(near, 10);
        Namespace elsewhere = lab.namespace();
        left.links().move(here, elsewhere, Optional.empty());
        up(near, far);
        assertThat(here.isUp()).isTrue();
        List<PacketType> seen = lab.watch(here);
        vlan(far, 10).transmit(frame(far.address(), MacAddress.BROADCAST));
        lab.settle();
        assertThat(seen).as("the sender's VLAN is not up yet").isEmpty();
        lab.world.destroyNamespace(left);
        assertThat(elsewhere.devices().byName("vl.10")).isEmpty();
    }
}
