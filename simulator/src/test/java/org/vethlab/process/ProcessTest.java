package org.vethlab.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;
import org.vethlab.time.VirtualClock;

@Timeout(10)
class ProcessTest {
    private static final long SECOND = 1_000_000_000L;

    private final TestMachine test = new TestMachine();
    private final Machine machine = test.machine();

    private static int sleepLong(Process self) {
        self.sleep(100 * SECOND);
        return 0;
    }

    @Test
    void aChildInheritsCopies() {
        test.shell().environment().put("A", "1");
        test.inShell(self -> {
            Process child = self.fork(mine -> {
                mine.environment().put("A", "2");
                mine.directory("/tmp");
                mine.descriptors().close(1);
                return mine.parentPid() == self.pid() && mine.net() == self.net() ? 7 : 1;
            });
            assertThat(self.waitFor(child)).isEqualTo(new ProcessState.Exited(7));
            return 0;
        });
        assertThat(test.shell().environment()).containsEntry("A", "1");
        assertThat(test.shell().directory()).isEqualTo("/root");
        assertThat(test.shell().descriptors().get(1)).isPresent();
    }

    @Test
    void pidsAreGivenInOrderAndZombiesKeepTheirsUntilTheyAreReaped() {
        test.inShell(self -> {
            Process first = self.fork(mine -> 0);
            Process second = self.fork(mine -> 0);
            assertThat(second.pid()).isEqualTo(first.pid() + 1);
            self.sleep(SECOND);
            assertThat(machine.process(first.pid())).contains(first);
            self.waitFor(first);
            assertThat(machine.process(first.pid())).isEmpty();
            assertThat(self.children()).containsExactly(second);
            return 0;
        });
    }

    @Test
    void orphansGoToTheFirstProcessWhichReapsThem() {
        List<Process> orphans = new ArrayList<>();
        test.inShell(self -> {
            Process child = self.fork(mine -> {
                orphans.add(mine.fork(ProcessTest::sleepLong));
                return 0;
            });
            self.waitFor(child);
            assertThat(orphans.get(0).parentPid()).isEqualTo(1);
            orphans.get(0).signal(Signal.KILL);
            self.sleep(SECOND);
            return 0;
        });
        assertThat(machine.process(orphans.get(0).pid())).isEmpty();
    }

    @Test
    void aSignalEndsWhoWaits() {
        test.inShell(self -> {
            Process child = self.fork(ProcessTest::sleepLong);
            self.sleep(SECOND);
            child.signal(Signal.TERM);
            ProcessState end = self.waitFor(child);
            assertThat(end).isEqualTo(new ProcessState.Killed(Signal.TERM));
            assertThat(end.status()).isEqualTo(143);
            return 0;
        });
        assertThat(machine.clock().now()).isLessThan(2 * SECOND);
    }

    @Test
    void ignoredSignalsDoNothingAndKillCannotBeIgnored() {
        test.inShell(self -> {
            Process child = self.fork(mine -> {
                mine.disposition(Signal.TERM, Disposition.IGNORE);
                mine.disposition(Signal.KILL, Disposition.IGNORE);
                return sleepLong(mine);
            });
            self.sleep(SECOND);
            child.signal(Signal.TERM);
            self.sleep(SECOND);
            assertThat(child.state()).isEqualTo(new ProcessState.Running());
            child.signal(Signal.KILL);
            assertThat(self.waitFor(child)).isEqualTo(new ProcessState.Killed(Signal.KILL));
            return 0;
        });
    }

    @Test
    void aProgramThatCatchesTheExceptionGoesOnButNotAfterKill() {
        test.inShell(self -> {
            Process polite = self.fork(mine -> {
                try {
                    return sleepLong(mine);
                } catch (SignalException e) {
                    return 3;
                }
            });
            Process stubborn = self.fork(mine -> {
                try {
                    return sleepLong(mine);
                } catch (SignalException e) {
                    return sleepLong(mine);
                }
            });
            self.sleep(SECOND);
            polite.signal(Signal.INT);
            stubborn.signal(Signal.KILL);
            assertThat(self.waitFor(polite)).isEqualTo(new ProcessState.Exited(3));
            assertThat(self.waitFor(stubborn)).isEqualTo(new ProcessState.Killed(Signal.KILL));
            return 0;
        });
    }

    @Test
    void caughtSignalsAreKeptAndEndAWait() {
        test.inShell(self -> {
            Process child = self.fork(mine -> {
                mine.disposition(Signal.USR1, Disposition.CATCH);
                mine.await(VirtualClock.NEVER);
                return mine.takeCaught().map(Signal::number).orElse(0);
            });
            self.sleep(SECOND);
            child.signal(Signal.USR1);
            assertThat(self.waitFor(child).status()).isEqualTo(Signal.USR1.number());
            return 0;
        });
    }

    @Test
    void aStoppedProcessWaitsForContAndKeepsTermUntilThen() {
        test.inShell(self -> {
            Process child = self.fork(ProcessTest::sleepLong);
            self.sleep(SECOND);
            child.signal(Signal.STOP);
            assertThat(self.waitFor(child)).isEqualTo(new ProcessState.Stopped(Signal.STOP));
            child.signal(Signal.TERM);
            self.sleep(SECOND);
            assertThat(child.state()).isEqualTo(new ProcessState.Stopped(Signal.STOP));
            child.signal(Signal.CONT);
            assertThat(self.waitFor(child)).isEqualTo(new ProcessState.Killed(Signal.TERM));
            return 0;
        });
    }

    @Test
    void aStoppedProcessCanBeKilled() {
        test.inShell(self -> {
            Process child = self.fork(ProcessTest::sleepLong);
            child.signal(Signal.STOP);
            self.sleep(SECOND);
            child.signal(Signal.KILL);
            assertThat(self.waitFor(child)).isEqualTo(new ProcessState.Killed(Signal.KILL));
            return 0;
        });
    }

    @Test
    void whoReadsTheTerminalInTheBackgroundIsStopped() {
        test.inShell(self -> {
            Process child = self.fork(mine -> mine.in().readAll().length);
            child.group(child.pid());
            assertThat(self.waitFor(child)).isEqualTo(new ProcessState.Stopped(Signal.TTIN));
            test.terminal().foreground(child.group());
            child.signal(Signal.CONT);
            assertThat(self.waitFor(child)).isEqualTo(new ProcessState.Exited(0));
            return 0;
        });
    }

    @Test
    void aNamespaceDiesSoonAfterTheLastProcessInIt() {
        List<Namespace> made = new ArrayList<>();
        test.inShell(self -> {
            Process child = self.fork(mine -> {
                mine.enter(machine.world().createNamespace());
                made.add(mine.net());
                return sleepLong(mine);
            });
            self.sleep(SECOND);
            child.signal(Signal.KILL);
            self.sleep(SECOND / 100);
            assertThat(made.get(0).isAlive()).isTrue();
            self.sleep(SECOND);
            return 0;
        });
        assertThat(made.get(0).isAlive()).isFalse();
        assertThat(machine.world().initialNamespace().isAlive()).isTrue();
    }

    @Test
    void aNameKeepsANamespaceAlive() {
        Namespace named = machine.world().createNamespace();
        machine.namedNamespaces().add("red", named);
        machine.namedNamespaces().add("green", machine.world().createNamespace());
        assertThat(machine.namedNamespaces().list()).containsExactly("green", "red");
        assertThatThrownBy(() -> machine.namedNamespaces().add("red", named))
                .isInstanceOfSatisfying(
                        NetException.class, e -> assertThat(e.errno()).isEqualTo(Errno.EEXIST));
        machine.clock().advance(5 * SECOND);
        assertThat(named.isAlive()).isTrue();
        machine.namedNamespaces().remove("red");
        machine.clock().advance(5 * SECOND);
        assertThat(named.isAlive()).isFalse();
    }

    @Test
    void anErrorInsideAProgramCostsOnlyThatProgram() {
        test.inShell(self -> {
            Process child = self.fork(mine -> {
                throw new IllegalStateException("a bug");
            });
            assertThat(self.waitFor(child)).isEqualTo(new ProcessState.Exited(70));
            return 0;
        });
        assertThat(test.printed()).startsWith("vethlab: bash: internal error: ").doesNotContain("\tat ");
    }

    @Test
    void shuttingDownEndsEverything() {
        List<Process> children = new ArrayList<>();
        test.inShell(self -> {
            children.add(self.fork(ProcessTest::sleepLong));
            Process stopped = self.fork(ProcessTest::sleepLong);
            stopped.signal(Signal.STOP);
            children.add(stopped);
            self.sleep(SECOND);
            return 0;
        });
        machine.shutDown();
        assertThat(children).allMatch(child -> child.state().isOver());
    }
}
