package org.vethlab.net.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vethlab.net.link.Lab.frame;
import static org.vethlab.net.link.Lab.mac;
import static org.vethlab.net.link.Lab.up;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Namespace;
import org.vethlab.net.link.LinkKind.Veth;
import org.vethlab.net.link.LinkKind.VethPeer;

class VethTest {
    private final Lab lab = new Lab();
    private final Namespace host = lab.host;

    /** Which ends are up, and how the first one then reads. The peer is in the same namespace. */
    @ParameterizedTest
    @CsvSource({
        "false, false, DOWN, false",
        "true, false, LOWERLAYERDOWN, false",
        "false, true, DOWN, false",
        "true, true, UP, true",
    })
    void carrierWhileBothEndsAreUp(boolean mine, boolean others, OperState state, boolean carrier) {
        Device near = lab.veth(host, "v0", host, "v1", 1);
        Device far = near.lower().orElseThrow();
        if (mine) {
            up(near);
        }
        if (others) {
            up(far);
        }
        assertThat(near.operState()).isEqualTo(state);
        assertThat(near.hasCarrier()).isEqualTo(carrier);
        assertThat(near.flags().contains(DeviceFlag.LOWER_UP)).isEqualTo(carrier);
    }

    /** Equal indexes in two namespaces: the kernel takes the end for its own lower device. */
    @Test
    void downWithoutStrangerOfThatIndex() {
        Device near = lab.veth(lab.namespace(), "a0", lab.namespace(), "b0", 1);
        assertThat(near.index()).isEqualTo(2);
        assertThat(near.lower().orElseThrow().index()).isEqualTo(2);
        up(near);
        assertThat(near.operState()).isEqualTo(OperState.DOWN);
    }

    @Test
    void lowerLayerDownAfterAStrangerOfThatIndexLosesCarrier() {
        Namespace blue = lab.namespace();
        Device v0 = lab.veth(host, "v0", host, "v1", 1);
        Device v1 = v0.lower().orElseThrow();
        up(v0, v1);
        host.links().move(v1, blue, Optional.empty());
        assertThat(v0.operState()).as("no device 2 in the namespace any more").isEqualTo(OperState.DOWN);
        up(v1);
        blue.links().move(v1, host, Optional.empty());
        assertThat(v0.operState()).isEqualTo(OperState.LOWERLAYERDOWN);
        assertThat(v1.index()).isEqualTo(2);
    }

    @Test
    void peerHasTheLowerIndexAndDefaultNamesCountUp() {
        Device second = host.links().create(LinkRequest.of(new Veth(LinkRequest.of(new VethPeer()))));
        Device first = second.lower().orElseThrow();
        assertThat(first.name()).isEqualTo("veth0");
        assertThat(second.name()).isEqualTo("veth1");
        assertThat(first.index()).isLessThan(second.index());
    }

    @Test
    void deletingOneEndDeletesBoth() {
        Device near = lab.veth(host, "v0", lab.namespace(), "v1", 1);
        Device far = near.lower().orElseThrow();
        far.namespace().links().delete(far);
        assertThat(host.devices().byName("v0")).isEmpty();
    }

    @Test
    void namespaceTakesItsDevicesAndTheirPeersAlong() {
        Namespace blue = lab.namespace();
        lab.veth(host, "v0", blue, "v1", 1);
        lab.world.destroyNamespace(blue);
        assertThat(host.devices().all()).extracting(Device::name).containsExactly("lo");
        assertThat(host.idOf(blue)).isEmpty();
    }

    @Test
    void failedPeerLeavesNothing() {
        lab.veth(host, "v0", host, "v1", 1);
        LinkRequest clash = LinkRequest.of(new VethPeer()).named("v9");
        assertThatThrownBy(() ->
                        host.links().create(LinkRequest.of(new Veth(clash)).named("v0")))
                .hasMessage("File exists");
        assertThat(host.devices().byName("v9")).isEmpty();
    }

    @Test
    void framesAndCounters() {
        Device near = lab.veth(host, "v0", lab.namespace(), "v1", 1);
        Device far = near.lower().orElseThrow();
        List<PacketType> out = lab.watch(near);
        List<PacketType> in = lab.watch(far);
        up(near);
        near.transmit(frame(near.address(), far.address()));
        assertThat(near.statistics().txDropped).as("without carrier").isEqualTo(1);
        assertThat(out).as("dropped before any tap").isEmpty();
        up(far);
        near.transmit(frame(near.address(), far.address()));
        near.transmit(frame(near.address(), MacAddress.BROADCAST));
        near.transmit(frame(near.address(), new MacAddress(0x0100_5e00_0001L)));
        near.transmit(frame(near.address(), mac(77)));
        assertThat(in).as("in flight").isEmpty();
        lab.settle();
        assertThat(out).containsOnly(PacketType.OUTGOING).hasSize(4);
        assertThat(in)
                .containsExactly(PacketType.HOST, PacketType.BROADCAST, PacketType.MULTICAST, PacketType.OTHERHOST);
        assertThat(near.statistics().txBytes).isEqualTo(4 * 60);
        assertThat(far.statistics().rxPackets).isEqualTo(4);
        assertThat(far.statistics().carrierChanges).as("off at birth, on").isEqualTo(2);
    }

    /** The receiving end's MTU decides, with four bytes to spare for a VLAN tag. */
    @Test
    void tooLongForThePeer() {
        Device near = lab.veth(host, "v0", lab.namespace(), "v1", 1);
        Device far = near.lower().orElseThrow();
        up(near, far);
        far.namespace().links().setMtu(far, 68);
        assertThat(near.transmit(frame(near.address(), far.address()))).isTrue();
        far.namespace().links().setMtu(far, 100);
        near.namespace().links().setMtu(near, 9000);
        var longFrame = new org.vethlab.wire.EthernetFrame(
                far.address(), near.address(), new org.vethlab.wire.RawPayload(Lab.ETHER_TYPE, new byte[105]));
        assertThat(near.transmit(longFrame)).isFalse();
        assertThat(near.statistics().txDropped).isEqualTo(1);
        assertThat(far.statistics().rxDropped).isEqualTo(1);
    }

    @Test
    void queueingDisciplineComesWithTheFirstUpAndGoesWithAMove() {
        Namespace blue = lab.namespace();
        Device near = lab.veth(host, "v0", host, "v1", 1);
        assertThat(near.queueingDiscipline()).isEqualTo("noop");
        up(near);
        host.links().setDown(near);
        assertThat(near.queueingDiscipline()).isEqualTo("noqueue");
        host.links().move(near, blue, Optional.empty());
        assertThat(near.queueingDiscipline()).isEqualTo("noop");
    }

    @Test
    void movingKeepsTheIndexIfItIsFree() {
        Namespace blue = lab.namespace();
        Device v0 = lab.veth(host, "v0", host, "v1", 1);
        host.links().move(v0, blue, Optional.of("eth0"));
        assertThat(v0.index()).isEqualTo(3);
        Device w0 = lab.veth(blue, "w0", blue, "w1", 2);
        assertThat(w0.index()).as("2, then 3 is taken").isEqualTo(4);
        assertThatThrownBy(() -> blue.links().move(w0.lower().orElseThrow(), host, Optional.of("lo")))
                .hasMessage("File exists");
    }

    @ParameterizedTest
    @CsvSource({"67, mtu less than device minimum", "65536, mtu greater than device maximum"})
    void mtuLimits(int mtu, String message) {
        Device near = lab.veth(host, "v0", host, "v1", 1);
        assertThatThrownBy(() -> host.links().setMtu(near, mtu)).hasMessage(message);
    }

    @Test
    void refusals() {
        Device lo = host.devices().loopback();
        Device near = lab.veth(host, "v0", host, "v1", 1);
        assertThatThrownBy(() -> host.links().delete(lo)).hasMessage("Operation not supported");
        assertThatThrownBy(() -> host.links().move(lo, lab.namespace(), Optional.empty()))
                .hasMessage("The interface netns is immutable");
        assertThatThrownBy(() -> host.links().setAddress(near, MacAddress.BROADCAST))
                .hasMessage("Cannot assign requested address");
        assertThatThrownBy(() -> host.links().rename(near, "v1")).hasMessage("File exists");
        assertThatThrownBy(() -> host.links().setMaster(near, near.lower())).hasMessage("Operation not supported");
    }

    @Test
    void sameSeedSameAddresses() {
        assertThat(randomAddress()).isEqualTo(randomAddress());
        assertThat(randomAddress().octet(0) & 3)
                .as("locally administered unicast")
                .isEqualTo(2);
    }

    private static MacAddress randomAddress() {
        return new Lab()
                .host
                .links()
                .create(LinkRequest.of(new LinkKind.Dummy()))
                .address();
    }
}
