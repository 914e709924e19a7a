package org.vethlab.program.text;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** How differences are written. */
sealed interface DiffForm {
    String NO_NEWLINE = "\\ No newline at end of file\n";

    String print(DiffText left, DiffText right, List<Change> changes);

    static DiffForm of(Options options) {
        if (options.has("u") || options.has("U")) {
            return new Unified(context(options, "U"));
        }
        return options.has("c") || options.has("C") ? new InContext(context(options, "C")) : new Normal();
    }

    private static int context(Options options, String option) {
        return options.value(option)
                .map(text -> (int) Counts.parse(text)
                        .orElseThrow(() -> new org.vethlab.program.CommandException(
                                2,
                                "diff: invalid context length '" + text
                                        + "'\ndiff: Try 'diff --help' for more information.")))
                .orElse(3);
    }

    private static void line(StringBuilder out, String mark, DiffText text, int index) {
        out.append(mark).append(text.lines().get(index)).append('\n');
        if (index == text.lines().size() - 1 && !text.terminated()) {
            out.append(NO_NEWLINE);
        }
    }

    private static void lines(StringBuilder out, String mark, DiffText text, int from, int end) {
        for (int index = from; index < end; index++) {
            line(out, mark, text, index);
        }
    }

    private static String heading(String mark, DiffText text) {
        String shown = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.nnnnnnnnn Z")
                .withZone(ZoneOffset.UTC)
                .format(text.modified());
        return mark + " " + text.label().orElse(text.name() + "\t" + shown) + "\n";
    }

    /** Changes that stand so close that their contexts touch. */
    private static List<List<Change>> hunks(List<Change> changes, int context) {
        List<List<Change>> hunks = new ArrayList<>();
        for (Change change : changes) {
            List<Change> last = hunks.isEmpty() ? List.of() : hunks.get(hunks.size() - 1);
            boolean close =
                    !last.isEmpty() && change.from() - last.get(last.size() - 1).fromEnd() <= 2 * context;
            if (!close) {
                hunks.add(new ArrayList<>());
            }
            hunks.get(hunks.size() - 1).add(change);
        }
        return hunks;
    }

    /** {@code 1,2c3}, with arrows. */
    record Normal() implements DiffForm {
        @Override
        public String print(DiffText left, DiffText right, List<Change> changes) {
            StringBuilder out = new StringBuilder();
            for (Change change : changes) {
                String letter = !change.inserts() ? "d" : change.deletes() ? "c" : "a";
                out.append(range(change.from(), change.fromEnd())).append(letter);
                out.append(range(change.to(), change.toEnd())).append('\n');
                lines(out, "< ", left, change.from(), change.fromEnd());
                out.append(letter.equals("c") ? "---\n" : "");
                lines(out, "> ", right, change.to(), change.toEnd());
            }
            return out.toString();
        }

        private static String range(int from, int end) {
            return end - from > 1 ? (from + 1) + "," + end : Integer.toString(end);
        }
    }

    /** {@code @@ -1,3 +1,4 @@}. */
    record Unified(int context) implements DiffForm {
        @Override
        public String print(DiffText left, DiffText right, List<Change> changes) {
            StringBuilder out = new StringBuilder(heading("---", left)).append(heading("+++", right));
            hunks(changes, context).forEach(hunk -> hunk(out, left, right, hunk));
            return out.toString();
        }

        private void hunk(StringBuilder out, DiffText left, DiffText right, List<Change> hunk) {
            Change first = hunk.get(0);
            Change last = hunk.get(hunk.size() - 1);
            int before = Math.min(context, Math.min(first.from(), first.to()));
            int after = Math.min(context, left.lines().size() - last.fromEnd());
            out.append("@@ -").append(range(first.from() - before, last.fromEnd() + after));
            out.append(" +")
                    .append(range(first.to() - before, last.toEnd() + after))
                    .append(" @@\n");
            int at = first.from() - before;
            for (Change change : hunk) {
                lines(out, " ", left, at, change.from());
                lines(out, "-", left, change.from(), change.fromEnd());
                lines(out, "+", right, change.to(), change.toEnd());
                at = change.fromEnd();
            }
            lines(out, " ", left, at, last.fromEnd() + after);
        }

        private static String range(int from, int end) {
            int length = end - from;
            return length == 1 ? Integer.toString(end) : (length == 0 ? from : from + 1) + "," + length;
        }
    }

    /** Stars and dashes. */
    record InContext(int context) implements DiffForm {
        @Override
        public String print(DiffText left, DiffText right, List<Change> changes) {
            StringBuilder out = new StringBuilder(heading("***", left)).append(heading("---", right));
            for (List<Change> hunk : hunks(changes, context)) {
                hunk(out, left, right, hunk);
            }
            return out.toString();
        }

        private void hunk(StringBuilder out, DiffText left, DiffText right, List<Change> hunk) {
            Change first = hunk.get(0);
            Change last = hunk.get(hunk.size() - 1);
            int before = Math.min(context, Math.min(first.from(), first.to()));
            int after = Math.min(context, left.lines().size() - last.fromEnd());
            out.append("***************\n*** ");
            out.append(range(first.from() - before, last.fromEnd() + after)).append(" ****\n");
            if (hunk.stream().anyMatch(Change::deletes)) {
                int at = first.from() - before;
                for (Change change : hunk) {
                    lines(out, "  ", left, at, change.from());
                    lines(out, change.inserts() ? "! " : "- ", left, change.from(), change.fromEnd());
                    at = change.fromEnd();
                }
                lines(out, "  ", left, at, last.fromEnd() + after);
            }
            out.append("--- ")
                    .append(range(first.to() - before, last.toEnd() + after))
                    .append(" ----\n");
            if (hunk.stream().anyMatch(Change::inserts)) {
                int at = first.to() - before;
                for (Change change : hunk) {
                    lines(out, "  ", right, at, change.to());
                    lines(out, change.deletes() ? "! " : "+ ", right, change.to(), change.toEnd());
                    at = change.toEnd();
                }
                lines(out, "  ", right, at, last.toEnd() + after);
            }
        }

        private static String range(int from, int end) {
            return end - from > 1 ? (from + 1) + "," + end : Integer.toString(end);
        }
    }
}
