package org.vethlab.picture.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.vethlab.picture.Picture;
import org.xml.sax.InputSource;

/** The story that packets tell: which flights are one packet's way, what is numbered, what is seen without motion. */
class AnimationTest {
    private static final Topology TOPOLOGY = new Topology(
            List.of(host("a"), sw("s", "pa", "pb", "pc"), host("b"), host("c")),
            List.of(cable("a", "pa"), cable("b", "pb"), cable("c", "pc")));

    private static Box host(String name) {
        return new Box(name, Optional.empty(), Device.State.UP, List.of(device("eth0")));
    }

    private static Box sw(String name, String... ports) {
        List<Device> devices = new ArrayList<>();
        for (String port : ports) {
            devices.add(device(port));
        }
        return new Box(name, Optional.of("br"), Device.State.UP, devices);
    }

    private static Device device(String name) {
        return new Device(name, "", Optional.empty(), List.of(), Device.State.UP, List.of());
    }

    private static Cable cable(String host, String port) {
        return new Cable(new Port(host, "eth0"), new Port("s/br", port), Cable.Kind.VETH);
    }

    private static Flight up(long start, String host, String label, Flight.Kind kind) {
        return new Flight(start, start + 5_000, end(host), new DeviceName("s", "p" + host), label, kind);
    }

    private static Flight down(long start, String host, String label, Flight.Kind kind) {
        return new Flight(start, start + 5_000, new DeviceName("s", "p" + host), end(host), label, kind);
    }

    private static DeviceName end(String host) {
        return new DeviceName(host, "eth0");
    }

    private static List<Flight> question(long start) {
        return List.of(
                up(start, "a", "who-has b", Flight.Kind.ARP),
                down(start + 5_000, "b", "who-has b", Flight.Kind.ARP),
                down(start + 5_000, "c", "who-has b", Flight.Kind.ARP));
    }

    private static Picture animate(List<Flight> flights) {
        return Animation.of(TOPOLOGY, flights).draw();
    }

    @Test
    void floodIsOneNumber() {
        assertThat(animate(question(0)).text()).isEqualTo(" 1   0.000000 s  a → br → b, c  who-has b");
    }

    @Test
    void questionAskedAgainIsCounted() {
        List<Flight> flights = new ArrayList<>(question(0));
        flights.addAll(question(1_000_000_000L));
        flights.addAll(question(2_000_000_000L));
        flights.add(new Flight(3_000_000_000L, 3_000_000_000L, end("a"), end("a"), "request", Flight.Kind.LOST));
        assertThat(animate(flights).text())
                .isEqualTo(" 1   0.000000 s  a → br → b, c  who-has b  (3 times)\n 2   3.000000 s  a ✕ request");
    }

    @Test
    void replyIsAnotherPacket() {
        List<Flight> flights = List.of(
                up(0, "a", "echo request", Flight.Kind.REQUEST),
                down(5_000, "b", "echo request", Flight.Kind.REQUEST),
                up(10_000, "b", "echo reply", Flight.Kind.REPLY),
                down(15_000, "a", "echo reply", Flight.Kind.REPLY));
        assertThat(animate(flights).text())
                .isEqualTo(" 1   0.000000 s  a → br → b  echo request\n 2   0.000010 s  b → br → a  echo reply");
    }

    @Test
    void whatIsTooMuchIsCounted() {
        List<Flight> flights = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            flights.add(up(i * 1_000_000_000L, "a", "packet " + i, Flight.Kind.OTHER));
        }
        assertThat(animate(flights).text()).endsWith("… and 76 more packets");
    }

    @Test
    void flightsThatNoCableCarriesAreTold() {
        Flight stray = new Flight(0, 1, new DeviceName("x", "y"), end("a"), "stray", Flight.Kind.OTHER);
        assertThat(animate(List.of(stray)).text()).contains("x → a  stray");
    }

    @Test
    void switchesOfOneNameAreToldApart() {
        Topology two = new Topology(
                List.of(host("a"), sw("s", "pa", "up"), new Box("t", Optional.of("br"), Device.State.UP, List.of())),
                TOPOLOGY.cables().subList(0, 1));
        assertThat(Animation.of(two, List.of(up(0, "a", "who-has b", Flight.Kind.ARP)))
                        .draw()
                        .text())
                .isEqualTo(" 1   0.000000 s  a → s/br  who-has b");
    }

    @Test
    void ofALargeLabOnlyThePlayersAreDrawn() {
        List<Box> boxes = new ArrayList<>(List.of(sw("s", "pa", "pb", "p0", "p1")));
        boxes.addAll(List.of(host("a"), host("b")));
        List<Flight> flights = new ArrayList<>(List.of(up(0, "a", "who-has b", Flight.Kind.ARP)));
        for (int i = 0; i < 40; i++) {
            boxes.add(host("" + i));
            flights.add(down(5_000, "" + i, "who-has b", Flight.Kind.ARP));
        }
        flights.add(down(5_000, "b", "who-has b", Flight.Kind.ARP));
        flights.add(up(10_000, "b", "b is here", Flight.Kind.ARP));
        flights.add(down(15_000, "a", "b is here", Flight.Kind.ARP));
        Picture picture = Animation.of(new Topology(boxes, TOPOLOGY.cables().subList(0, 2)), flights)
                .draw();
        assertThat(picture.text())
                .isEqualTo(" 1   0.000000 s  a → br → 0, 1, 2, 3 and 37 more  who-has b\n"
                        + " 2   0.000010 s  b → br → a  b is here\n"
                        + "not drawn: 40 of the lab's hosts and switches, which send nothing here");
        assertThat(DrawingTest.svg(picture).split("class=\"title\"", -1))
                .as("a, b and the switch")
                .hasSize(4);
        assertThat(DrawingTest.svg(picture)).contains(">pa<", ">pb<").doesNotContain(">p0<");
    }

    @Test
    void showsWithoutScriptAndWithoutMotion() throws Exception {
        Picture picture = animate(question(0));
        assertThat(picture.rich())
                .startsWith("<img src=\"data:image/svg+xml;base64,")
                .doesNotContain("<script");
        String svg = DrawingTest.svg(picture);
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(svg)
                .contains("<animateMotion", "prefers-reduced-motion", "<title id=\"title\">", "role=\"img\"")
                .doesNotContain("<script", "href", "onload");
        assertThat(svg.split("class=\"mark\"", -1)).as("a mark on each cable").hasSize(4);
        assertThat(svg.split("class=\"moving\" opacity=\"0\"", -1))
                .as("three that move")
                .hasSize(4);
    }
}
