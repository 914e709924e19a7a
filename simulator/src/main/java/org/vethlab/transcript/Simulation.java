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
    private final StringBuilder printed = new StringBuilder();

    /** What is printed beyond this is not kept: nothing that is compared prints so much. */
    private static final int MOST_PRINTED = 1 << 24;

    public Simulation(CommandScript script, long seed) {
        this.script = script;
        HostFolder folder = new CaseFolder(script.marked());
        lab = new SimulatedLab(new SimulatedLab.Settings(seed, Optional.of(folder)));
    }

    /** Runs it, once, to its end. @return the compared answers, by the number of the command */
    public Map<Integer, Answer> answers() {
        return script.answers(run());
    }

    /** Runs it, once, to its end. @return what it printed, both streams in one */
    public String run() {
        lab.runScript(NAME, script.marked(), List.of(), new Both(printed));
        lab.close();
        return printed.toString();
    }

    /** Ctrl-C. From any thread. */
    public void interrupt() {
        lab.interrupt();
    }

    private record Both(StringBuilder printed) implements Lab.Sink {
        @Override
        public void out(String text) {
            if (printed.length() < MOST_PRINTED) {
                printed.append(text);
            }
        }

        @Override
        public void err(String text) {
            out(text);
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
