package org.vethlab.picture.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vethlab.lab.Place;
import org.vethlab.lab.SimulatedLab;
import org.vethlab.picture.Picture;
import org.vethlab.row.Answer;

/** Drawings of labs: the course's scenario as in a textbook, VLANs, tunnels, rings, and what changed. */
class DrawingTest {
    private static final Path SCENARIO = Path.of("../notebooks/scenarios/two-segments.sh");
    private static final Path GOLDEN = Path.of("src/test/resources/topology/two-segments.svg");

    private static void run(SimulatedLab lab, String script) {
        Answer answer = new Answer();
        lab.run(Place.HOST, script, List.of(), answer);
        assertThat(answer.errors()).isEmpty();
    }

    private static Drawing draw(String script) {
        try (SimulatedLab lab = new SimulatedLab()) {
            run(lab, script);
            return Drawing.first(Topology.of(lab));
        }
    }

    static String svg(Picture picture) {
        String data = picture.rich().split("base64,", 2)[1];
        return new String(Base64.getDecoder().decode(data.substring(0, data.indexOf('"'))), StandardCharsets.UTF_8);
    }

    @Test
    void scenarioLooksLikeTheTextbook() throws IOException {
        Drawing drawing = draw(Files.readString(SCENARIO));
        assertThat(drawing.draw().text()).isEqualTo("""
            netnsR
            ├─ veth1R 192.168.5.100/24 ── veth1RB  switch br1 in netnsB1
            │  ├─ veth11B ── veth11 192.168.5.1/24  netns11
            │  └─ veth12B ── veth12 192.168.5.11/24  netns12
            └─ veth2R 192.168.5.200/24 ── veth2RB  switch br2 in netnsB2
               ├─ veth21B ── veth21 192.168.5.2/24  netns21
               └─ veth22B ── veth22 192.168.5.22/24  netns22\
            """);
        assertThat(columns(drawing))
                .isEqualTo("netnsB1/br1=1 netns11=0 netns12=0 netnsB2/br2=3 netns21=4 netns22=4 netnsR=2");
        String svg = svg(drawing.draw());
        if (Boolean.getBoolean("golden.update") && System.getenv("CI") == null) {
            Files.writeString(GOLDEN, svg);
        }
        assertThat(svg).isEqualTo(Files.readString(GOLDEN));
    }

    private static String columns(Drawing drawing) {
        return drawing.scene().boxes().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().column())
                .collect(Collectors.joining(" "));
    }

    @Test
    void changesAreMarked() throws IOException {
        try (SimulatedLab lab = new SimulatedLab()) {
            run(lab, Files.readString(SCENARIO));
            Drawing first = Drawing.first(Topology.of(lab));
            assertThat(first.next(Topology.of(lab)).draw().text()).contains("Nothing drawn here has changed");
            run(lab, """
                nsenter -t $pid_netns12 -n ip link set veth12 down
                nsenter -t $pid_netns21 -n ip addr add 192.168.6.2/24 dev veth21
                nsenter -t $pid_netns22 -n ip addr del 192.168.5.22/24 dev veth22
                ip netns add extra
                ip link add vethX netns extra type veth peer name vethXB netns $pid_netnsB2
                nsenter -t $pid_netnsB2 -n ip link set vethXB master br2 up
                """);
            Drawing second = first.next(Topology.of(lab));
            assertThat(second.draw().text())
                    .contains("veth12B NO-CARRIER (~ was UP) ── veth12 192.168.5.11/24 DOWN (~ was UP)  netns12")
                    .contains("veth21 192.168.5.2/24 192.168.6.2/24 (+ new)")
                    .contains("veth22 192.168.5.22/24 (− gone)")
                    .contains("vethXB NO-CARRIER (+ new) ── vethX DOWN  extra  ← + new");
            run(lab, "ip netns del extra");
            Drawing third = second.next(Topology.of(lab));
            assertThat(third.draw().text())
                    .contains("vethXB NO-CARRIER (− gone)", "extra  ← − gone")
                    .doesNotContain("~ was");
            assertThat(third.next(Topology.of(lab)).draw().text()).doesNotContain("extra");
        }
    }

    @Test
    void vlansAreNamedAndColoured() {
        Drawing drawing = draw("""
            ip link add br1 type bridge vlan_filtering 1
            ip link set br1 up
            ip netns add a
            ip link add pa type veth peer name eth0 netns a
            ip link set pa master br1 up
            bridge vlan del vid 1 dev pa
            bridge vlan add vid 10 dev pa pvid untagged
            ip netns add r
            ip link add pr type veth peer name eth0 netns r
            ip link set pr master br1 up
            bridge vlan del vid 1 dev pr
            bridge vlan add vid 10 dev pr
            bridge vlan add vid 20 dev pr
            ip -n r link add link eth0 name eth0.10 type vlan id 10
            ip -n a link set eth0 up
            ip -n r link set eth0 up
            """);
        assertThat(drawing.draw().text())
                .contains("pa vlan 10 ── eth0  a", "pr trunk 10 20 ── eth0  r", "└─   eth0.10 vlan 10");
        assertThat(svg(drawing.draw())).contains("stroke:#0072b2;stroke-width:3px", "trunk 10 20");
    }

    @Test
    void tunnelsAndParentsInOtherNamespaces() {
        Drawing drawing = draw("""
            ip netns add t1; ip netns add t2; ip netns add m
            ip link add name a netns t1 type veth peer name b netns t2
            ip -n t1 addr add 192.0.2.1/24 dev a; ip -n t2 addr add 192.0.2.2/24 dev b
            ip -n t1 link add gre1 type gre local 192.0.2.1 remote 192.0.2.2
            ip -n t2 link add gre1 type gre local 192.0.2.2 remote 192.0.2.1
            ip link add base type dummy
            ip link add mac link base netns m type macvlan mode bridge
            """);
        assertThat(drawing.draw().text())
                .contains("gre1 gre DOWN ── tunnel ── gre1 gre DOWN  t2")
                .contains("base dummy DOWN ── lies upon ── mac macvlan DOWN  m");
    }

    @Test
    void bridgeWithAnAddressIsPluggedIntoItself() {
        Drawing drawing = draw("""
            ip link add br0 type bridge
            ip link set br0 up
            ip addr add 10.0.0.1/24 dev br0
            ip netns add h
            ip link add ph type veth peer name eth0 netns h
            ip link set ph master br0 up
            ip -n h link set eth0 up
            """);
        assertThat(drawing.draw().text())
                .contains("br0 own port ── the bridge's own port ── br0 bridge 10.0.0.1/24  host");
    }

    @Test
    void emptyLabSaysSo() {
        assertThat(draw("true").draw().text()).startsWith("There is nothing in the lab yet");
    }

    @Test
    void namesAreEscaped() {
        Topology topology =
                new Topology(List.of(new Box("<b>&\"", Optional.empty(), Device.State.UP, List.of())), List.of());
        assertThat(svg(Drawing.first(topology).draw()))
                .contains("&lt;b&gt;&amp;")
                .doesNotContain("<b>");
    }
}
