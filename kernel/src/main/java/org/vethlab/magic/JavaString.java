package org.vethlab.magic;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A string in Java source that is still open, in a call that names something of the lab: {@code lab.ns("net}.
 *
 * @param namespace where the script would run
 * @param namesNamespace whether it may be the name of a namespace
 * @param command what a shell would read before it; empty if it is no part of a command
 * @param text as far as it is typed
 */
record JavaString(String namespace, boolean namesNamespace, Optional<String> command, String text) {
    private static final String HOST = "host";
    private static final Pattern NAMESPACE = Pattern.compile(".*\\b(?:ns|capture)\\(\"([^\"\\\\]*)");
    private static final Pattern IN_NAMESPACE =
            Pattern.compile(".*\\bns\\(\"([^\"]+)\"\\)\\s*\\.(\\w+)\\(\"([^\"\\\\]*)");
    private static final Pattern OF_LAB =
            Pattern.compile(".*\\blab\\s*\\.(?:run|ask|why)\\(\"(?:([^\"\\\\]+)\",\\s*\")?([^\"\\\\]*)");

    /** @param line up to the cursor */
    static Optional<JavaString> in(String line) {
        Matcher namespace = NAMESPACE.matcher(line);
        if (namespace.matches()) {
            return Optional.of(new JavaString(HOST, true, Optional.empty(), namespace.group(1)));
        }
        Matcher inside = IN_NAMESPACE.matcher(line);
        if (inside.matches()) {
            return command(inside.group(2))
                    .map(words -> new JavaString(inside.group(1), false, Optional.of(words), inside.group(3)));
        }
        Matcher lab = OF_LAB.matcher(line);
        if (!lab.matches()) {
            return Optional.empty();
        }
        Optional<String> named = Optional.ofNullable(lab.group(1));
        return Optional.of(new JavaString(named.orElse(HOST), named.isEmpty(), Optional.of(""), lab.group(2)));
    }

    /** What a method's argument would stand behind, if it were typed in a shell. */
    private static Optional<String> command(String method) {
        return switch (method) {
            case "run", "ask", "why" -> Optional.of("");
            case "ping" -> Optional.of("ping ");
            case "routeTo" -> Optional.of("ip route get ");
            case "sysctl" -> Optional.of("sysctl ");
            default -> Optional.empty();
        };
    }
}
