package org.vethlab.program.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.process.Machine;
import org.vethlab.process.Process;
import org.vethlab.process.Terminal;
import org.vethlab.program.Context;
import org.vethlab.program.Program;
import org.vethlab.time.VirtualClock;

/**
 * konsole, xterm, gnome-terminal: a terminal of its own with a command in it, which waits for somebody to type there. The
 * face of the lab hears of it and says how to get there.
 */
public final class TerminalEmulator implements Program {
    private static final int FIRST_TERMINAL = 1;

    private final String name;

    public TerminalEmulator(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String summary() {
        return "terminal emulator";
    }

    @Override
    public int run(Context context) {
        List<String> command = command(context.arguments());
        Process process = context.process();
        Machine machine = process.machine();
        Terminal terminal = machine.terminal(FIRST_TERMINAL + machine.windows().size());
        terminal.keyboard((buffer, offset, length) -> waitForEver(machine));
        Process child = process.fork(self -> {
            self.newSession(Optional.of(terminal));
            terminal.foreground(self.group());
            for (int descriptor = 0; descriptor <= 2; descriptor++) {
                self.descriptors().put(descriptor, terminal.file());
            }
            return Execution.run(new Context(self, command), command, name + ": " + command.get(0));
        });
        machine.windows().opened(child, command);
        return process.waitFor(child).status();
    }

    private static int waitForEver(Machine machine) {
        while (true) {
            machine.running().await(VirtualClock.NEVER);
        }
    }

    /** What follows -e, -x or --, as one word or several; a shell if there is nothing. */
    private static List<String> command(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (List.of("-e", "-x", "--").contains(words.get(i)) && i + 1 < words.size()) {
                List<String> rest = new ArrayList<>(words.subList(i + 1, words.size()));
                return rest.size() == 1 ? List.of(rest.get(0).strip().split("\\s+")) : rest;
            }
        }
        return List.of("/bin/bash");
    }
}
