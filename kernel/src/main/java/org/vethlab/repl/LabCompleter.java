package org.vethlab.repl;

import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.vethlab.lab.Lab;
import org.vethlab.program.Program;
import org.vethlab.program.Programs;

/** Completes programs at the start of a line, namespaces behind {@code term} and {@code ip netns exec}. */
final class LabCompleter implements Completer {
    private final Lab lab;

    LabCompleter(Lab lab) {
        this.lab = lab;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        if (line.wordIndex() == 0) {
            candidates.add(new Candidate("term"));
            for (Program program : new Programs(List.of()).programs()) {
                candidates.add(new Candidate(program.name()));
            }
            return;
        }
        String before = String.join(" ", line.words().subList(0, line.wordIndex()));
        if (before.equals("term") || before.endsWith("netns exec") || before.endsWith("ip -n")) {
            lab.places().forEach(place -> candidates.add(new Candidate(place.name())));
        }
    }
}
