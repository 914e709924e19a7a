package org.vethlab.java;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.UnresolvedReferenceException;
import org.jspecify.annotations.Nullable;

/** Says in a student's terms what the compiler or the JVM objected to: his cells and his lines, nothing of ours. */
final class Trouble {
    /** What the methods are named with that cells' expressions are run in. */
    static final String EXPRESSION = "expression$";

    private static final int MOST_FRAMES = 10;

    /** Where a snippet stood. */
    private record Origin(String cell, int line) {}

    private final Map<String, Origin> origins = new HashMap<>();
    private Origin coming = new Origin("start-up", 1);

    /** Where the snippets stand that come next. */
    void expect(String cell, int line) {
        coming = new Origin(cell, line);
    }

    /** A number for a snippet, by which its place is found again. */
    String identify() {
        String id = Integer.toString(origins.size() + 1);
        origins.put(id, coming);
        return id;
    }

    JavaFailure rejected(Snippet snippet, List<Diag> diagnostics) {
        List<String> lines = new ArrayList<>();
        String first = "";
        for (Diag diagnostic : diagnostics) {
            if (!diagnostic.isError()) {
                continue;
            }
            List<String> message = plain(diagnostic.getMessage(Locale.ROOT));
            first = first.isEmpty() ? String.join(" ", message) : first;
            lines.addAll(describe(snippet, diagnostic, message));
        }
        return new JavaFailure(JavaFailure.COMPILE_ERROR, first, lines);
    }

    private List<String> describe(Snippet snippet, Diag diagnostic, List<String> message) {
        String source = snippet.source();
        int position = (int) Math.max(0, Math.min(diagnostic.getPosition(), source.length()));
        int start = source.lastIndexOf('\n', position - 1) + 1;
        int end = source.indexOf('\n', position);
        String line = source.substring(start, end < 0 ? source.length() : end);
        int before =
                (int) source.substring(0, start).chars().filter(c -> c == '\n').count();
        List<String> lines = new ArrayList<>();
        lines.add(place(snippet.id(), before + 1) + ": " + message.get(0));
        lines.add("    " + line);
        lines.add("    " + " ".repeat(position - start) + "^");
        message.subList(1, message.size()).forEach(more -> lines.add("  " + more));
        return lines;
    }

    /** The compiler's words without the class that JShell wraps around a snippet. */
    private static List<String> plain(String message) {
        return message.lines()
                .map(line -> line.strip().replaceAll(" +", " ").replace("java.lang.", ""))
                .filter(line -> !line.equals("location: class") && !line.startsWith("location: class REPL"))
                .toList();
    }

    private String place(String snippet, int line) {
        Origin origin = origins.get(snippet);
        return origin == null ? "line " + line : origin.cell() + ", line " + (origin.line() + line - 1);
    }

    JavaFailure thrown(JShellException thrown) {
        if (thrown instanceof UnresolvedReferenceException unresolved) {
            String message = unresolved.getSnippet().name() + " uses what is not declared yet";
            return new JavaFailure("UnresolvedReference", message, List.of(message));
        }
        List<String> lines = new ArrayList<>();
        String lead = "";
        @Nullable Throwable each = thrown;
        while (each instanceof EvalException exception) {
            lines.add(lead + title(exception));
            lines.addAll(frames(exception));
            lead = "caused by ";
            each = exception.getCause();
        }
        String kind = thrown instanceof EvalException exception ? name(exception) : "Exception";
        return new JavaFailure(kind, message(thrown).orElse(""), lines);
    }

    private static String title(EvalException exception) {
        return name(exception) + message(exception).map(text -> ": " + text).orElse("");
    }

    /** In a cell's own names, and without the modules of the classes that do not fit. */
    private static Optional<String> message(JShellException thrown) {
        return Optional.ofNullable(thrown.getMessage())
                .map(text -> SourceText.plainNames(text).replaceAll(" \\([^()]* in module [^()]*\\)$", ""));
    }

    private static String name(EvalException exception) {
        return SourceText.plainNames(exception.getExceptionClassName())
                .replaceFirst("^(java\\.lang|org\\.vethlab\\.lab)\\.(?=[A-Z])", "");
    }

    private List<String> frames(EvalException exception) {
        List<String> frames = new ArrayList<>();
        for (StackTraceElement frame : exception.getStackTrace()) {
            String file = frame.getFileName();
            if (frames.size() == MOST_FRAMES) {
                frames.add("    …");
                return frames;
            }
            if (file != null && file.startsWith("#")) {
                String method = frame.getMethodName();
                boolean named = !method.isEmpty() && !method.startsWith("do_it$") && !method.startsWith(EXPRESSION);
                String at =
                        "    at " + place(file.substring(1), frame.getLineNumber()) + (named ? ", in " + method : "");
                // A variable's value is computed in a method that JShell calls on the same line.
                if (named || frames.isEmpty() || !frames.get(frames.size() - 1).equals(at)) {
                    frames.add(at);
                }
            }
        }
        return frames;
    }
}
