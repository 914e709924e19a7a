package org.vethlab.java;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** What can be said of Java source as it is being typed. */
public final class Explorer {
    private final SourceCodeAnalysis analysis;
    private final ReentrantLock state;

    Explorer(JShell shell, ReentrantLock state) {
        this.analysis = shell.sourceCodeAnalysis();
        this.state = state;
    }

    /** What can stand at the cursor, in place of the text from {@code start} on. */
    public record Completions(int start, List<String> texts) {}

    /** Whether source is ready to run. */
    public enum Readiness {
        COMPLETE,
        INCOMPLETE,
        INVALID
    }

    public Completions complete(String source, int cursor) {
        return locked(() -> {
            int from = lastSnippet(source.substring(0, cursor));
            int[] anchor = new int[1];
            List<Suggestion> suggestions =
                    analysis.completionSuggestions(source.substring(from), cursor - from, anchor);
            Set<String> texts = new LinkedHashSet<>();
            suggestions.stream().filter(Suggestion::matchesType).forEach(each -> texts.add(each.continuation()));
            suggestions.forEach(each -> texts.add(each.continuation()));
            return new Completions(from + anchor[0], new ArrayList<>(texts));
        });
    }

    /** Signatures and documentation of the name at the cursor, or of the method whose arguments it is in. */
    public Optional<String> describe(String source, int cursor) {
        return locked(() -> {
            int end = cursor;
            while (end < source.length() && Character.isJavaIdentifierPart(source.charAt(end))) {
                end++;
            }
            String typed = source.substring(0, end);
            String snippet = typed.substring(lastSnippet(typed));
            // JShell knows the signatures of a method only once its parenthesis is open.
            String called = snippet + "(";
            List<Documentation> found = new ArrayList<>(analysis.documentation(snippet, snippet.length(), true));
            if (found.isEmpty()) {
                found.addAll(analysis.documentation(called, called.length(), true));
            }
            String text = found.stream().map(Explorer::text).distinct().collect(Collectors.joining("\n\n"));
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        });
    }

    private static String text(Documentation documentation) {
        String javadoc = documentation.javadoc();
        return javadoc == null ? documentation.signature() : documentation.signature() + "\n" + plain(javadoc);
    }

    private static String plain(String javadoc) {
        return javadoc.replaceAll("<[^>]+>", "").replaceAll("\\{@\\w+ ([^}]*)}", "$1");
    }

    public Readiness readiness(String source) {
        return locked(() -> {
            String remaining = source;
            while (!SourceText.isBlank(remaining)) {
                CompletionInfo info = analysis.analyzeCompletion(remaining);
                if (info.completeness() == Completeness.UNKNOWN) {
                    return Readiness.INVALID;
                }
                if (!info.completeness().isComplete()) {
                    return Readiness.INCOMPLETE;
                }
                remaining = info.remaining();
            }
            return Readiness.COMPLETE;
        });
    }

    /** Whether a magic may follow: what is there is whole. @param lenient whether it is if a semicolon is added */
    public boolean isWhole(String source, boolean lenient) {
        return locked(() -> {
            String remaining = source;
            while (!SourceText.isBlank(remaining)) {
                CompletionInfo info = analysis.analyzeCompletion(remaining);
                Completeness completeness = info.completeness();
                boolean lacksSemicolon = completeness == Completeness.COMPLETE_WITH_SEMI;
                if (lacksSemicolon ? !lenient : !completeness.isComplete()) {
                    return completeness == Completeness.CONSIDERED_INCOMPLETE;
                }
                remaining = info.remaining();
            }
            return true;
        });
    }

    /** Where the snippet starts that the end of the text is in. */
    private int lastSnippet(String text) {
        String remaining = text;
        while (true) {
            CompletionInfo info = analysis.analyzeCompletion(remaining);
            boolean more = info.completeness().isComplete() && !SourceText.isBlank(info.remaining());
            if (!more) {
                return text.length() - remaining.length();
            }
            remaining = info.remaining();
        }
    }

    private <T> T locked(Supplier<T> work) {
        state.lock();
        try {
            return work.get();
        } finally {
            state.unlock();
        }
    }
}
