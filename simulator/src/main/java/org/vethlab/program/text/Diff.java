package org.vethlab.program.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.vethlab.net.NetException;
import org.vethlab.process.FileStatus;
import org.vethlab.program.Glob;
import org.vethlab.program.text.Options.Given;

/** {@code diff} of diffutils: normal, context and unified form, and whole directories. */
public final class Diff extends TextTool {
    private static final OptionTable OPTIONS = OptionTable.of(
            "q|brief",
            "s|report-identical-files",
            "u",
            "U:|unified?",
            "c",
            "C:|context?",
            "N|new-file",
            "r|recursive",
            "i|ignore-case",
            "w|ignore-all-space",
            "b|ignore-space-change",
            "B|ignore-blank-lines",
            "a|text",
            "|label:",
            "L:",
            "|normal",
            "|color?",
            "d|minimal",
            "t|expand-tabs",
            "x:|exclude:");
    private static final int TROUBLE = 2;

    public Diff() {
        super("diff", "compare files line by line", OPTIONS);
    }

    @Override
    int usageStatus() {
        return TROUBLE;
    }

    @Override
    String usageHint() {
        return "diff: Try 'diff --help' for more information.";
    }

    @Override
    int run(Call call) {
        List<String> files = call.operands();
        if (files.size() < 2) {
            String after = files.isEmpty() ? "diff" : files.get(0);
            throw call.failure(TROUBLE, "missing operand after '" + after + "'\n" + usageHint());
        }
        if (files.size() > 2) {
            throw call.failure(TROUBLE, "extra operand '" + files.get(2) + "'\n" + usageHint());
        }
        compare(call, files.get(0), files.get(1));
        return call.status();
    }

    private static void compare(Call call, String first, String second) {
        boolean firstIsDirectory = isDirectory(call, first);
        boolean secondIsDirectory = isDirectory(call, second);
        if (firstIsDirectory && secondIsDirectory) {
            directories(call, first, second);
        } else if (firstIsDirectory) {
            files(call, inside(first, second), second, false);
        } else {
            files(call, first, secondIsDirectory ? inside(second, first) : second, false);
        }
    }

    private static boolean isDirectory(Call call, String file) {
        return !file.equals("-") && call.files().isDirectory(file);
    }

    private static String inside(String directory, String file) {
        return LsEntry.join(directory, file.substring(file.lastIndexOf('/') + 1));
    }

    private static void directories(Call call, String first, String second) {
        TreeSet<String> names = new TreeSet<>(call.files().list(first));
        names.addAll(call.files().list(second));
        for (String name : names) {
            if (!isExcluded(call, name)) {
                entries(call, first, second, name);
            }
        }
    }

    private static boolean isExcluded(Call call, String name) {
        return call.options().given().stream()
                .filter(option -> option.option().equals("x"))
                .anyMatch(option -> Glob.matches(option.value().orElse(""), name));
    }

    private static void entries(Call call, String first, String second, String name) {
        String left = LsEntry.join(first, name);
        String right = LsEntry.join(second, name);
        boolean inFirst = call.files().exists(left);
        boolean inSecond = call.files().exists(right);
        if (inFirst != inSecond && !call.has("N")) {
            call.println("Only in " + (inFirst ? first : second) + ": " + name);
            call.noteStatus(1);
            return;
        }
        boolean leftIsDirectory = isDirectory(call, left);
        boolean rightIsDirectory = isDirectory(call, right);
        if (leftIsDirectory && rightIsDirectory) {
            if (call.has("r")) {
                directories(call, left, right);
            } else {
                call.println("Common subdirectories: " + left + " and " + right);
            }
        } else if (leftIsDirectory != rightIsDirectory && inFirst && inSecond) {
            call.println("File " + left + " is a " + kind(call, left) + " while file " + right + " is a "
                    + kind(call, right));
            call.noteStatus(1);
        } else {
            files(call, left, right, true);
        }
    }

    private static String kind(Call call, String file) {
        FileStatus status = call.files().status(file);
        return status.isDirectory() ? "directory" : status.size() == 0 ? "regular empty file" : "regular file";
    }

    private static void files(Call call, String first, String second, boolean headed) {
        Optional<DiffText> left = read(call, first);
        Optional<DiffText> right = read(call, second);
        if (left.isEmpty() || right.isEmpty()) {
            return;
        }
        if (left.get().isSame(right.get())) {
            if (call.has("s")) {
                call.println("Files " + first + " and " + second + " are identical");
            }
            return;
        }
        if (left.get().isBinary() || right.get().isBinary()) {
            call.println((call.has("q") ? "Files " : "Binary files ") + first + " and " + second + " differ");
            call.noteStatus(1);
            return;
        }
        List<Change> changes = new ArrayList<>(
                Changes.between(left.get().keys(call.options()), right.get().keys(call.options())));
        if (call.has("B")) {
            changes.removeIf(change -> left.get().isBlank(change.from(), change.fromEnd())
                    && right.get().isBlank(change.to(), change.toEnd()));
        }
        if (!changes.isEmpty()) {
            print(call, left.get(), right.get(), changes, headed);
        }
    }

    private static void print(Call call, DiffText left, DiffText right, List<Change> changes, boolean headed) {
        call.noteStatus(1);
        if (call.has("q")) {
            call.println("Files " + left.name() + " and " + right.name() + " differ");
            return;
        }
        if (headed) {
            call.println(headLine(call, left.name(), right.name()));
        }
        call.print(DiffForm.of(call.options()).print(left, right, changes));
    }

    private static String headLine(Call call, String left, String right) {
        StringBuilder line = new StringBuilder("diff");
        for (Given given : call.options().given()) {
            line.append(given.option().length() == 1 ? " -" : " --")
                    .append(given.option())
                    .append(given.value().map(value -> " " + value).orElse(""));
        }
        return line + " " + left + " " + right;
    }

    private static Optional<DiffText> read(Call call, String file) {
        try {
            boolean absent = call.has("N") && !file.equals("-") && !call.files().exists(file);
            byte[] bytes = absent ? new byte[0] : call.open(file).readAll();
            long modified = absent || file.equals("-")
                    ? call.context().clock().now()
                    : call.files().status(file).modified();
            return Optional.of(DiffText.of(file, bytes, call.date(modified), label(call, file)));
        } catch (NetException e) {
            call.warn(TROUBLE, file + ": " + e.errno().text());
            return Optional.empty();
        }
    }

    /** The name given by {@code --label}, first for the first file, second for the second. */
    private static Optional<String> label(Call call, String file) {
        List<String> labels = call.options().given().stream()
                .filter(option ->
                        option.option().equals("label") || option.option().equals("L"))
                .flatMap(option -> option.value().stream())
                .toList();
        int side = call.operands().indexOf(file);
        return side >= 0 && side < labels.size() ? Optional.of(labels.get(side)) : Optional.empty();
    }
}
