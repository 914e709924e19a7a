package org.vethlab.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import jdk.jshell.JShell;

/**
 * What cells need not import themselves. JShell puts its imports before each snippet, and the compiler works through them
 * three times for each: half of a small cell's time. So they come with the first cell that may need one, and a notebook
 * whose Java only asks the lab never pays for them.
 */
final class Imports {
    private static final List<String> ALWAYS = List.of(
            "import java.io.*;",
            "import java.math.*;",
            "import java.nio.file.*;",
            "import java.util.*;",
            "import java.util.concurrent.*;",
            "import java.util.function.*;",
            "import java.util.stream.*;",
            "import org.vethlab.addr.*;",
            "import org.vethlab.java.api.*;",
            "import org.vethlab.lab.*;",
            "import org.vethlab.row.*;");

    /** Texts, characters, comments: names in them are none. */
    private static final Pattern QUOTED = Pattern.compile(
            "(?s)\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\\n])*'" + "|//[^\n]*|/\\*.*?\\*/");
    /** A name that does not stand behind a dot. */
    private static final Pattern NAME = Pattern.compile("(?<![\\w$.])[\\p{Alpha}_$][\\w$]*");

    private static final Set<String> KNOWN = Set.of("lab", "true", "false", "null", "new");

    private final JShell shell;
    private final List<String> missing;

    /** @param more imports than those that every cell has */
    Imports(JShell shell, List<String> more) {
        this.shell = shell;
        this.missing = new ArrayList<>(ALWAYS);
        missing.addAll(more);
    }

    /**
     * Makes them unless all that the source names is known without. Called under the lock on JShell's state, while no
     * cell runs.
     */
    void makeFor(String source) {
        if (!missing.isEmpty() && !isKnown(source)) {
            missing.forEach(shell::eval);
            missing.clear();
        }
    }

    private static boolean isKnown(String source) {
        String code = QUOTED.matcher(source).replaceAll("\"\"");
        return NAME.matcher(code).results().map(MatchResult::group).allMatch(Imports::isKnownName);
    }

    private static boolean isKnownName(String name) {
        return KNOWN.contains(name) || isOfJavaLang(name);
    }

    private static boolean isOfJavaLang(String name) {
        try {
            Class.forName("java.lang." + name, false, null);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
