package org.vethlab.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class SimulatedLabTest {
    private final SimulatedLab lab = new SimulatedLab();

    @AfterEach
    void close() {
        lab.close();
    }

    /** Takes both streams in order. */
    private static class Recorder implements Lab.Sink {
        private final StringBuilder text = new StringBuilder();
        private final List<Place> windows = new ArrayList<>();

        @Override
        public void out(String printed) {
            text.append(printed);
        }

        @Override
        public void err(String printed) {
            text.append(printed);
        }

        @Override
        public void opened(Place place) {
            windows.add(place);
        }
    }

    private static String run(SimulatedLab lab, Place place, String script) {
        Recorder recorder = new Recorder();
        int status = lab.run(place, script, List.of(), recorder);
        return recorder.text + "[" + status + "]";
    }

    private String host(String script) {
        return run(lab, Place.HOST, script);
    }

    private static final String TWO_HOSTS = "unshare --net --uts /bin/bash &\n"
            + "export pid_a=$!\n"
            + "ip netns add b\n"
            + "sleep 0.1\n"
            + "nsenter -t $pid_a -u hostname a\n"
            + "ip link add va netns $pid_a type veth peer name vb netns b\n"
            + "nsenter -t $pid_a -n ip addr add 10.0.0.1/24 dev va\n"
            + "nsenter -t $pid_a -n ip link set va up\n"
            + "ip -n b addr add 10.0.0.2/24 dev vb\n"
            + "ip -n b link set vb up\n";

    @Test
    void theHostsShellLivesFromRunToRun() {
        assertThat(host("x=1; export y=2; cd /tmp; f() { echo f; }")).isEqualTo("[0]");
        assertThat(host("echo $x $y $PWD; f; false")).isEqualTo("1 2 /tmp\nf\n[1]");
        assertThat(host("exit 3")).isEqualTo("[3]");
        assertThat(host("echo $x $?")).startsWith("1 ");
    }

    @Test
    void jobsGoOnWithTheNextRunAndPrintWhereTheyWereStarted() {
        Recorder first = new Recorder();
        lab.run(Place.HOST, "(sleep 5; echo late; echo wrong >&2) &", List.of(), first);
        assertThat(host("echo now; sleep 4; echo end")).isEqualTo("now\nend\n[0]");
        assertThat(first.text).doesNotContain("late");
        assertThat(host("sleep 1.1")).isEqualTo("[0]");
        assertThat(first.text).contains("late\nwrong\n");
    }

    @Test
    void aRedirectionOfTheShellItselfStays() {
        assertThat(host("exec > /tmp/kept; echo gone")).isEqualTo("[0]");
        assertThat(host("echo gone, too; exec > /dev/tty; cat /tmp/kept")).isEqualTo("gone\ngone, too\n[0]");
    }

    @Test
    void argumentsArePositionalParameters() {
        Recorder recorder = new Recorder();
        lab.run(Place.HOST, "echo $# $2", List.of("a", "b c"), recorder);
        assertThat(recorder.text.toString()).isEqualTo("2 b c\n");
    }

    @Test
    void placesAreNamedByNameHostNameOrPid() {
        host(TWO_HOSTS + "unshare -n bash &\nsleep 0.1");
        List<Place> places = lab.places();
        assertThat(places).extracting(Place::name).startsWith("host", "b", "a").hasSize(4);
        Place pidOnly = places.get(3);
        assertThat(pidOnly.name()).isEqualTo(Integer.toString(pidOnly.pid()));
        assertThat(run(lab, lab.place("a"), "hostname; ip -br addr show va"))
                .startsWith("a\nva@if2 ")
                .contains(" 10.0.0.1/24 ");
        assertThat(run(lab, lab.place("b"), "hostname; ping -c 1 -q 10.0.0.1 | grep -c ' 0% packet loss'"))
                .isEqualTo("host\n1\n[0]");
        assertThat(lab.place(Integer.toString(places.get(2).pid())).pid())
                .isEqualTo(places.get(2).pid());
        assertThat(lab.place("host")).isEqualTo(Place.HOST);
        assertThatThrownBy(() -> lab.place("c"))
                .isInstanceOf(LabException.class)
                .hasMessage("there is no namespace 'c'; there are: host, b, a, " + pidOnly.name());
    }

    @Test
    void aPlaceThatIsNoMoreIsSaidSo() {
        host(TWO_HOSTS);
        Place gone = lab.place("a");
        host("kill -9 $pid_a; sleep 1");
        assertThatThrownBy(() -> run(lab, gone, "ip link"))
                .isInstanceOf(LabException.class)
                .hasMessage("the namespace 'a' is no more");
        assertThat(lab.places()).extracting(Place::name).containsExactly("host", "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nosuch",
                "echo 'open",
                "ls /nodir",
                "kill -9 $$",
                "exec ip link",
                "while",
                "cat",
                "exit 7",
                "\u0000\u0001\u0002",
                "set -e; false; echo never",
                "f() { f; }; f"
            })
    void whateverIsTypedTheLabGoesOn(String script) {
        host("ip netns add kept");
        String answer = host(script);
        assertThat(answer).doesNotContain("\tat ", "java.");
        assertThat(host("ip netns list")).isEqualTo("kept\n[0]");
    }

    @Test
    void anEndlessCommandCanBeInterruptedAndTheStateIsKept() throws InterruptedException {
        host("x=kept; " + TWO_HOSTS);
        for (String endless : List.of(
                "nsenter -t $pid_a -n ping -i 0.2 10.0.0.2",
                "echo go; while true; do :; done",
                "sleep 5 | cat; ping 127.0.0.1",
                "while sleep 1; do echo go; done")) {
            CountDownLatch printed = new CountDownLatch(1);
            Thread student = new Thread(() -> {
                awaitQuietly(printed);
                lab.interrupt();
            });
            student.start();
            Recorder recorder = new Recorder() {
                @Override
                public void out(String text) {
                    super.out(text);
                    if (text.contains("go") || text.contains("bytes from")) {
                        printed.countDown();
                    }
                }
            };
            int status = lab.run(Place.HOST, endless, List.of(), recorder);
            student.join();
            assertThat(status).as(endless + recorder.text).isIn(0, 130);
            if (endless.contains("-i 0.2")) {
                assertThat(recorder.text).contains("--- 10.0.0.2 ping statistics ---");
            }
        }
        assertThat(host("echo $x")).isEqualTo("kept\n[0]");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As when Ctrl-C comes in the moment between a cell's start and its command's. */
    @Test
    void nothingBeginsForSomebodyWhoHasPressedCtrlC() {
        Recorder impatient = new Recorder() {
            @Override
            public boolean isInterrupted() {
                lab.interrupt();
                return true;
            }
        };
        host(TWO_HOSTS);
        for (Place place : lab.places()) {
            assertThat(lab.run(place, "ping 127.0.0.1", List.of(), impatient))
                    .as(place.name())
                    .isEqualTo(130);
        }
        assertThat(impatient.text).isEmpty();
        assertThat(lab.journal()).hasSize(1);
        assertThat(host("sleep 1; echo on")).isEqualTo("on\n[0]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ping 127.0.0.1", "while true; do sleep 1; done", "cat", "ping 127.0.0.1; sleep infinity"})
    void ctrlCInTheMomentBeforeACommandBeginsIsForTheCommand(String endless) {
        Recorder pressing = new Recorder() {
            @Override
            public boolean isInterrupted() {
                lab.interrupt();
                return false;
            }
        };
        host(TWO_HOSTS);
        for (Place place : lab.places()) {
            assertThat(lab.run(place, endless, List.of(), pressing))
                    .as(place.name())
                    .isIn(0, 130);
        }
    }

    @Test
    void aCtrlCThatComesWhenACommandHasEndedIsNotForTheNext() {
        Recorder late = new Recorder() {
            @Override
            public void out(String text) {
                lab.interrupt();
                lab.interrupt();
            }
        };
        host("x=kept");
        lab.run(Place.HOST, "echo end", List.of(), late);
        assertThat(host("echo here; sleep 1; echo $x")).isEqualTo("here\nkept\n[0]");
    }

    @Test
    void aShellThatStoppedItselfGoesOnAfterAnInterrupt() throws InterruptedException {
        Thread student = new Thread(() -> host("kill -STOP $$"));
        student.start();
        while (student.isAlive()) {
            lab.interrupt();
            student.join(10);
        }
        assertThat(host("echo here")).isEqualTo("here\n[0]");
    }

    @Test
    void whatTheShellIsRedirectedToForGoodStays() {
        host("exec 2> /tmp/errors");
        assertThat(host("ls /nowhere; echo out")).isEqualTo("out\n[0]");
        assertThat(host("cat /tmp/errors")).contains("cannot access '/nowhere'");
    }

    @Test
    void namedNamespacesComeInTheOrderOfTheirMaking() {
        host("ip netns add z; ip netns add b; ip netns add m");
        assertThat(lab.places()).extracting(Place::name).containsExactly("host", "z", "b", "m");
    }

    @Test
    void anInterruptBetweenRunsHitsNobody() {
        lab.interrupt();
        assertThat(host("echo here")).isEqualTo("here\n[0]");
    }

    @Test
    void aCopyHasTheSamePastAndAFutureOfItsOwn() {
        host(TWO_HOSTS);
        run(lab, lab.place("b"), "ping -c 2 10.0.0.1");
        try (SimulatedLab copy = lab.copy()) {
            String question = "nsenter -t $pid_a -n ip -s neigh; ip -n b -s link; date +%s%N; echo $pid_a";
            assertThat(run(copy, Place.HOST, question)).isEqualTo(host(question));
            run(copy, Place.HOST, "ip netns del b");
            assertThat(lab.places()).extracting(Place::name).contains("b");
        }
    }

    /** Whenever the interrupt came: as the reply was printed, or in the pause before the next request. */
    @ParameterizedTest
    @ValueSource(strings = {"icmp_seq=1 ", "icmp_seq=2 ", "PING", "2 packets transmitted"})
    void aCopyWasInterruptedInTheSameMoment(String printed) {
        host(TWO_HOSTS);
        Recorder pressing = new Recorder() {
            @Override
            public void out(String text) {
                if (text.contains(printed)) {
                    lab.interrupt();
                }
            }
        };
        lab.run(lab.place("b"), "ping -c 2 10.0.0.1; ip link set lo up", List.of(), pressing);
        try (SimulatedLab copy = lab.copy()) {
            String question = "nsenter -t $pid_a -n ip -s neigh; ip -n b -s link; date +%s%N; ps";
            assertThat(run(copy, Place.HOST, question)).isEqualTo(host(question));
        }
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherOneOthers() {
        String question = TWO_HOSTS + "ip -n b link; ip netns exec b ping -c 2 10.0.0.1";
        try (SimulatedLab again = new SimulatedLab();
                SimulatedLab other = new SimulatedLab(new SimulatedLab.Settings(2, Optional.empty()))) {
            String answer = host(question);
            assertThat(run(again, Place.HOST, question)).isEqualTo(answer);
            assertThat(run(other, Place.HOST, question)).isNotEqualTo(answer);
        }
    }

    @Test
    void aTerminalWindowIsToldWithItsPlace() {
        host(TWO_HOSTS);
        Recorder recorder = new Recorder();
        lab.run(
                Place.HOST,
                "konsole &>/dev/null --profile \"Root Shell\" -e \"nsenter -t $pid_a -u -n /bin/bash\" &",
                List.of(),
                recorder);
        assertThat(recorder.windows).extracting(Place::name).containsExactly("a");
        assertThat(recorder.text).isEmpty();
    }

    @Test
    void outputIsWholeCharacters() {
        assertThat(host("printf '\\xe2\\x82'; printf '\\xac\\n'")).isEqualTo("€\n[0]");
    }

    @Test
    void closingEndsTheThreads() {
        long before = threads();
        try (SimulatedLab busy = new SimulatedLab()) {
            run(busy, Place.HOST, TWO_HOSTS + "sleep 100 & ping 127.0.0.1 > log &\nsleep 1");
        }
        for (int i = 0; i < 100 && threads() > before; i++) {
            Thread.onSpinWait();
            Thread.onSpinWait();
        }
        assertThat(threads()).isLessThanOrEqualTo(before + 1);
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("vethlab-"))
                .count();
    }
}
