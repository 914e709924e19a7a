package org.vethlab.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.file.FileTree;
import org.vethlab.net.World;
import org.vethlab.program.Programs;
import org.vethlab.time.Scheduler;
import org.vethlab.time.VirtualClock;

/** A machine with all programs, and a process on a terminal to start them from. */
public final class TestMachine {
    private final Machine machine;
    private final Process shell;
    private final Terminal terminal;
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    public TestMachine() {
        VirtualClock clock = new VirtualClock();
        machine = new Machine(
                new World(clock, 1), new Scheduler(clock), new Programs(List.of()), new FileTree(Optional.empty()));
        terminal = machine.terminal(0);
        terminal.screen(screen::write);
        shell = machine.login(List.of("bash"));
        shell.newSession(Optional.of(terminal));
        terminal.foreground(shell.group());
        shell.environment().put("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
        for (int descriptor = 0; descriptor <= 2; descriptor++) {
            shell.descriptors().put(descriptor, terminal.file());
        }
    }

    public Machine machine() {
        return machine;
    }

    /** The process that everything is started from. */
    public Process shell() {
        return shell;
    }

    public Terminal terminal() {
        return terminal;
    }

    /** Runs code of the shell's in the foreground. Assertions that fail in it fail the test. */
    public ProcessState inShell(ProcessBody body) {
        List<Throwable> failures = new ArrayList<>();
        ProcessState end = machine.foreground(shell, self -> {
            try {
                return body.run(self);
            } catch (RuntimeException | AssertionError e) {
                failures.add(e);
                return 1;
            }
        });
        assertThat(failures).isEmpty();
        return end;
    }

    /** Starts a command in the foreground, waits for its end, and returns what was printed and {@code [STATUS]}. */
    public String run(String... words) {
        screen.reset();
        ProcessState end = inShell(self -> {
            Process child = self.fork(mine -> mine.exec(List.of(words)));
            return self.waitFor(child).status();
        });
        return printed() + "[" + end.status() + "]";
    }

    /** What has been printed since the last {@link #run}. */
    public String printed() {
        return screen.toString(StandardCharsets.UTF_8);
    }
}
