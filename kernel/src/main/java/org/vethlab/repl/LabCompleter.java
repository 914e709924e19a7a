package org.vethlab.repl;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.vethlab.complete.Candidate;
import org.vethlab.complete.Completions;
import org.vethlab.complete.ScriptCompleter;
import org.vethlab.lab.Place;

/** Completes what is typed at the prompt: as cells do, and what only the prompt knows. */
final class LabCompleter implements Completer {
    private static final int MOST_DESCRIBED = 40;

    private static final Map<String, String> OWN = Map.of(
            "term",
            "open a terminal in a namespace",
            "why",
            "run a command and tell why its packets fared as they did");

    private final org.vethlab.magic.Completer magics;
    private final ScriptCompleter scripts;
    private final Supplier<Place> front;

    /** @param front where the line will run */
    LabCompleter(org.vethlab.magic.Completer magics, ScriptCompleter scripts, Supplier<Place> front) {
        this.magics = magics;
        this.scripts = scripts;
        this.front = front;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<org.jline.reader.Candidate> candidates) {
        String typed = line.line().substring(0, line.cursor());
        if (typed.matches("\\s*term\\s+\\S*")) {
            scripts.namespaces().forEach(each -> candidates.add(shown(each, candidates.size())));
            return;
        }
        Completions found = magics.complete(typed, typed.length())
                .orElseGet(() -> scripts.complete(front.get(), typed.replaceFirst("^\\s*why\\s", "")));
        if (typed.matches("\\s*[a-z]*")) {
            OWN.forEach((name, summary) -> {
                if (name.startsWith(typed.strip())) {
                    candidates.add(shown(new Candidate(name, "prompt", summary), 0));
                }
            });
        }
        boolean many = found.candidates().size() > MOST_DESCRIBED;
        found.candidates().forEach(each -> candidates.add(shown(many ? bare(each) : each, candidates.size())));
    }

    /** A list of names fits the screen where one of names and descriptions does not. */
    private static Candidate bare(Candidate candidate) {
        return new Candidate(candidate.text(), "", "", candidate.isWhole());
    }

    private static org.jline.reader.Candidate shown(Candidate candidate, int rank) {
        String description = candidate.description().isBlank() ? null : candidate.description();
        return new org.jline.reader.Candidate(
                candidate.text(),
                candidate.text(),
                candidate.group().isEmpty() ? null : candidate.group(),
                description,
                null,
                null,
                candidate.isWhole(),
                rank);
    }
}
