package org.vethlab.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vethlab.lab.JournalEntry;
import org.vethlab.lab.Lab;
import org.vethlab.lab.LabException;
import org.vethlab.lab.Place;
import org.vethlab.lab.SimulatedLab;
import org.vethlab.row.Answer;

/** The magics on a lab's past, on the simulator: diff, undo, fork, save, load. */
@Timeout(60)
class JournalMagicsTest extends CellTest {
    // %undo

    @Test
    void undoTakesBackWhatTheLastCellDid() {
        run(TWO);
        run("%ns a ip link set va down");
        assertThat(run("%undo")).isEqualTo("undone: a$ ip link set va down\n");
        assertThat(links()).contains("UP");
    }

    @Test
    void aCellIsOneStepHoweverManyCommandsItHas() {
        run(TWO);
        run("%ns a ip link set va down\n%ns a ip link set va mtu 1400");
        run("%undo");
        assertThat(links()).contains("UP");
    }

    @Test
    void picturesAreNoSteps() {
        run(TWO);
        run("%ns a ip link set va down");
        run("%arp a\n%routes a");
        assertThat(run("%undo")).contains("ip link set va down");
    }

    @Test
    void severalCellsAreUndone() {
        run(TWO);
        run("%ns a ip link set va down");
        run("%ns a ip link set va mtu 1400");
        assertThat(run("%undo 3").lines()).hasSize(3);
        assertThat(session.lab().places()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '`',
            value = {
                "%undo § nothing was done in this lab yet",
                "%undo x § 'x' is no number of cells: %undo [CELLS]",
                "%undo 0 § '0' is no number of cells: %undo [CELLS]",
                "%undo 1 2 § takes one name: %undo [CELLS]",
                "%diff § nothing was done in this lab yet",
                "%diff nowhere § there is no lab 'nowhere'; there are: main",
                "%fork --back § this is main, which was not forked from anything",
                "%fork --drop main § this is where you are; first %fork --back",
                "%fork --drop x § there is no lab 'x'; there are: main",
                "%fork --help § there is no option --help: %fork [NAME | --back | --drop NAME]",
                "%fork a b § takes one name: %fork [NAME | --back | --drop NAME]",
                "%save § wants a name: %save FILE",
                "%save x.sh § nothing was done in this lab yet",
                "%load /nowhere.sh § cannot read /nowhere.sh",
                "%capture show § nothing was captured yet: %capture NAMESPACE… [DEVICE…] [FILTER] | show |"
                        + " stop | clear | save FILE",
                "%capture nowhere § there is no namespace 'nowhere'; there are: host",
                "%capture host icmp and ( § tcpdump: can't parse filter expression: syntax error",
            })
    void refusesInOneLine(String cell, String expected) {
        assertThatThrownBy(() -> run(cell.strip()))
                .isInstanceOf(LabException.class)
                .hasMessage(expected.strip());
    }

    @Test
    void tooManyCellsToUndoLeaveTheLabAsItIs() {
        run(TWO);
        assertThatThrownBy(() -> run("%undo 2")).hasMessage("only one cell did something in this lab");
        assertThat(links()).contains("UP");
    }

    /** As a thread does that a Java cell has left behind. */
    @Test
    void whoKeepsTheLabBusyDoesNotKeepCells() throws InterruptedException {
        CountDownLatch began = new CountDownLatch(1);
        Lab lab = session.lab();
        Thread busy = new Thread(
                () -> lab.run(Place.HOST, "ip link set lo up; echo on; ping 127.0.0.1", List.of(), new Lab.Sink() {
                    @Override
                    public void out(String text) {
                        began.countDown();
                    }

                    @Override
                    public void err(String text) {}
                }));
        busy.start();
        began.await();
        assertThat(run("%help undo")).contains("%undo [CELLS]");
        while (busy.isAlive()) {
            session.interrupt();
            busy.join(10);
        }
    }

    @Test
    void ofManyRunsTheFirstAreNamed() {
        run(TWO);
        run("%sh true\n".repeat(15).strip());
        assertThat(run("%undo").lines()).hasSize(11).last().isEqualTo("… and 5 more");
    }

    // %fork

    @Test
    void whatHappensInAForkStaysThere() {
        run(TWO);
        run("%fork try");
        run("%ns a ip link set va down");
        assertThat(run("%fork")).isEqualTo("  main\n* try, forked from main\n");
        assertThat(run("%fork --back")).isEqualTo("in main\n");
        assertThat(links()).contains("UP");
        assertThat(run("%fork try")).isEqualTo("in try\n");
        assertThat(links()).contains("DOWN");
        run("%fork main\n%fork --drop try");
        assertThat(run("%fork")).isEqualTo("* main\n");
    }

    @Test
    void aForkCanBeUndoneIntoItsPast() {
        run(TWO);
        run("%ns a ip link set va down");
        run("%fork try");
        assertThat(run("%undo")).contains("ip link set va down");
        assertThat(links()).contains("UP");
        run("%fork --back");
        assertThat(links()).contains("DOWN");
    }

    @Test
    void whatSomethingWasForkedFromStays() {
        run(TWO);
        run("%fork one\n%fork two\n%fork main");
        assertThatThrownBy(() -> run("%fork --drop one")).hasMessage("two was forked from one; drop it first");
        assertThat(run("%fork --drop two\n%fork --drop one\n%fork")).endsWith("* main\n");
    }

    @Test
    void mainIsNeverDropped() {
        run(TWO);
        run("%fork try");
        assertThatThrownBy(() -> run("%fork --drop main")).hasMessage("main stays");
    }

    @Test
    void whatACellDidBeforeItLeftAForkIsAStepOfTheFork() {
        run(TWO);
        run("%fork try");
        run("%ns a ip link set va down\n%fork --back");
        run("%fork try\n%ns a ip link set va mtu 1400");
        assertThat(run("%undo")).isEqualTo("undone: a$ ip link set va mtu 1400\n");
        assertThat(links()).contains("DOWN");
    }

    @Test
    void whatPicturesAskIsNoStepEvenWhereItTakesARun() {
        run(TWO);
        session.lab().run(Place.HOST, "ip -j link", List.of(), Answer.curious());
        run("%lsmagic");
        assertThat(run("%undo")).startsWith("undone: ip netns add a");
        assertThat(session.lab().places()).hasSize(1);
    }

    // %diff

    @Test
    void diffTellsWhatTheLastCellChanged() {
        run(TWO);
        run("%ns a ip route add 10.9.0.0/16 via 10.0.0.2\n%ns a ip link set lo up");
        run("%routes a");
        String text = run("%diff");
        assertThat(text.lines().map(line -> line.replaceAll(" +", " ")))
                .contains(
                        "namespace change what which before after",
                        "a new route 10.9.0.0/16 via 10.0.0.2 dev va",
                        "a changed link dev lo state down state up");
        assertThat(output.rich).contains("<th scope=\"col\"");
    }

    @Test
    void diffSeesNeighboursSysctlsAndNewNamespaces() {
        run(TWO);
        run("%sh ip netns add c\n%ns a ping -c 1 10.0.0.2\n%ns a sysctl -q net.ipv4.ip_forward=1");
        assertThat(run("%diff").lines().map(line -> line.replaceAll(" +", " ")))
                .contains("c new namespace lo", "a changed sysctl net.ipv4.ip_forward value 0 value 1")
                .anyMatch(line -> line.matches("a new neighbour 10.0.0.2 dev va link-layer address .*REACHABLE"));
    }

    /** A port's own entries in the forwarding database come with the port. */
    @Test
    void ofAForwardingDatabaseOnlyWhatWasLearntIsTold() {
        run(TWO);
        run("%%ns b\nip addr flush dev vb\nip link add sw type bridge\nip link set sw up\nip link set vb master sw\n"
                + "ip addr add 10.0.0.2/24 dev sw");
        String diff = run("%diff");
        String own = run("%ns b cat /sys/class/net/vb/address").strip();
        String other = run("%ns a cat /sys/class/net/va/address").strip();
        assertThat(diff.lines().filter(line -> line.contains(" fdb ")))
                .anyMatch(line -> line.contains(other))
                .noneMatch(line -> line.contains(own));
    }

    @Test
    void lookingChangesNothing() {
        run(TWO);
        run("%ns a ip addr");
        assertThat(run("%diff")).isEqualTo("Changed by a$ ip addr: nothing\n");
        int before = ((SimulatedLab) session.lab()).journal().size();
        run("%diff");
        assertThat(((SimulatedLab) session.lab()).journal()).hasSize(before);
    }

    @Test
    void forksAreCompared() {
        run(TWO);
        run("%fork try\n%ns a ip addr add 10.1.1.1/32 dev va");
        assertThat(run("%diff main")).contains("From main to try").contains("10.1.1.1/32");
    }

    // %compare

    @Test
    void aCommandIsComparedWithWhatTheForkCameFrom() {
        run(TWO);
        run("%fork try\n%ns a ip link set va mtu 1400");
        assertThat(run("%compare a cat /sys/class/net/va/mtu")).isEqualTo("- main\n+ try\n- 1500\n+ 1400\n");
        assertThat(run("%compare a ip route")).startsWith("main and try answer the same\n  10.0.0.0/24 dev va");
        run("%compare a ip link set va down");
        assertThat(links()).contains("UP");
    }

    // %save, %load

    @Test
    void aSavedLabIsLoadedAsItWas() {
        Path file = folder.resolve("lab.sh");
        run(TWO);
        run("%%ns a 1 'two three'\nip addr add 10.1.1.$1/32 dev va\necho \"$2\"");
        run("%%sh x\nfor name in a b; do echo $name $1; done");
        List<JournalEntry> journal = ((SimulatedLab) session.lab()).journal();
        assertThat(run("%save " + file)).isEqualTo(file + ": 3 runs\n");
        run("%reset");
        assertThat(run("%load " + file)).isEqualTo(file + ": a, b\n");
        List<JournalEntry> loaded = ((SimulatedLab) session.lab()).journal();
        assertThat(loaded)
                .extracting(JournalEntry::arguments)
                .isEqualTo(journal.stream().map(JournalEntry::arguments).toList());
        assertThat(run("%ns a ip addr")).contains("10.1.1.1/32");
        run("%undo 3");
        assertThat(run("%ns a ip addr")).doesNotContain("10.1.1.1/32");
    }

    /** The script itself, as any bash with ip netns runs it: here the simulator's own. */
    @Test
    void aSavedLabIsAShellScript() throws Exception {
        run(TWO);
        run("%ns a ip addr add 10.1.1.1/32 dev va");
        Path file = folder.resolve("lab.sh");
        run("%save " + file);
        String script = Files.readString(file).replace("#@ run", "# run");
        Path plain = Files.writeString(folder.resolve("plain.sh"), script);
        run("%load " + plain);
        assertThat(run("%ns a ip addr")).contains("10.1.1.1/32");
    }

    @Test
    void aJournalSurvivesItsScript() {
        List<JournalEntry> journal = List.of(
                new JournalEntry("host", Optional.empty(), "cat << X\n#@ no run\nX\n", List.of(), Optional.empty()),
                new JournalEntry("a", Optional.empty(), "ping 10.0.0.1\n", List.of(), Optional.of(5_000_000_000L)),
                new JournalEntry("a", Optional.empty(), "echo $1\n", List.of("it's", "a b"), Optional.empty()));
        assertThat(JournalScript.read(JournalScript.write(journal))).contains(journal);
    }

    @Test
    void onlySavedLabsAreOverwritten() throws Exception {
        run("%sh true");
        Path file = Files.writeString(folder.resolve("mine.txt"), "mine");
        assertThatThrownBy(() -> run("%save " + file)).hasMessage(file + " is there already, and is no saved lab");
        run("%save " + folder.resolve("lab.sh"));
        run("%save " + folder.resolve("lab.sh"));
    }

    /** A run without an end, of a lab that was saved before it was interrupted. */
    @Test
    void aReplayIsStoppedByAnInterruptAndTheLabStays() throws Exception {
        run(TWO);
        Path file = Files.writeString(
                folder.resolve("endless.sh"),
                "#@ run 1 in host\ntrue\n\n#@ run 2 in host\nwhile sleep 1; do :; done\n");
        FutureTask<String> loading = new FutureTask<>(() -> run("%load " + file));
        Thread thread = new Thread(loading);
        thread.start();
        while (thread.isAlive()) {
            session.interrupt();
            thread.join(10);
        }
        assertThatThrownBy(loading::get).hasRootCauseMessage("stopped; the lab is as it was");
        assertThat(links()).contains("UP");
    }

    @Test
    void aReplayThatIsNotWantedAnyMoreDoesNotBegin() throws Exception {
        run(TWO);
        Path file = Files.writeString(folder.resolve("endless.sh"), "#@ run 1 in host\nwhile sleep 1; do :; done\n");
        Output impatient = new Output() {
            @Override
            public boolean isInterrupted() {
                return true;
            }
        };
        Magic load = Magics.named("load", false);
        assertThatThrownBy(() -> load.run(new Call(load, file.toString(), Optional.empty()), session, impatient))
                .hasMessage("stopped; the lab is as it was");
        assertThat(links()).contains("UP");
    }

    /** A lab that will not do is let go again. */
    @Test
    void aScriptThatNamesNoPlaceLeavesNoLabBehind() {
        List<Lab> open = new ArrayList<>();
        LabSession other = new LabSession(
                (backend, course) -> {
                    Lab made = new FakeLab() {
                        @Override
                        public void close() {
                            open.remove(this);
                        }
                    };
                    open.add(made);
                    return made;
                },
                Backend.SIMULATED,
                new Course(folder));
        Lab present = other.lab();
        Magic load = Magics.named("load", false);
        assertThatThrownBy(() -> {
                    Path file = Files.writeString(folder.resolve("bad.sh"), "#@ run 1 in nowhere\nls\n");
                    load.run(new Call(load, file.toString(), Optional.empty()), other, output);
                })
                .isInstanceOf(LabException.class);
        assertThat(open).containsExactly(present);
    }

    // %backend, %reset

    @Test
    void aBackendThatDoesNotStartLeavesTheLabAsItIs() {
        LabSession other = new LabSession(
                (backend, course) -> {
                    if (backend == Backend.LIVE) {
                        throw new LabException("not root");
                    }
                    return new SimulatedLab();
                },
                Backend.SIMULATED,
                new Course(folder));
        Lab present = other.lab();
        Magic backend = Magics.named("backend", false);
        assertThatThrownBy(() -> backend.run(new Call(backend, "live", Optional.empty()), other, output))
                .hasMessage("not root");
        assertThat(other.lab()).isSameAs(present);
        other.close();
    }

    @Test
    void afterAResetTheFirstDrawingMarksNothing() {
        run(TWO);
        assertThat(run("%topology")).contains("10.0.0.1/24");
        run("%reset");
        assertThat(run("%topology")).doesNotContain("10.0.0.1/24", "gone");
    }

    @Test
    void threadsThatAskForTheLabAtOnceGetTheSame() throws InterruptedException {
        List<Lab> made = new CopyOnWriteArrayList<>();
        CyclicBarrier both = new CyclicBarrier(4);
        LabSession other = new LabSession(
                (backend, course) -> {
                    Lab lab = new FakeLab();
                    made.add(lab);
                    return lab;
                },
                Backend.SIMULATED,
                new Course(folder));
        Thread[] threads = new Thread[4];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(() -> {
                meet(both);
                other.lab();
            });
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(made).hasSize(1);
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aBrokenSavedLabLeavesTheLabAsItIs() throws Exception {
        run(TWO);
        Path file =
                Files.writeString(folder.resolve("bad.sh"), "#@ run 1 in nowhere\nat nowhere << 'END_OF_RUN_1'\nls\n");
        assertThatThrownBy(() -> run("%load " + file)).isInstanceOf(LabException.class);
        assertThat(links()).contains("UP");
    }
}
