package org.vethlab.shell.expand;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.shell.arithmetic.Grammar;
import org.vethlab.shell.syntax.Part;

/** {@code ~} and {@code ~user} at the start of a word, and behind colons and the equals sign of assignments. */
final class Tilde {
    private final ShellState shell;

    Tilde(ShellState shell) {
        this.shell = shell;
    }

    /** @param assignment whether the parts are an assignment's value */
    List<Part> expand(List<Part> parts, boolean assignment) {
        if (!mayExpand(parts, assignment)) {
            return parts;
        }
        List<Part> expanded = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (part instanceof Part.Literal literal && (i == 0 || assignment)) {
                boolean last = i == parts.size() - 1;
                literal(literal.text(), i == 0, last, assignment, expanded);
            } else {
                expanded.add(part);
            }
        }
        return expanded;
    }

    private static boolean mayExpand(List<Part> parts, boolean assignment) {
        if (parts.isEmpty() || !(parts.get(0) instanceof Part.Literal first)) {
            return assignment
                    && parts.stream()
                            .anyMatch(part -> part instanceof Part.Literal text
                                    && text.text().contains(":~"));
        }
        return first.text().startsWith("~")
                || assignment
                        && parts.stream()
                                .anyMatch(part -> part instanceof Part.Literal text
                                        && text.text().contains(":~"));
    }

    private void literal(String text, boolean first, boolean last, boolean assignment, List<Part> out) {
        StringBuilder plain = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            boolean place = i == 0 ? first : assignment && text.charAt(i - 1) == ':';
            Optional<Prefix> prefix =
                    place && text.charAt(i) == '~' ? prefix(text, i, last, assignment) : Optional.empty();
            if (prefix.isEmpty()) {
                plain.append(text.charAt(i++));
                continue;
            }
            flush(plain, out);
            out.add(new Part.Quoted(prefix.get().directory()));
            i = prefix.get().end();
        }
        flush(plain, out);
    }

    private record Prefix(String directory, int end) {}

    private static void flush(StringBuilder plain, List<Part> out) {
        if (plain.length() > 0) {
            out.add(new Part.Literal(plain.toString()));
            plain.setLength(0);
        }
    }

    private Optional<Prefix> prefix(String text, int tilde, boolean last, boolean assignment) {
        int end = tilde + 1;
        while (end < text.length() && text.charAt(end) != '/' && !(assignment && text.charAt(end) == ':')) {
            end++;
        }
        if (end == text.length() && !last) {
            return Optional.empty(); // something quoted or expanded belongs to the name
        }
        int behind = end;
        return directory(text.substring(tilde + 1, end)).map(directory -> new Prefix(directory, behind));
    }

    private Optional<String> directory(String user) {
        if (shell.grammar() == Grammar.POSIX && (user.equals("+") || user.equals("-"))) {
            return Optional.empty();
        }
        return switch (user) {
            case "" -> Optional.of(shell.variables().value("HOME").orElse("/root"));
            case "+" -> shell.variables().value("PWD");
            case "-" -> shell.variables().value("OLDPWD");
            case "root" -> Optional.of("/root");
            default -> Optional.empty();
        };
    }
}
