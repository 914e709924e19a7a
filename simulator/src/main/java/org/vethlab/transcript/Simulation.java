package org.vethlab.transcript;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vethlab.file.HostFolder;
import org.vethlab.lab.Lab;
import org.vethlab.lab.SimulatedLab;

/** One run of a script in a fresh simulated lab, as the oracle runs it on Linux: in a folder that holds only the script. */
public final class Simulation {
    private static final String NAME = "case.sh";

    private final CommandScript script;
    private final SimulatedLab lab;
    private final StringBuffer printed = new StringBuffer();

    public Simulation(CommandScript script, long seed) {
        this.script = script;
        HostFolder folder = new CaseFolder(script.marked());
        lab = new SimulatedLab(new SimulatedLab.Settings(seed, Optional.of(folder)));
    }

    /** Runs it, once, to its end. @return the compared answers, by the number of the command */
    public Map<Integer, Answer> answers() {
        lab.runScript(NAME, script.marked(), List.of(), new Both(printed));
        lab.close();
        return script.answers(printed.toString());
    }

    /** Ctrl-C. From any thread. */
    public void interrupt() {
        lab.interrupt();
    }

    /** What it has printed so far, both streams in one. */
    public String printed() {
        return printed.toString();
    }

    private record Both(StringBuffer printed) implements Lab.Sink {
        @Override
        public void out(String text) {
            printed.append(text);
        }

        @Override
        public void err(String text) {
            printed.append(text);
        }
    }

    private record CaseFolder(String script) implements HostFolder {
        @Override
        public String path() {
            return "/home/case";
        }

        @Override
        public List<String> names(String folder) {
            return List.of(NAME);
        }

        @Override
        public boolean isFolder(String name) {
            return name.isEmpty();
        }

        @Override
        public Optional<byte[]> read(String file) {
            return Optional.of(script.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public boolean isExecutable(String file) {
            return false;
        }
    }
}
