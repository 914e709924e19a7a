package org.vethlab.program.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vethlab.process.Process;
import org.vethlab.process.ProcessState;
import org.vethlab.process.Signal;
import org.vethlab.process.TestMachine;
import org.vethlab.program.Program;
import org.vethlab.program.Programs;

/** Programs around processes, against what Debian 12's print. */
@Timeout(10)
class SystemProgramsTest {
    private final TestMachine test = new TestMachine();

    private static Arguments row(String command, String answer) {
        return Arguments.of(command, answer);
    }

    private static final String HELP_UNSHARE = "Try 'unshare --help' for more information.\n[1]";
    private static final String HELP_NSENTER = "Try 'nsenter --help' for more information.\n[1]";
    private static final String HELP_SLEEP = "Try 'sleep --help' for more information.\n[1]";
    private static final String HELP_TIMEOUT = "Try 'timeout --help' for more information.\n[125]";

    private static Stream<Arguments> answers() {
        return Stream.of(
                row("true", "[0]"),
                row("false", "[1]"),
                row("hostname", "host\n[0]"),
                row("hostname a_b", "hostname: the specified hostname is invalid\n[1]"),
                row("hostname -i", "hostname: Name or service not known\n[1]"),
                row("hostname -I", "\n[0]"),
                row("unshare -u hostname new", "[0]"),
                row("unshare --net --uts hostname", "host\n[0]"),
                row("unshare -n nosuch", "unshare: failed to execute nosuch: No such file or directory\n[127]"),
                row("unshare -n /etc/passwd", "unshare: failed to execute /etc/passwd: Permission denied\n[126]"),
                row("unshare --foo", "unshare: unrecognized option '--foo'\n" + HELP_UNSHARE),
                row("unshare -x", "unshare: invalid option -- 'x'\n" + HELP_UNSHARE),
                row(
                        "unshare --m true",
                        "unshare: option '--m' is ambiguous; possibilities: '--mount' '--mount-proc' '--map-user'"
                                + " '--map-users' '--map-group' '--map-groups' '--map-root-user' '--map-current-user'"
                                + " '--map-auto' '--monotonic'\n" + HELP_UNSHARE),
                row("unshare --n --fork false", "[1]"),
                row("unshare -V", "unshare from util-linux 2.38.1\n[0]"),
                row(
                        "nsenter -t 999999 -n true",
                        "nsenter: cannot open /proc/999999/ns/net: No such file or directory\n[1]"),
                row(
                        "nsenter -t 999999 -n -u true",
                        "nsenter: cannot open /proc/999999/ns/uts: No such file or directory\n[1]"),
                row(
                        "nsenter -t -5 -n true",
                        "nsenter: cannot open /proc/4294967291/ns/net: No such file or directory\n[1]"),
                row("nsenter -t -u -n hostname", "nsenter: failed to parse pid: '-u'\n[1]"),
                row("nsenter -n true", "nsenter: neither filename nor target pid supplied for ns/net\n[1]"),
                row("nsenter -a true", "nsenter: no target PID specified for --all\n[1]"),
                row("nsenter -t", "nsenter: option requires an argument -- 't'\n" + HELP_NSENTER),
                row("nsenter --targ 1 --ne hostname", "host\n[0]"),
                row(
                        "nsenter --net=/etc/passwd true",
                        "nsenter: reassociate to namespace 'ns/net' failed: Invalid argument\n[1]"),
                row("nsenter --net=/nofile true", "nsenter: cannot open /nofile: No such file or directory\n[1]"),
                row("nsenter -t 1 -n nosuch", "nsenter: failed to execute nosuch: No such file or directory\n[127]"),
                row("sleep", "sleep: missing operand\n" + HELP_SLEEP),
                row("sleep 1x", "sleep: invalid time interval ‘1x’\n" + HELP_SLEEP),
                row("sleep -1", "sleep: invalid option -- '1'\n" + HELP_SLEEP),
                row("sleep 100000d", "[0]"),
                row("timeout 1", HELP_TIMEOUT),
                row("timeout x true", "timeout: invalid time interval ‘x’\n" + HELP_TIMEOUT),
                row("timeout 1 nosuch", "timeout: failed to run command ‘nosuch’: No such file or directory\n[127]"),
                row("timeout 5 false", "[1]"),
                row("timeout 0.2 sleep 3", "[124]"),
                row("timeout -s KILL 0.2 sleep 3", "[137]"),
                row("timeout --preserve-status 0.2 sleep 3", "[143]"),
                row("timeout -v 0.2 sleep 3", "timeout: sending signal TERM to command ‘sleep’\n[124]"),
                row("env -i A=1 B=2", "A=1\nB=2\n[0]"),
                row("env -i A=1 /usr/bin/printenv A B", "1\n[1]"),
                row("env nosuch", "env: ‘nosuch’: No such file or directory\n[127]"),
                row("id", "uid=0(root) gid=0(root) groups=0(root)\n[0]"),
                row("id -un", "root\n[0]"),
                row("id nosuch", "id: ‘nosuch’: no such user\n[1]"),
                row("whoami", "root\n[0]"),
                row("uname", "Linux\n[0]"),
                row("uname -n -m", "host x86_64\n[0]"),
                row("readlink /bin", "usr/bin\n[0]"),
                row("readlink /etc/passwd", "[1]"),
                row("readlink -f /bin/true", "/usr/bin/true\n[0]"),
                row("readlink -m /a/b/../c", "/a/c\n[0]"),
                row("realpath /nodir/x", "realpath: /nodir/x: No such file or directory\n[1]"),
                row("which true nosuch", "/usr/bin/true\n[1]"),
                row("which -a true", "/usr/bin/true\n/bin/true\n[0]"),
                row("date -u -d @86400 +%F", "1970-01-02\n[0]"),
                row("date -u -d @0", "Thu Jan  1 00:00:00 UTC 1970\n[0]"),
                row("date -d foo", "date: invalid date ‘foo’\n[1]"),
                row(
                        "date -d @1795441281 +%j/%u/%w/%U/%W/%V/%e/%-d/%_d/%^a/%k/%l/%p",
                        "327/1/1/47/47/48/23/23/23/MON/13/ 1/PM\n[0]"),
                row("ps -p 1 -o pid=,comm=", "      1 init\n[0]"),
                row("ps -p 1 -o pid,ppid,comm", "    PID    PPID COMMAND\n      1       0 init\n[0]"),
                row("ps -p 99999", "    PID TTY          TIME CMD\n[1]"),
                row("pgrep nosuch", "[1]"),
                row("pkill", "pkill: no matching criteria specified\nTry `pkill --help' for more information.\n[2]"),
                row("killall nosuch", "nosuch: no process found\n[1]"),
                row("kill 99999", "kill: (99999): No such process\n[1]"),
                row("kill abc", "kill: failed to parse argument: 'abc'\n[1]"),
                row("kill -l 9", "KILL\n[0]"),
                row("sudo hostname", "host\n[0]"),
                row("sudo nosuch", "sudo: nosuch: command not found\n[1]"),
                row("lsns -t foo", "lsns: unknown namespace type: foo\n[1]"),
                row("lsns 99", "lsns: not found namespace: 99\n[1]"),
                row("umount /nofile", "umount: /nofile: no mount point specified.\n[32]"),
                row("mount --make-rprivate /", "[0]"),
                row("modprobe 8021q", "[0]"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void answers(String command, String answer) {
        assertThat(test.run(command.split(" "))).isEqualTo(answer);
    }

    /** Starts a command in the background and lets it get going. */
    private Process start(String command) {
        Process[] child = new Process[1];
        test.inShell(self -> {
            child[0] = self.fork(mine -> mine.exec(List.of(command.split(" "))));
            child[0].group(child[0].pid());
            self.sleep(100_000_000L);
            return 0;
        });
        return child[0];
    }

    @Test
    void namespacesOfAnotherProcessCanBeEntered() {
        int pid = start("unshare --net --uts sleep 1000").pid();
        assertThat(test.run("nsenter", "-t", "" + pid, "-u", "hostname", "box")).isEqualTo("[0]");
        assertThat(test.run("nsenter", "-t", "" + pid, "-u", "-n", "hostname")).isEqualTo("box\n[0]");
        assertThat(test.run("nsenter", "-t" + pid, "-n", "hostname")).isEqualTo("host\n[0]");
        assertThat(test.run("nsenter", "--net=/proc/" + pid + "/ns/net", "ps", "-C", "sleep", "-o", "args="))
                .isEqualTo("sleep 1000\n[0]");
        long inode = test.machine().process(pid).orElseThrow().net().inode();
        assertThat(test.run("nsenter", "-t" + pid, "-n", "readlink", "/proc/self/ns/net"))
                .isEqualTo("net:[" + inode + "]\n[0]");
    }

    @Test
    void processesAreListedAndKilledByName() {
        Process first = start("sleep 1000");
        Process second = start("sleep 2000");
        assertThat(test.run("pgrep", "-a", "sle"))
                .isEqualTo(first.pid() + " sleep 1000\n" + second.pid() + " sleep 2000\n[0]");
        assertThat(test.run("pkill", "-f", "sleep 2")).isEqualTo("[0]");
        assertThat(test.run("pgrep", "-c", "sleep")).isEqualTo("1\n[0]");
        assertThat(test.run("killall", "-v", "sleep"))
                .isEqualTo("Killed sleep(" + first.pid() + ") with signal 15\n[0]");
        assertThat(test.run("sleep", "1")).isEqualTo("[0]");
        assertThat(first.state()).isEqualTo(new ProcessState.Killed(Signal.TERM));
    }

    @Test
    void aTerminalEmulatorWaitsInItsNamespace() {
        int pid = start("unshare --net sleep 1000").pid();
        start("konsole --profile Root -e nsenter\u00a0-t\u00a0%d\u00a0-n\u00a0sleep\u00a05000"
                .formatted(pid)
                .replace('\u00a0', ' '));
        assertThat(test.machine().windows().open()).hasSize(1);
        Process inside = test.machine().windows().open().get(0).process();
        assertThat(inside.net())
                .isSameAs(test.machine().process(pid).orElseThrow().net());
    }

    @Test
    void theTableIsSortedAndEveryProgramIsCalledAsItsRowSays() {
        Programs programs = new Programs(List.of());
        List<String> names = programs.programs().stream().map(Program::name).toList();
        assertThat(names).isSorted().doesNotHaveDuplicates();
        for (String name : names) {
            Program program = programs.program(name).orElseThrow();
            assertThat(program.path()).endsWith("/" + name);
            assertThat(program.summary()).isNotBlank().doesNotEndWith(".");
        }
    }
}
