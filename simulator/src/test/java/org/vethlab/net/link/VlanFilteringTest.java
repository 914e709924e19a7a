package org.vethlab.net.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vethlab.net.link.Lab.enslave;
import static org.vethlab.net.link.Lab.frame;
import static org.vethlab.net.link.Lab.up;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vethlab.net.Namespace;
import org.vethlab.net.socket.PacketTap;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.VlanTag;

/** A bridge that filters by VLAN, with two ports and a host behind each. */
class VlanFilteringTest {
    private final Lab lab = new Lab();
    private final Namespace home = lab.namespace();
    private final Bridge bridge = lab.bridge(home, "br0");
    private final Device[] hosts = new Device[2];
    private final BridgePort[] ports = new BridgePort[2];

    @BeforeEach
    void connect() {
        for (int i = 0; i < 2; i++) {
            Device device = lab.veth(home, "p" + i, lab.namespace(), "eth0", 0x10 + i);
            hosts[i] = device.lower().orElseThrow();
            enslave(device, bridge);
            up(device, hosts[i]);
            ports[i] = bridge.port(device).orElseThrow();
        }
        up(bridge);
        bridge.change(Map.of("vlan_filtering", 1L));
    }

    /** The ids in the tags of what the second host gets for a frame of the first; 0 for none. */
    private List<Integer> received(EthernetFrame frame) {
        List<Integer> ids = new ArrayList<>();
        PacketTap tap = (where, type, seen, time) -> {
            if (type != PacketType.OUTGOING) {
                ids.add(seen.payload() instanceof VlanTag tag ? tag.id() : 0);
            }
        };
        hosts[1].namespace().sockets().tap(Optional.of(hosts[1]), tap);
        hosts[0].transmit(frame);
        lab.settle();
        return ids;
    }

    private EthernetFrame frameIn(int vlan) {
        EthernetFrame bare = frame(hosts[0].address(), hosts[1].address());
        return vlan < 0
                ? bare
                : new EthernetFrame(
                        bare.destination(), bare.source(), new VlanTag(VlanTag.DOT1Q, 0, vlan, bare.payload()));
    }

    /** {@code -1}: a frame without a tag, or none that arrives. */
    @ParameterizedTest
    @CsvSource({
        // sent, first port: vid, pvid; second port: vid, untagged; arrives
        "-1, 10, true,  10, true,  0",
        "-1, 10, true,  10, false, 10",
        "-1, 10, true,  20, true,  -1",
        "-1, 10, false, 10, true,  0",
        "10, 10, false, 10, false, 10",
        "10, 10, false, 10, true,  0",
        "10, 20, false, 10, true,  -1",
        "0,  10, true,  10, false, 10",
    })
    void lettingInAndOut(int sent, int in, boolean pvid, int out, boolean untagged, int arrives) {
        ports[0].memberships().add(in, pvid, true);
        ports[1].memberships().add(out, untagged, untagged);
        boolean byDefault = sent < 0 && !pvid;
        List<Integer> expected = arrives < 0 ? List.of() : List.of(arrives);
        assertThat(received(frameIn(sent))).isEqualTo(byDefault ? List.of(0) : expected);
    }

    @Test
    void anotherPvidLeavesTheOldVlanUntagged() {
        VlanMemberships vlans = ports[0].memberships();
        vlans.add(10, true, true);
        assertThat(vlans.pvid()).isEqualTo(10);
        assertThat(vlans.find(1).orElseThrow().isUntagged()).isTrue();
        vlans.delete(10);
        assertThat(vlans.pvid())
                .as("none, so that frames without a tag are dropped")
                .isZero();
        assertThat(received(frameIn(-1))).isEmpty();
    }

    @Test
    void theDefaultPvidMovesOnlyWhereNobodyChangedIt() {
        ports[0].memberships().add(7, true, true);
        bridge.change(Map.of("vlan_default_pvid", 5L));
        assertThat(ports[0].memberships().pvid()).isEqualTo(7);
        assertThat(ports[1].memberships().pvid()).isEqualTo(5);
        assertThat(ports[1].memberships().find(1)).isEmpty();
        assertThat(bridge.memberships().pvid()).isEqualTo(5);
    }

    @Test
    void learnsPerVlan() {
        ports[0].memberships().add(10, true, true);
        ports[1].memberships().add(10, true, true);
        received(frameIn(-1));
        assertThat(bridge.forwarding().find(hosts[0].address(), 10)).isPresent();
        assertThat(bridge.forwarding().find(hosts[0].address(), 1)).isEmpty();
        ports[0].memberships().delete(10);
        assertThat(bridge.forwarding().find(hosts[0].address(), 10)).isEmpty();
    }

    @Test
    void theBridgeItselfHearsOfVlansThatItIsInOnly() {
        ports[0].memberships().add(10, true, true);
        List<PacketType> seen = lab.watch(bridge);
        hosts[0].transmit(frame(hosts[0].address(), bridge.address()));
        lab.settle();
        assertThat(seen).isEmpty();
        bridge.memberships().add(10, false, true);
        hosts[0].transmit(frame(hosts[0].address(), bridge.address()));
        lab.settle();
        assertThat(seen).containsExactly(PacketType.HOST);
    }

    @ParameterizedTest
    @CsvSource({"0", "4095", "5000", "-1"})
    void idsThatAreNone(int id) {
        assertThatThrownBy(() -> VlanMemberships.checkId(id)).hasMessage("bridge: Vlan id is invalid");
    }
}
