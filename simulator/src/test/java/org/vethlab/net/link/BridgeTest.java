package org.vethlab.net.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vethlab.net.link.Lab.enslave;
import static org.vethlab.net.link.Lab.frame;
import static org.vethlab.net.link.Lab.mac;
import static org.vethlab.net.link.Lab.up;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Namespace;
import org.vethlab.net.link.ForwardingEntry.State;
import org.vethlab.net.link.ForwardingTable.Mode;

/** A bridge with three ports, and a host behind each. */
class BridgeTest {
    private static final int HOSTS = 3;

    private final Lab lab = new Lab();
    private final Namespace home = lab.namespace();
    private final Bridge bridge = lab.bridge(home, "br0");
    private final Device[] ports = new Device[HOSTS];
    private final Device[] hosts = new Device[HOSTS];

    @BeforeEach
    void connect() {
        for (int i = 0; i < HOSTS; i++) {
            ports[i] = lab.veth(home, "p" + i, lab.namespace(), "eth0", 0x10 + i);
            hosts[i] = ports[i].lower().orElseThrow();
            enslave(ports[i], bridge);
            up(ports[i], hosts[i]);
        }
        up(bridge);
    }

    /** Which hosts get a frame that host {@code from} sends. */
    private List<Integer> reached(int from, MacAddress destination) {
        List<List<PacketType>> seen = new ArrayList<>();
        for (Device host : hosts) {
            seen.add(lab.watch(host));
        }
        hosts[from].transmit(frame(hosts[from].address(), destination));
        lab.settle();
        List<Integer> reached = new ArrayList<>();
        for (int i = 0; i < HOSTS; i++) {
            if (seen.get(i).stream().anyMatch(type -> type != PacketType.OUTGOING)) {
                reached.add(i);
            }
        }
        return reached;
    }

    private BridgePort port(int index) {
        return bridge.port(ports[index]).orElseThrow();
    }

    private void add(MacAddress address, State state, boolean sticky) {
        bridge.forwarding()
                .set(new FdbRequest(Mode.ADD, Optional.of(port(0)), address, 0, state, sticky, false, false));
    }

    private Optional<Device> learnedAt(Device station) {
        return bridge.forwarding()
                .find(station.address(), 0)
                .flatMap(ForwardingEntry::port)
                .map(BridgePort::device);
    }

    @Test
    void floodsWhatItDoesNotKnowAndLearnsTheSource() {
        assertThat(reached(0, hosts[1].address())).containsExactly(1, 2);
        assertThat(learnedAt(hosts[0])).contains(ports[0]);
        assertThat(reached(1, hosts[0].address())).containsExactly(0);
        assertThat(reached(0, hosts[1].address())).containsExactly(1);
        assertThat(reached(0, MacAddress.BROADCAST)).containsExactly(1, 2);
    }

    @Test
    void newestPortFirst() {
        List<String> order = new ArrayList<>();
        home.sockets().tap(Optional.empty(), (device, type, frame, time) -> {
            if (type == PacketType.OUTGOING) {
                order.add(device.name());
            }
        });
        bridge.transmit(frame(bridge.address(), MacAddress.BROADCAST));
        assertThat(order).containsExactly("br0", "p2", "p1", "p0");
    }

    @Test
    void forgetsAfterTheAgeingTime() {
        reached(0, mac(99));
        lab.clock.advance(299 * Lab.SECOND);
        assertThat(learnedAt(hosts[0])).contains(ports[0]);
        lab.clock.advance(Lab.SECOND);
        assertThat(learnedAt(hosts[0])).isEmpty();
        assertThat(lab.clock.nextDue()).as("nothing left to clean").isGreaterThan(lab.clock.now() + 10 * Lab.SECOND);
    }

    @Test
    void shorterAgeingTimeHoldsAtOnce() {
        reached(0, mac(99));
        lab.clock.advance(2 * Lab.SECOND);
        bridge.change(Map.of("ageing_time", 100L));
        assertThat(learnedAt(hosts[0])).isEmpty();
        bridge.change(Map.of("ageing_time", 0L));
        reached(0, mac(99));
        assertThat(learnedAt(hosts[0])).as("0: learns nothing").isEmpty();
    }

    @Test
    void stationMoves() {
        reached(0, mac(99));
        hosts[1].transmit(frame(hosts[0].address(), mac(99)));
        lab.settle();
        assertThat(learnedAt(hosts[0])).contains(ports[1]);
    }

    /** Static entries move too, sticky ones stay, and neither ages. */
    @ParameterizedTest
    @CsvSource({"false, 1", "true, 0"})
    void entriesByHand(boolean sticky, int behind) {
        add(mac(50), State.STATIC, sticky);
        hosts[1].transmit(frame(mac(50), mac(99)));
        lab.clock.advance(1000 * Lab.SECOND);
        assertThat(bridge.forwarding().find(mac(50), 0).orElseThrow().port()).contains(port(behind));
    }

    @Test
    void refusedEntries() {
        add(mac(50), State.STATIC, false);
        assertThatThrownBy(() -> add(mac(50), State.STATIC, false)).hasMessage("File exists");
        assertThatThrownBy(() -> add(MacAddress.ZERO, State.STATIC, false)).hasMessage("Invalid argument");
        assertThatThrownBy(() -> add(mac(51), State.PERMANENT, true)).hasMessage("Invalid argument");
        assertThatThrownBy(() -> bridge.forwarding().delete(Optional.of(port(1)), mac(50), 0))
                .hasMessage("No such file or directory");
        home.links().setDown(ports[0]);
        assertThatThrownBy(() -> add(mac(52), State.DYNAMIC, false)).hasMessage("Operation not permitted");
    }

    /** A flag of port 1, what host 0 sends to, and whom it reaches. */
    @ParameterizedTest
    @CsvSource({
        "FLOOD, false, 02:00:00:00:00:63, 2",
        "BCAST_FLOOD, false, ff:ff:ff:ff:ff:ff, 2",
        "MCAST_FLOOD, false, 01:00:5e:00:00:05, 2",
        "BCAST_FLOOD, false, 01:00:5e:00:00:05, 12",
        "ISOLATED, true, ff:ff:ff:ff:ff:ff, 12",
    })
    void portFlags(PortFlag flag, boolean on, String destination, String expected) {
        port(1).set(flag, on);
        assertThat(reached(0, MacAddress.parse(destination)))
                .hasSize(expected.length())
                .allMatch(host -> expected.contains(host.toString()));
    }

    @Test
    void isolatedPortsReachOnlyOthers() {
        port(0).set(PortFlag.ISOLATED, true);
        port(1).set(PortFlag.ISOLATED, true);
        assertThat(reached(0, MacAddress.BROADCAST)).containsExactly(2);
        assertThat(reached(2, MacAddress.BROADCAST)).containsExactly(0, 1);
    }

    @Test
    void hairpinSendsBack() {
        port(0).set(PortFlag.HAIRPIN, true);
        assertThat(reached(0, MacAddress.BROADCAST)).containsExactly(0, 1, 2);
    }

    @Test
    void portThatDoesNotLearn() {
        port(0).set(PortFlag.LEARNING, false);
        reached(0, mac(99));
        assertThat(learnedAt(hosts[0])).isEmpty();
    }

    /** Frames to the bridge, and to the own address of the port where they come in, go up to the host. */
    @Test
    void framesForTheHost() {
        home.links().setAddress(bridge, mac(0x77));
        List<PacketType> seen = lab.watch(bridge);
        reached(0, bridge.address());
        reached(0, ports[0].address());
        reached(0, MacAddress.BROADCAST);
        reached(1, hosts[0].address());
        assertThat(seen).containsExactly(PacketType.HOST, PacketType.HOST, PacketType.BROADCAST);
        assertThat(bridge.statistics().rxBytes)
                .as("without the Ethernet header")
                .isEqualTo(3 * 46);
    }

    @Test
    void tappedBridgeSeesAll() {
        List<PacketType> seen = lab.watch(bridge);
        bridge.promiscuous(true);
        reached(0, hosts[1].address());
        assertThat(seen).containsExactly(PacketType.OTHERHOST);
    }

    /** Which of 01:80:c2:00:00:0X pass: BPDUs, since this bridge runs no spanning tree, and what the mask lets pass. */
    @ParameterizedTest
    @CsvSource({"0, 0, true", "1, 0, false", "2, 0, false", "14, 0, false", "14, 16384, true"})
    void linkLocalGroups(int last, long mask, boolean passes) {
        bridge.change(Map.of("group_fwd_mask", mask));
        assertThat(reached(0, new MacAddress(0x0180_c200_0000L + last)).isEmpty())
                .isEqualTo(!passes);
    }

    @Test
    void carrierFollowsThePorts() {
        assertThat(bridge.operState()).isEqualTo(OperState.UP);
        for (Device host : hosts) {
            host.namespace().links().setDown(host);
        }
        assertThat(bridge.operState()).isEqualTo(OperState.DOWN);
        assertThat(port(0).state()).isEqualTo(PortState.DISABLED);
        up(hosts[1]);
        assertThat(bridge.operState()).isEqualTo(OperState.UP);
        home.links().setDown(bridge);
        assertThat(port(1).state()).isEqualTo(PortState.DISABLED);
    }

    /** A new bridge has carrier; one whose identifier has changed has none before a port forwards. */
    @Test
    void bridgesWithoutPorts() {
        Bridge fresh = lab.bridge(home, "br1");
        Bridge named = lab.bridge(home, "br2");
        home.links().setAddress(named, mac(0x88));
        up(fresh, named);
        assertThat(fresh.operState()).isEqualTo(OperState.UNKNOWN);
        assertThat(named.operState()).isEqualTo(OperState.DOWN);
    }

    @Test
    void addressIsTheLowestOfThePortsUntilItIsSet() {
        assertThat(bridge.address()).isEqualTo(mac(0x10));
        home.links().setMaster(ports[0], Optional.empty());
        assertThat(bridge.address()).isEqualTo(mac(0x11));
        home.links().setAddress(ports[2], mac(2));
        assertThat(bridge.address()).isEqualTo(mac(2));
        home.links().setAddress(bridge, mac(0x99));
        enslave(ports[0], bridge);
        assertThat(bridge.address()).isEqualTo(mac(0x99));
        assertThat(bridge.spanningTree().id()).isEqualTo(new BridgeId(0x8000, mac(0x99)));
    }

    @Test
    void lastPortTakesTheAddressAlong() {
        for (Device port : ports) {
            home.links().setMaster(port, Optional.empty());
        }
        assertThat(bridge.address()).isEqualTo(MacAddress.ZERO);
        assertThat(bridge.forwarding().entries())
                .extracting(ForwardingEntry::address)
                .doesNotContain(mac(0x10));
    }

    @Test
    void mtuIsTheLeastOfThePortsUntilItIsSet() {
        home.links().setMtu(ports[1], 1400);
        assertThat(bridge.mtu()).isEqualTo(1400);
        home.links().setMaster(ports[1], Optional.empty());
        assertThat(bridge.mtu()).isEqualTo(1500);
        home.links().setMtu(bridge, 1250);
        home.links().setMtu(ports[0], 1200);
        assertThat(bridge.mtu()).isEqualTo(1250);
    }

    @Test
    void portNumbersAreTheLowestFreeOnes() {
        home.links().setMaster(ports[0], Optional.empty());
        Device other = lab.veth(home, "q", lab.namespace(), "eth0", 0x40);
        enslave(other, bridge);
        assertThat(bridge.port(other).orElseThrow().number()).isEqualTo(1);
        assertThat(bridge.port(other).orElseThrow().id()).isEqualTo(0x8001);
    }

    @Test
    void refusedPorts() {
        assertThatThrownBy(() -> enslave(home.devices().loopback(), bridge)).hasMessage("Invalid argument");
        assertThatThrownBy(() -> enslave(lab.bridge(home, "br9"), bridge))
                .hasMessage("Can not enslave a bridge to a bridge");
        assertThatThrownBy(() -> bridge.change(Map.of("hello_time", 99L))).hasMessage("Numerical result out of range");
    }

    @Test
    void movedPortLeavesTheBridge() {
        Namespace elsewhere = lab.namespace();
        home.links().move(ports[0], elsewhere, Optional.empty());
        assertThat(ports[0].master()).isEmpty();
        assertThat(ports[0].promiscuity()).isZero();
        assertThat(bridge.ports()).hasSize(2);
        home.links().delete(bridge);
        assertThat(ports[1].master()).isEmpty();
    }
}
