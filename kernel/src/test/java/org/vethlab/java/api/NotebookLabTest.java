package org.vethlab.java.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vethlab.java.TestLabs;
import org.vethlab.lab.LabException;
import org.vethlab.lab.Place;
import org.vethlab.lab.SimulatedLab;
import org.vethlab.magic.FakeLab;
import org.vethlab.row.Answer;
import org.vethlab.row.FdbRow;
import org.vethlab.row.JournalRow;
import org.vethlab.row.LinkRow;

/** What Java cells can do with a lab, on the simulator. */
class NotebookLabTest {
    private final SimulatedLab simulated = new SimulatedLab();
    private final Answer shown = new Answer();
    private final NotebookLab lab = TestLabs.of(simulated, shown);

    @AfterEach
    void close() {
        simulated.close();
    }

    private NotebookLab twoHosts() {
        return lab.topology()
                .bridge("br1")
                .host("left")
                .plug("br1", "10.0.0.1/24")
                .host("right")
                .plug("br1", "10.0.0.2/24")
                .build();
    }

    private List<String> typed() {
        return lab.journal().stream()
                .map(row -> row.place() + "$ " + row.script())
                .toList();
    }

    @Test
    void aTopologyIsMadeOfTypedCommands() {
        twoHosts();
        assertThat(typed())
                .startsWith("host$ ip link add name br1 type bridge", "host$ ip link set dev br1 up")
                .contains("host$ ip -n right addr add 10.0.0.2/24 dev eth0")
                .hasSize(14);
        assertThat(lab.namespaces()).extracting(Netns::name).containsExactly("left", "right");
        assertThat(shown.output() + shown.errors()).isEmpty();
    }

    @Test
    void whatPicturesAskStandsInNoJournal() {
        simulated.run(Place.HOST, "ip -j link", List.of(), Answer.curious());
        lab.ask("true");
        assertThat(typed()).containsExactly("host$ true");
    }

    @Test
    void aTopologysScriptMakesTheSame() {
        String script = lab.topology()
                .bridge("br1")
                .host("left")
                .plug("br1", "10.0.0.1/24")
                .script();
        lab.ask(script);
        assertThat(lab.ns("left").addresses())
                .anySatisfy(row -> assertThat(row.withPrefix()).isEqualTo("10.0.0.1/24"));
    }

    @Test
    void vlansKeepHostsApart() {
        lab.topology()
                .vlanBridge("sw")
                .host("a")
                .plug("sw", "10.1.0.1/24")
                .access(10)
                .host("b")
                .plug("sw", "10.1.0.2/24")
                .access(10)
                .host("c")
                .plug("sw", "10.1.0.3/24")
                .access(20)
                .router("r")
                .plug("sw")
                .trunk(10, 20)
                .cable("a", "10.9.0.1/30", "r", "10.9.0.2/30")
                .route("a", "default via 10.9.0.2")
                .build();
        assertThat(lab.ns("a").ping("10.1.0.2").received()).isEqualTo(1);
        assertThat(lab.ns("a").ping("10.1.0.3").received()).isZero();
        assertThat(lab.host().vlans().where(row -> row.ifname().equals("r")))
                .extracting(row -> row.vlan())
                .containsExactly(10, 20);
        assertThat(lab.ns("a").routeTo("8.8.8.8").orElseThrow().gateway()).contains("10.9.0.2");
        assertThat(lab.ns("r").sysctl("net.ipv4.ip_forward")).isEqualTo("1");
    }

    @Test
    void pingTellsWhatItFoundOut() {
        twoHosts();
        PingResult answered = lab.ns("left").ping("10.0.0.2", 3);
        assertThat(answered.sent()).isEqualTo(3);
        assertThat(answered.received()).isEqualTo(3);
        assertThat(answered.rtts()).hasSize(3).allMatch(millis -> millis > 0 && millis < 10);
        assertThat(answered.replies()).extracting(PingReply::sequence).containsExactly(1, 2, 3);
        assertThat(answered.toString()).contains("3 packets transmitted, 3 received, 0% packet loss");

        PingResult silent = lab.ns("left").ping("10.0.0.9", "-c", "2", "-W", "1");
        assertThat(silent.lost()).isEqualTo(2);
        assertThat(silent.isAnswered()).isFalse();
        assertThat(silent.averageRtt()).isEmpty();

        PingResult noWay = lab.ns("left").ping("192.0.2.1");
        assertThat(noWay.sent()).isZero();
        assertThat(noWay.errors()).containsExactly("ping: connect: Network is unreachable");
        assertThat(typed()).contains("left$ ping -c 2 -W 1 10.0.0.9");
    }

    @Test
    void lookingLeavesNoTrace() {
        twoHosts().ns("left").ping("10.0.0.2");
        List<String> before = typed();
        long time = simulated.time();
        assertThat(lab.ns("left").links()).extracting(LinkRow::ifname).containsExactlyInAnyOrder("lo", "eth0");
        assertThat(lab.ns("left").routes().get(0).dst()).isEqualTo("10.0.0.0/24");
        assertThat(lab.ns("left").neighbours().get(0).isUsable()).isTrue();
        assertThat(lab.host().fdb().where(FdbRow::isLearnt))
                .extracting(FdbRow::ifname)
                .containsExactly("left", "right");
        assertThat(lab.ns("left").rules()).hasSize(3);
        assertThat(lab.ns("left").routes6().stream().map(row -> row.dst())).contains("fe80::/64");
        assertThat(lab.ns("left").routes("local")).isNotEmpty();
        assertThat(typed()).isEqualTo(before);
        assertThat(simulated.time()).isEqualTo(time);
    }

    @Test
    void rowsAreATable() {
        twoHosts();
        assertThat(lab.ns("left").routes().toString()).isEqualTo("""
            Routes of left
            destination  via  device  source    metric  scope
            10.0.0.0/24       eth0    10.0.0.1          link\
            """);
        assertThat(lab.ns("left").neighbours()).hasToString("Neighbours of left: none");
        assertThat(lab.ns("left").routes().draw().rich()).startsWith("<table").contains("<th scope=\"col\"");
        assertThat(lab.ns("left").routes().get(0))
                .hasToString("destination 10.0.0.0/24, device eth0, source 10.0.0.1, scope link");
    }

    @Test
    void commandsShowWhatTheyPrint() {
        CommandResult result = lab.run("echo out; echo err >&2; exit 3");
        assertThat(result.status()).isEqualTo(3);
        assertThat(result.lines()).containsExactly("out");
        assertThat(shown.output()).isEqualTo("out\n");
        assertThat(shown.errors()).isEqualTo("err\n");
        assertThat(lab.ask("echo quiet")).isEqualTo("quiet\n");
        assertThat(shown.output()).doesNotContain("quiet");
    }

    @Test
    void aForkIsALabOfItsOwn() {
        try (NotebookLab fork = twoHosts().fork()) {
            fork.ns("left").run("ip link set eth0 down");
            assertThat(fork.ns("left").ping("10.0.0.2").received()).isZero();
            assertThat(lab.ns("left").ping("10.0.0.2").received()).isEqualTo(1);
            assertThat(typed()).noneMatch(command -> command.contains("down"));
            assertThat(fork.journal()).extracting(JournalRow::script).contains("ip link set eth0 down");
        }
    }

    @Test
    void aCaptureGoesOnBesidesThePings(@TempDir Path folder) throws Exception {
        twoHosts();
        try (PacketCapture capture = lab.capture("right", "icmp")) {
            lab.ns("left").ping("10.0.0.2");
            assertThat(capture.packets()).extracting(PacketRow::protocol).containsExactly("ICMP", "ICMP");
            assertThat(capture.packets().get(0).seen()).containsExactly("eth0 in");
            assertThat(capture.packets().get(0).seconds()).isZero();
            assertThat(capture.draw().text()).contains("Packets of right (icmp)", "Echo (ping) request");
            Path file = folder.resolve("ping.pcap");
            capture.save(file.toString());
            assertThat(Files.readAllBytes(file)).isEqualTo(capture.toPcap()).hasSizeGreaterThan(24);
            capture.clear();
            assertThat(capture.count()).isZero();
        }
    }

    @Test
    void timeCanPass() {
        long before = simulated.time();
        lab.sleep(30);
        lab.sleep(0.5);
        assertThat(simulated.time() - before).isBetween(30_500_000_000L, 31_000_000_000L);
        assertThat(typed()).containsExactly("host$ sleep 30", "host$ sleep 0.5");
    }

    private static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake(lab -> lab.ns("x"), "there is no namespace 'x'; there are: host"),
                mistake(
                        lab -> lab.host().ping("nosuch.example"),
                        "host: ping -c 1 nosuch.example: ping: nosuch.example: Temporary failure in name resolution"),
                mistake(lab -> lab.host().routeTo("10.0.0.1; reboot"), "'10.0.0.1; reboot' is no name or address"),
                mistake(
                        lab -> lab.host().routeTo("nonsense"),
                        "ip -j route get nonsense ended with status 1:"
                                + " Error: any valid prefix is expected rather than \"nonsense\"."),
                mistake(
                        lab -> lab.host().sysctl("net.ipv4.foo"),
                        "sysctl -n net.ipv4.foo ended with status 1:"
                                + " sysctl: cannot stat /proc/sys/net/ipv4/foo: No such file or directory"),
                mistake(lab -> lab.host().sysctl("a b"), "'a b' cannot be the name of a sysctl"),
                mistake(lab -> lab.ask("false"), "host: false ended with status 1"),
                mistake(lab -> lab.run("exit 4").orThrow(), "host: exit 4 ended with status 4"),
                mistake(lab -> lab.capture("host", "icmp and"), "tcpdump: can't parse filter expression: syntax error"),
                mistake(
                        lab -> lab.capture("host").save("/no/such/folder/x.pcap"),
                        "/no/such/folder/x.pcap cannot be written: No such file or directory"),
                mistake(
                        lab -> lab.topology().plug("br1"),
                        "name a host before you plug a cable into it: host(\"a\").plug(…)"),
                mistake(
                        lab -> lab.topology().host("a").plug("br1"),
                        "this topology has no bridge 'br1' yet; there are: none"),
                mistake(
                        lab -> lab.topology().host("a").cable("a", "10.0.0.1/30", "b", "10.0.0.2/30"),
                        "this topology has no host 'b' yet; there are: a"),
                mistake(
                        lab -> lab.topology().host("a").trunk(10),
                        "plug a cable before trunk(…): it is about the port plugged last"),
                mistake(
                        lab -> lab.topology().host("a host"),
                        "'a host' cannot be a name here: at most 13 letters, digits, dots, dashes or underscores"),
                mistake(
                        lab -> lab.topology().host("a").host("a").build(),
                        "host: ip netns add a: Cannot create namespace file \"/run/netns/a\": File exists"));
    }

    private static Arguments mistake(Consumer<NotebookLab> call, String message) {
        return Arguments.of(call, message);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void mistakesAreOneLine(Consumer<NotebookLab> call, String message) {
        assertThatThrownBy(() -> call.accept(lab))
                .isInstanceOf(LabException.class)
                .hasMessage(message);
    }

    @Test
    void realNamespacesKeepNoJournal() {
        NotebookLab real = TestLabs.of(new FakeLab(), shown);
        assertThatThrownBy(real::fork).hasMessage("a lab of real namespaces cannot be copied");
        assertThatThrownBy(real::journal).hasMessage("a lab of real namespaces cannot be asked for its journal");
    }
}
