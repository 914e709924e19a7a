package org.vethlab.program.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.NetException;
import org.vethlab.process.Input;
import org.vethlab.process.Output;
import org.vethlab.program.text.Options.Given;

/** {@code sort} of coreutils, in the order of C.UTF-8. */
public final class Sort extends TextTool {
    private static final OptionTable OPTIONS = OptionTable.of(
            "b|ignore-leading-blanks",
            "d|dictionary-order",
            "f|ignore-case",
            "g|general-numeric-sort",
            "h|human-numeric-sort",
            "i|ignore-nonprinting",
            "M|month-sort",
            "n|numeric-sort",
            "R|random-sort",
            "V|version-sort",
            "r|reverse",
            "c",
            "|check?",
            "C",
            "k:|key:",
            "m|merge",
            "o:|output:",
            "s|stable",
            "S:|buffer-size:",
            "T:|temporary-directory:",
            "t:|field-separator:",
            "u|unique",
            "z|zero-terminated",
            "|parallel:",
            "|debug");

    private static final String ORDERS = "bdfghinMRVr";

    public Sort() {
        super("sort", "sort lines of text files", OPTIONS);
    }

    @Override
    int usageStatus() {
        return 2;
    }

    @Override
    int run(Call call) {
        SortOrder global = globalOrder(call);
        Optional<Character> separator = call.value("t").map(text -> separator(call, text));
        List<SortKey> keys = keys(call, global);
        Comparator<String> byKeys = SortKey.comparator(keys, separator);
        boolean lastResort = !call.has("s") && !call.has("u");
        Comparator<String> whole =
                (left, right) -> global.has('r') ? SortOrder.bytes(right, left) : SortOrder.bytes(left, right);
        Comparator<String> order = lastResort ? byKeys.thenComparing(whole) : byKeys;
        if (call.has("c") || call.has("C") || call.has("check")) {
            return check(call, lines(call), order);
        }
        List<String> lines = call.has("m") ? merge(call, order) : lines(call);
        if (!call.has("m")) {
            lines.sort(order);
        }
        print(call, call.has("u") ? unique(lines, byKeys) : lines);
        return call.status();
    }

    private static SortOrder globalOrder(Call call) {
        StringBuilder letters = new StringBuilder();
        for (Given one : call.options().given()) {
            if (one.option().length() == 1 && ORDERS.contains(one.option())) {
                letters.append(one.option());
            }
        }
        return new SortOrder(letters.toString());
    }

    private static char separator(Call call, String text) {
        if (text.isEmpty()) {
            throw call.failure(2, "empty tab");
        }
        if (text.equals("\\0")) {
            return 0;
        }
        if (text.length() > 1) {
            throw call.failure(2, "multi-character tab " + Call.quote(text));
        }
        return text.charAt(0);
    }

    private static List<SortKey> keys(Call call, SortOrder global) {
        List<SortKey> keys = new ArrayList<>();
        for (Given one : call.options().given()) {
            if (one.option().equals("k")) {
                keys.add(new SortKeyParser(call, one.value().orElseThrow()).parse(global));
            }
        }
        return keys.isEmpty() ? List.of(new SortKey(SortKey.LINE_START, Optional.empty(), global)) : keys;
    }

    private static List<String> lines(Call call) {
        List<String> lines = new ArrayList<>();
        call.inputs().forEach(file -> lines.addAll(lines(call, file)));
        return lines;
    }

    private static List<String> lines(Call call, String file) {
        Input in;
        try {
            in = call.open(file);
        } catch (NetException e) {
            String what = call.files().isDirectory(file) ? "read failed: " : "cannot read: ";
            throw call.failure(2, what + file + ": " + e.errno().text());
        }
        List<String> lines = new ArrayList<>();
        LineReader reader = new LineReader(in, call.has("z") ? 0 : '\n');
        for (Optional<String> line = reader.next(); line.isPresent(); line = reader.next()) {
            lines.add(line.get());
        }
        call.close(file, in);
        return lines;
    }

    /** Takes the least of the files' first lines, again and again: files that are not sorted stay so. */
    private static List<String> merge(Call call, Comparator<String> order) {
        List<ArrayDeque<String>> files = new ArrayList<>();
        call.inputs().forEach(file -> files.add(new ArrayDeque<>(lines(call, file))));
        List<String> merged = new ArrayList<>();
        files.removeIf(ArrayDeque::isEmpty);
        while (!files.isEmpty()) {
            ArrayDeque<String> least = files.get(0);
            for (ArrayDeque<String> file : files) {
                least = order.compare(file.element(), least.element()) < 0 ? file : least;
            }
            merged.add(least.remove());
            files.removeIf(ArrayDeque::isEmpty);
        }
        return merged;
    }

    private static int check(Call call, List<String> lines, Comparator<String> order) {
        for (int i = 1; i < lines.size(); i++) {
            int compared = order.compare(lines.get(i - 1), lines.get(i));
            if (compared > 0 || compared == 0 && call.has("u")) {
                if (!call.has("C")
                        && call.value("check")
                                .filter(how -> !how.startsWith("diag"))
                                .isEmpty()) {
                    call.warn(call.inputs().get(0) + ":" + (i + 1) + ": disorder: " + lines.get(i));
                }
                return 1;
            }
        }
        return 0;
    }

    private static List<String> unique(List<String> sorted, Comparator<String> byKeys) {
        List<String> unique = new ArrayList<>();
        for (String line : sorted) {
            if (unique.isEmpty() || byKeys.compare(unique.get(unique.size() - 1), line) != 0) {
                unique.add(line);
            }
        }
        return unique;
    }

    private static void print(Call call, List<String> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append(call.has("z") ? '\0' : '\n'));
        Optional<String> file = call.value("o");
        if (file.isEmpty()) {
            call.print(text.toString());
            return;
        }
        try {
            Output output = call.files().create(file.get(), false);
            byte[] bytes = EscapedUtf8.encode(text.toString());
            output.write(bytes, 0, bytes.length);
            output.close();
        } catch (NetException e) {
            throw call.failure(
                    2, "open failed: " + file.get() + ": " + e.errno().text());
        }
    }
}
