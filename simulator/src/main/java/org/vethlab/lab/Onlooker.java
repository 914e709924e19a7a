package org.vethlab.lab;

import java.util.List;
import java.util.Optional;
import org.vethlab.net.NetException;
import org.vethlab.process.Image;
import org.vethlab.process.Machine;
import org.vethlab.process.OpenFile;
import org.vethlab.process.Process;
import org.vethlab.process.UtsNamespace;

/** Runs programs that only look, in a process that leaves no trace. A program that waits for something may not be run. */
final class Onlooker {
    private final Machine machine;
    private final Process shell;

    /** @param shell whose environment and working directory commands find */
    Onlooker(Machine machine, Process shell) {
        this.machine = machine;
        this.shell = shell;
    }

    /** What a command prints on its standard output; nothing if there is no such program. */
    String look(Optional<Places.Target> target, List<String> words) {
        Optional<Image> program = machine.executables().installed(words.get(0));
        if (program.isEmpty()) {
            return "";
        }
        UtsNamespace uts =
                target.flatMap(Places.Target::uts).orElse(machine.init().uts());
        Process process = machine.onlooker(
                target.map(Places.Target::net).orElse(machine.init().net()), uts);
        try {
            return run(process, program.get(), words);
        } finally {
            machine.dismiss(process);
        }
    }

    private String run(Process process, Image program, List<String> words) {
        StringBuilder text = new StringBuilder();
        process.sysfs(process.net());
        process.environment().putAll(shell.environment());
        process.directory(shell.directory());
        process.descriptors().put(1, OpenFile.writing("", new SinkOutput(text::append, false)));
        try {
            program.run(process, words);
        } catch (NetException e) {
            // As at a prompt: what was printed until then is what there is.
            return text.toString();
        }
        return text.toString();
    }
}
