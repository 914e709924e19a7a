package org.vethlab.complete;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.vethlab.complete.Typed.Role;
import org.vethlab.lab.Lab;
import org.vethlab.lab.Place;

/**
 * Completes scripts as they are being typed. What programs take is read off their own help texts, what there is to name
 * is asked of the lab, which stays as it is.
 */
public final class ScriptCompleter {
    private static final String SPECIAL = " \t\n'\"\\$&|;<>()*?[]#!`{}";

    private static final String ENDS = " \t\n;|&()<>";

    private final Manual manual = new Manual();
    private final Facts facts;
    private final Suggestions suggestions;
    private final Explainer explainer;

    public ScriptCompleter(Lab lab) {
        this(() -> Optional.of(lab));
    }

    /** @param lab asked whenever something is typed; none while there is none yet */
    public ScriptCompleter(Supplier<Optional<Lab>> lab) {
        this.facts = new Facts(lab);
        this.suggestions = new Suggestions(manual, facts);
        this.explainer = new Explainer(manual, facts);
    }

    /**
     * What can stand at the end of a script.
     *
     * @param place where it will run
     * @param script up to the cursor
     */
    public synchronized Completions complete(Place place, String script) {
        facts.refresh();
        Typed typed = Scanner.scan(script);
        String word = typed.word();
        List<Candidate> found = switch (typed.role()) {
            case VARIABLE -> suggestions.variables(typed.variables());
            case FILE -> suggestions.files(place, word);
            case WORD -> words(place, typed);
        };
        return new Completions(typed.start(), fitting(found, typed));
    }

    /** Where the word begins that is being typed at the end of a script. */
    public static int wordStart(String script) {
        return Scanner.scan(script).start();
    }

    private List<Candidate> words(Place place, Typed typed) {
        Walk walk = new Walk(manual, facts, place, typed.before());
        List<Candidate> found = suggestions.next(walk, typed, typed.word());
        boolean isPath = typed.word().startsWith("/") || typed.word().startsWith("./");
        return found.isEmpty()
                        && (isPath || walk.usage().isEmpty() && !walk.program().isEmpty())
                ? suggestions.files(walk.place(), typed.word())
                : found;
    }

    /** Those that begin with what is typed, each once, quoted as the shell wants it. */
    private static List<Candidate> fitting(List<Candidate> candidates, Typed typed) {
        List<Candidate> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Candidate candidate : candidates) {
            if (candidate.text().startsWith(typed.word()) && seen.add(candidate.text())) {
                boolean plain = typed.role() == Role.VARIABLE;
                found.add(plain ? candidate : candidate.typedAs(quoted(candidate, typed.quote())));
            }
        }
        return found;
    }

    private static String quoted(Candidate candidate, char quote) {
        String text = candidate.text();
        if (quote != 0) {
            return quote + text + (candidate.isWhole() ? quote : "");
        }
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            boolean special = SPECIAL.indexOf(text.charAt(i)) >= 0 && !(i == 0 && text.equals("["));
            escaped.append(special ? "\\" : "").append(text.charAt(i));
        }
        return escaped.toString();
    }

    /** Whether there is a program of that name. */
    public boolean isProgram(String name) {
        return manual.program(name).isPresent();
    }

    /** The names of the namespaces, the host first. */
    public synchronized List<String> namespaceNames() {
        facts.refresh();
        return facts.places().stream().map(Place::name).toList();
    }

    /** The namespaces with their addresses, the host first. */
    public synchronized List<Candidate> namespaces() {
        facts.refresh();
        return suggestions.namespaces();
    }

    /** What the namespace of that name consists of. */
    public synchronized Optional<Note> namespace(String name) {
        facts.refresh();
        return explainer.namespace(name);
    }

    /**
     * What the word at the cursor is.
     *
     * @param place where the script will run
     */
    public synchronized Optional<Note> explain(Place place, String script, int cursor) {
        facts.refresh();
        int end = Math.min(cursor, script.length());
        while (end < script.length() && ENDS.indexOf(script.charAt(end)) < 0) {
            end++;
        }
        return explainer.explain(place, script.substring(0, end));
    }

    /** The namespace of that name, if there is one. */
    public synchronized Optional<Place> place(String name) {
        facts.refresh();
        return facts.place(name);
    }
}
