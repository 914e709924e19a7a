package org.vethlab.program.text;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.regex.MatchResult;
import org.vethlab.process.Input;

/** Searches one file, and prints what grep's options ask for. */
final class GrepFile {
    private final Call call;
    private final GrepPatterns patterns;
    private final GrepStyle style;
    private final String name;
    private final ArrayDeque<Line> before = new ArrayDeque<>();
    private long selected;
    private long number;
    private long offset;
    private long printedUpTo;
    private int after;
    private boolean binary;

    private record Line(String text, long number, long offset) {}

    /** @param style what is printed and how; it remembers whether a group came before */
    GrepFile(Call call, GrepPatterns patterns, GrepStyle style, String name) {
        this.call = call;
        this.patterns = patterns;
        this.style = style;
        this.name = name;
    }

    /** @return whether a line was selected */
    boolean search(Input in) {
        LineReader reader = new LineReader(in, style.delimiter());
        for (Optional<String> next = reader.next(); next.isPresent(); next = reader.next()) {
            if (selected >= style.maximum() && after == 0) {
                break;
            }
            String text = next.get();
            number++;
            noteBinary(text);
            boolean wanted = selected < style.maximum() && patterns.matches(text) != style.invert();
            if (!look(new Line(text, number, offset), wanted)) {
                break;
            }
            offset += EscapedUtf8.encode(text).length + 1;
        }
        end();
        return selected > 0;
    }

    /**
     * A file with a zero byte is binary, and so is one in which a line is selected that is no UTF-8: of it grep says only
     * that it matches.
     */
    private void noteBinary(String text) {
        binary |= !style.text() && text.indexOf('\0') >= 0 && style.delimiter() != 0;
    }

    /** @return whether to go on */
    private boolean look(Line line, boolean wanted) {
        if (!wanted) {
            context(line);
            return true;
        }
        selected++;
        if (style.quiet() || style.listing()) {
            return false;
        }
        if (style.counting()) {
            return true;
        }
        binary |= !style.text() && !style.onlyMatching() && !EscapedUtf8.isText(line.text);
        if (binary) {
            return false;
        }
        select(line);
        return true;
    }

    private void select(Line line) {
        long first = before.isEmpty() ? line.number : before.peek().number;
        if (style.hasContext() && !style.onlyMatching()) {
            style.separateGroups(call, first == printedUpTo + 1 && printedUpTo > 0);
        }
        before.forEach(earlier -> print(earlier, '-'));
        before.clear();
        if (style.onlyMatching()) {
            printMatches(line);
        } else {
            print(line, ':');
        }
        after = style.after();
    }

    private void context(Line line) {
        if (style.quiet() || style.listing() || style.counting() || style.onlyMatching() || binary) {
            return;
        }
        if (after > 0) {
            after--;
            print(line, '-');
        } else if (style.before() > 0) {
            before.add(line);
            if (before.size() > style.before()) {
                before.remove();
            }
        }
    }

    private void print(Line line, char mark) {
        printedUpTo = line.number;
        String text = style.colored() && mark == ':' ? highlighted(line.text) : line.text;
        call.print(style.prefix(name, line.number, line.offset, mark) + text + style.delimiter());
    }

    private String highlighted(String text) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (Optional<MatchResult> match = style.invert() ? Optional.empty() : patterns.find(text, 0);
                match.isPresent(); ) {
            int end = match.get().end();
            out.append(text, at, match.get().start());
            if (end > match.get().start()) {
                out.append(GrepStyle.paint("01;31", match.get().group()));
            }
            at = end;
            int next = Math.max(end, match.get().start() + 1);
            match = next > text.length() ? Optional.empty() : patterns.find(text, next);
        }
        return out.append(text.substring(at)).toString();
    }

    private void printMatches(Line line) {
        int from = 0;
        while (!style.invert() && from <= line.text.length()) {
            Optional<MatchResult> match = patterns.find(line.text, from);
            if (match.isEmpty()) {
                return;
            }
            MatchResult found = match.get();
            if (found.end() > found.start()) {
                long at = line.offset + EscapedUtf8.encode(line.text.substring(0, found.start())).length;
                String text = style.colored() ? GrepStyle.paint("01;31", found.group()) : found.group();
                call.print(style.prefix(name, line.number, at, ':') + text + style.delimiter());
            }
            from = Math.max(found.end(), found.start() + 1);
        }
    }

    private void end() {
        if (style.quiet()) {
            return;
        }
        if (style.counting()) {
            call.println(style.title(name, ":") + selected);
        } else if (binary && selected > 0 && !style.listing()) {
            call.println("grep: " + name + ": binary file matches");
        }
        if (style.listing() && selected > 0 != style.listingOthers()) {
            call.print(style.coloredName(name) + (call.has("Z") ? "\0" : "\n"));
        }
    }
}
