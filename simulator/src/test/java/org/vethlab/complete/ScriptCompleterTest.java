package org.vethlab.complete;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vethlab.lab.Lab;
import org.vethlab.lab.Place;
import org.vethlab.lab.SimulatedLab;

/** Completes commands in the lab of the two segments; what is typed ends at the bar. */
class ScriptCompleterTest {
    private static final SimulatedLab LAB = new SimulatedLab();
    private static final StringBuilder PRINTED = new StringBuilder();
    private static final ScriptCompleter COMPLETER = new ScriptCompleter(LAB);

    private static final Lab.Sink SINK = new Lab.Sink() {
        @Override
        public void out(String text) {
            PRINTED.append(text);
        }

        @Override
        public void err(String text) {
            PRINTED.append(text);
        }
    };

    @BeforeAll
    static void setUp() throws IOException {
        run(Files.readString(Path.of("../notebooks/scenarios/two-segments.sh")));
        run("ip netns add blue; ip -n blue link add dum0 type dummy; ip -n blue addr add 10.1.0.1/16 dev dum0");
        run("ip netns exec blue nft 'add table inet shop; add chain inet shop front'");
        run("iptables -N audit; echo > 'my file'; > .hidden; mkdir -p logs; hello() { :; }; sleep 1000 &");
    }

    private static void run(String script) {
        LAB.run(Place.HOST, script, List.of(), SINK);
    }

    private static List<String> at(String place, String typed) {
        String script = typed.replace("\\n", "\n");
        return COMPLETER
                .complete(LAB.place(place), script.substring(0, script.indexOf('|')))
                .texts();
    }

    private static Stream<String> table() throws IOException {
        return Files.readString(Path.of("src/test/resources/completions.txt"))
                .lines()
                .filter(line -> !line.startsWith("#"));
    }

    @ParameterizedTest
    @MethodSource("table")
    void completes(String row) {
        String[] sides = row.split(" ->", 2);
        String[] typed = sides[0].split(": ", 2);
        List<String> expected = Stream.of(sides[1].strip().split(" "))
                .filter(word -> !word.isEmpty() && !word.equals("*"))
                .map(word -> word.replace("my_file", "my file").replace("my\\_file", "my\\ file"))
                .toList();
        List<String> found = at(typed[0], typed[1]);
        if (row.endsWith("*")) {
            assertThat(found).containsAll(expected);
        } else {
            assertThat(found).containsExactlyElementsOf(expected);
        }
    }

    @Test
    void hiddenFilesAreOfferedToWhoTypesTheirDot() {
        assertThat(at("host", "cat |")).contains("my\\ file").doesNotContain(".hidden");
        assertThat(at("host", "cat .|")).containsExactly(".hidden");
    }

    @Test
    void beforeAnythingIsTypedComeTheProgramsThatALabIsAbout() {
        assertThat(at("netnsR", "|"))
                .startsWith("arp", "arping", "bridge", "ip")
                .contains("cat", "cd");
    }

    @Test
    void aCommandMayBeABracket() {
        assertThat(at("host", "if [|")).contains("[");
    }

    @Test
    void saysWhoHasAnAddress() {
        assertThat(COMPLETER.complete(LAB.place("netns22"), "ping 192.168.5.10").candidates())
                .containsExactly(new Candidate("192.168.5.100", "address", "netnsR veth1R"));
    }

    @Test
    void replacesTheWordWithItsQuote() {
        assertThat(COMPLETER.complete(Place.HOST, "cat \"my").start()).isEqualTo(4);
        assertThat(COMPLETER.complete(Place.HOST, "echo ${pid_netnsR").start()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "netnsR; i|p route; ip; Usage: ip [",
                "netnsR; ip rou|te; ip route; NODE_SPEC",
                "netnsR; ip r|; ip route; NODE_SPEC",
                "netnsR; ip route ad|d; ip route add; NODE_SPEC",
                "netns22; ping -|c 1; ping -c <count>; stop after <count> replies",
                "netns22; ping -I vet|h22; veth22; link/ether",
                "netns22; ping 192.168.5.|100; 192.168.5.100; an address of netnsR, on its device veth1R",
                "host; sudo tim|eout 5 ls; timeout; DURATION COMMAND",
                "host; ip netns exec bl|ue ls; blue; 10.1.0.1/16",
                "host; c|d /; cd; a builtin of the shell",
                "netnsR; iptables -A FORWARD -|j DROP; iptables -j target; target for rule",
                "netnsR; iptables -A FORWARD -j DR|OP; iptables DROP; drop the packet",
                "netnsR; iptables -t nat -A POSTROUTING -j MASQ|UERADE; iptables MASQUERADE; --to-ports",
                "netnsR; ip link add b type bri|dge; ip link bridge; STP_STATE",
                "netnsR; ip nei|gh; ip neighbor; manage ARP or NDISC cache entries",
                "netnsR; ip route |; ip route; routing table entry",
                "netnsR; tcpdump -|n; tcpdump -n; don't convert addresses",
                "netnsR; sysctl net.ipv4.conf.all.arp_ig|nore; net.ipv4.conf.all.arp_ignore = 0; which ARP requests",
                "netnsR; cat /proc/sys/net/ipv4/ip_for|ward; /proc/sys/net/ipv4/ip_forward = 0; forward packets",
            })
    void explains(String place, String text, String heading, String contained) {
        int cursor = text.indexOf('|');
        Note note = COMPLETER
                .explain(LAB.place(place), text.replace("|", ""), cursor)
                .orElseThrow();
        assertThat(note.heading()).isEqualTo(heading);
        assertThat(note.plain()).contains(contained);
    }

    @Test
    void leavesTheLabAsItIs() {
        int entries = LAB.journal().size();
        long time = LAB.machine().clock().now();
        int processes = LAB.machine().processes().size();
        SimulatedLab twin = LAB.copy();
        for (String typed : List.of("", "ip route add ", "ip link set ", "kill ", "iptables -A ", "cat /proc/", "$")) {
            COMPLETER.complete(LAB.place("netnsR"), typed);
            COMPLETER.explain(LAB.place("netnsR"), typed, typed.length());
        }
        assertThat(LAB.journal()).hasSize(entries);
        assertThat(LAB.machine().clock().now()).isEqualTo(time);
        assertThat(LAB.machine().processes()).hasSize(processes);
        String script = "echo $RANDOM $!; date +%N; bash -c 'echo $$'; ps; lsns; "
                + "nsenter -t $pid_netnsR -n sh -c 'nft list ruleset; iptables-save; ip -s link; ip -s neigh; lsmod'";
        PRINTED.setLength(0);
        run(script);
        String printed = PRINTED.toString();
        PRINTED.setLength(0);
        twin.run(Place.HOST, script, List.of(), SINK);
        assertThat(printed).isEqualTo(PRINTED.toString());
        twin.close();
    }
}
