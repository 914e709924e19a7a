package org.vethlab.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vethlab.lab.LabException;
import org.vethlab.lab.Place;
import org.vethlab.lab.SimulatedLab;

/** What {@code ip -j} and {@code bridge -j} say, as rows. */
class RowsTest {
    private static final String SETUP = """
        ip netns add a
        ip link add name br1 type bridge vlan_filtering 1
        ip link add name port type veth peer name eth0 netns a
        ip link set dev port master br1 up
        ip link set dev br1 up
        ip -n a addr add 10.0.0.1/24 dev eth0
        ip -n a addr add 10.0.0.2/24 dev eth0
        ip -n a link set dev eth0 up
        ip -n a link add link eth0 name eth0.10 type vlan id 10
        ip -n a route add default via 10.0.0.254 metric 5
        ip -n a route add blackhole 10.1.0.0/16
        ip -n a route add 10.2.0.0/16 nexthop via 10.0.0.253 weight 2 nexthop via 10.0.0.254
        ip -n a neigh add 10.0.0.254 lladdr 02:00:00:00:00:01 dev eth0 nud permanent
        ip -n a rule add from 10.3.0.0/16 lookup 100
        bridge vlan add dev port vid 20-22
        """;

    private final SimulatedLab lab = new SimulatedLab();
    private final Rows host = new Rows(lab, Place.HOST);
    private final Rows a = new Rows(lab, new Place("a", 0));

    @BeforeEach
    void setUp() {
        Answer answer = new Answer();
        lab.run(Place.HOST, SETUP, List.of(), answer);
        assertThat(answer.errors()).isEmpty();
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void links() {
        LinkRow vlan = named("eth0.10");
        assertThat(vlan.kind()).contains("vlan");
        assertThat(vlan.vlanId()).hasValue(10);
        assertThat(vlan.link()).contains("eth0");
        assertThat(vlan.isUp()).isFalse();
        assertThat(named("eth0").linkNetnsid()).hasValue(0);
        assertThat(named("eth0").hasCarrier()).isTrue();
        assertThat(named("lo").isLoopback()).isTrue();
        assertThat(host.links())
                .filteredOn(row -> row.ifname().equals("port"))
                .singleElement()
                .satisfies(port -> {
                    assertThat(port.master()).contains("br1");
                    assertThat(port.portState()).contains("forwarding");
                });
    }

    private LinkRow named(String name) {
        return a.links().stream()
                .filter(row -> row.ifname().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void addresses() {
        assertThat(a.addresses())
                .filteredOn(row -> !row.isIpv6())
                .extracting(AddressRow::toString)
                .containsExactly(
                        "device eth0, address 10.0.0.1/24, scope global",
                        "device eth0, address 10.0.0.2/24, scope global, flags secondary");
        assertThat(a.devices()).hasSameSizeAs(a.links());
    }

    @Test
    void routes() {
        assertThat(a.routes())
                .extracting(RouteRow::toString)
                .containsExactly(
                        "destination default, via 10.0.0.254, device eth0, metric 5",
                        "destination 10.0.0.0/24, device eth0, source 10.0.0.1, scope link",
                        "destination blackhole 10.1.0.0/16",
                        "destination 10.2.0.0/16, via 10.0.0.253, 10.0.0.254, device eth0, eth0");
        assertThat(a.routes().get(3).nexthops().get(0).weight()).isEqualTo(2);
        assertThat(a.routes("local")).extracting(RouteRow::type).contains("local", "broadcast");
        assertThat(a.lookup("10.1.0.1")).isEmpty();
        assertThat(a.lookup("192.0.2.1").orElseThrow().gateway()).contains("10.0.0.254");
        assertThat(a.routes6()).extracting(RouteRow::dst).contains("fe80::/64");
    }

    @Test
    void neighboursAndRules() {
        assertThat(a.neighbours())
                .containsExactly(new NeighbourRow(
                        "10.0.0.254", "eth0", java.util.Optional.of("02:00:00:00:00:01"), "PERMANENT", List.of()));
        assertThat(a.rules().get(1)).hasToString("priority 32765, from 10.3.0.0/16, action table 100");
    }

    @Test
    void bridges() {
        assertThat(host.vlans())
                .filteredOn(row -> row.ifname().equals("port"))
                .extracting(VlanRow::vlan)
                .containsExactly(1, 20, 21, 22);
        assertThat(host.fdb()).anySatisfy(row -> {
            assertThat(row.ifname()).isEqualTo("port");
            assertThat(row.isLearnt()).isTrue();
            assertThat(row.vlan()).hasValue(1);
        });
        assertThat(host.fdb()).anyMatch(row -> !row.isLearnt() && row.master().isPresent());
    }

    @Test
    void whatCannotBeAsked() {
        assertThatThrownBy(() -> a.routes("main; ip link del eth0"))
                .isInstanceOf(LabException.class)
                .hasMessage("'main; ip link del eth0' is no name or address");
        assertThatThrownBy(() -> JsonRow.parse("ip -j route", "no JSON {"))
                .hasMessage("ip -j route did not answer in JSON");
        assertThat(JsonRow.parse("ip -j addr", "[{},{\"ifname\":\"lo\"}]")).hasSize(1);
    }
}
