package org.vethlab.java;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import jdk.jshell.ImportSnippet;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import org.vethlab.complete.Candidate;

/** What kind of word a suggestion of the compiler is, and how likely it is meant. */
final class Candidates {
    private static final Set<String> OF_EVERY_OBJECT = Set.of(
            "equals(", "getClass()", "hashCode()", "notify()", "notifyAll()", "toString()", "wait(", "wait()", "class");

    private Candidates() {}

    /** The names that a cell has declared. */
    static Stream<String> declared(Snippet snippet) {
        return snippet instanceof PersistentSnippet named && !(snippet instanceof ImportSnippet)
                ? Stream.of(named.name())
                : Stream.of();
    }

    /** The kinds that completion metadata of Jupyter knows. */
    static Candidate of(String text, Set<String> own) {
        String name = text.replaceFirst("\\(.*", "");
        if (text.contains("(")) {
            return new Candidate(text, "function", "");
        }
        if (SourceVersion.isKeyword(name)) {
            return new Candidate(text, "keyword", "");
        }
        boolean isType =
                !name.isEmpty() && Character.isUpperCase(name.charAt(0)) && !name.equals(name.toUpperCase(Locale.ROOT));
        if (isType) {
            return new Candidate(text, "class", "");
        }
        return new Candidate(text, text.endsWith(".") && !own.contains(name) ? "module" : "instance", "");
    }

    /** Own names first, then variables and methods, then types; what every object has comes last. */
    static int rank(String text, boolean isMember, Set<String> own) {
        if (!isMember && own.contains(text.replaceFirst("\\(.*", ""))) {
            return 0;
        }
        if (isMember) {
            return OF_EVERY_OBJECT.contains(text) ? 3 : 1;
        }
        boolean isType = Character.isUpperCase(text.charAt(0));
        return SourceVersion.isKeyword(text) ? 3 : isType ? 2 : 1;
    }
}
