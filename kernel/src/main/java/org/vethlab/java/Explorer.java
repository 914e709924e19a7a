package org.vethlab.java;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import org.vethlab.complete.Candidate;
import org.vethlab.complete.Completions;

/** What can be said of Java source as it is being typed. */
public final class Explorer {
    private static final long PATIENCE = 50;

    private final JShell shell;
    private final SourceCodeAnalysis analysis;
    private final ReentrantLock state;
    private final Consumer<String> imports;

    /** @param imports makes known what a source may name, under the lock */
    Explorer(JShell shell, ReentrantLock state, Consumer<String> imports) {
        this.shell = shell;
        this.imports = imports;
        this.analysis = shell.sourceCodeAnalysis();
        this.state = state;
    }

    /** Whether source is ready to run. */
    public enum Readiness {
        COMPLETE,
        INCOMPLETE,
        INVALID,
        UNKNOWN
    }

    /** What can stand at the cursor; nothing while a cell runs. */
    public Completions complete(String source, int cursor) {
        return soon(() -> suggest(source, cursor)).orElseGet(() -> new Completions(cursor, List.of()));
    }

    private Completions suggest(String source, int cursor) {
        imports.accept(source);
        int from = lastSnippet(source.substring(0, cursor));
        int[] anchor = {cursor - from};
        String snippet = source.substring(from);
        List<Suggestion> suggestions = new ArrayList<>(analysis.completionSuggestions(snippet, cursor - from, anchor));
        boolean isMember = anchor[0] > 0 && snippet.charAt(anchor[0] - 1) == '.';
        Set<String> own =
                new HashSet<>(shell.snippets().flatMap(Candidates::declared).toList());
        suggestions.sort(Comparator.<Suggestion, Boolean>comparing(each -> !each.matchesType())
                .thenComparing(each -> Candidates.rank(each.continuation(), isMember, own)));
        Map<String, Candidate> found = new LinkedHashMap<>();
        suggestions.forEach(each -> found.putIfAbsent(each.continuation(), Candidates.of(each.continuation(), own)));
        return new Completions(from + anchor[0], List.copyOf(found.values()));
    }

    /** Signatures and documentation of the name at the cursor, or of the method whose arguments it is in. */
    public Optional<String> describe(String source, int cursor) {
        return soon(() -> {
                    imports.accept(source);
                    int end = cursor;
                    while (end < source.length() && Character.isJavaIdentifierPart(source.charAt(end))) {
                        end++;
                    }
                    String typed = source.substring(0, end);
                    String snippet = typed.substring(lastSnippet(typed));
                    // JShell knows the signatures of a method only once its parenthesis is open.
                    String called = snippet + "(";
                    List<Documentation> found =
                            new ArrayList<>(analysis.documentation(snippet, snippet.length(), true));
                    if (found.isEmpty()) {
                        found.addAll(analysis.documentation(called, called.length(), true));
                    }
                    return found.stream().map(Explorer::text).distinct().collect(Collectors.joining("\n\n"));
                })
                .filter(text -> !text.isEmpty());
    }

    private static String text(Documentation documentation) {
        String signature = documentation.signature();
        Optional<String> javadoc =
                Optional.ofNullable(documentation.javadoc()).or(() -> SourceDocumentation.of(signature));
        return javadoc.map(text -> signature + "\n" + plain(text)).orElse(signature);
    }

    private static String plain(String javadoc) {
        return javadoc.replaceAll("<[^>]+>", "")
                .replaceAll("\\{@\\w+ #?([^}]*)}", "$1")
                .replaceAll("(?<=\\w)#(?=\\w)", ".")
                .replaceAll("@param (\\w+)\\s+", "$1: ")
                .replaceAll("@throws (\\w+)\\s+", "$1: ")
                .replaceAll("@return\\s+", "Returns ");
    }

    /** Whether source is ready to run; not known while a cell runs. */
    public Readiness readiness(String source) {
        return soon(() -> {
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
                })
                .orElse(Readiness.UNKNOWN);
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

    /** Asks the compiler unless a cell has it: who types does not wait for the end of a cell. */
    private <T> Optional<T> soon(Supplier<T> work) {
        try {
            if (!state.tryLock(PATIENCE, TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            state.unlock();
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
