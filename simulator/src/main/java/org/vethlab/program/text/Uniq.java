package org.vethlab.program.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vethlab.net.NetException;
import org.vethlab.process.Input;
import org.vethlab.process.Output;

/** {@code uniq} of coreutils. */
public final class Uniq extends TextTool {
    private static final OptionTable OPTIONS = OptionTable.of(
            "c|count",
            "d|repeated",
            "D",
            "|all-repeated?",
            "f:|skip-fields:",
            "i|ignore-case",
            "s:|skip-chars:",
            "u|unique",
            "w:|check-chars:",
            "z|zero-terminated");

    public Uniq() {
        super("uniq", "report or omit repeated lines", OPTIONS);
    }

    @Override
    int run(Call call) {
        List<String> files = call.operands();
        if (files.size() > 2) {
            throw call.misuse("extra operand " + Call.quote(files.get(2)));
        }
        String file = files.isEmpty() ? "-" : files.get(0);
        Key key = Key.of(call);
        try {
            Input in = call.open(file);
            Output out = files.size() > 1
                    ? call.files().create(files.get(1), false)
                    : call.context().out();
            groups(call, new LineReader(in, call.has("z") ? 0 : '\n'), key, out);
            call.close(file, in);
        } catch (NetException e) {
            throw call.failure(file + ": " + e.errno().text());
        }
        return call.status();
    }

    private static void groups(Call call, LineReader reader, Key key, Output out) {
        List<String> group = new ArrayList<>();
        for (Optional<String> line = reader.next(); line.isPresent(); line = reader.next()) {
            if (!group.isEmpty() && !key.of(group.get(0)).equals(key.of(line.get()))) {
                print(call, group, out);
                group.clear();
            }
            group.add(line.get());
        }
        if (!group.isEmpty()) {
            print(call, group, out);
        }
    }

    private static void print(Call call, List<String> group, Output out) {
        boolean all = call.has("D") || call.has("all-repeated");
        boolean repeated = group.size() > 1;
        if (repeated ? call.has("u") : call.has("d") || all) {
            return;
        }
        String end = call.has("z") ? "\0" : "\n";
        String count = call.has("c") ? String.format("%7d ", group.size()) : "";
        for (String line : all ? group : group.subList(0, 1)) {
            byte[] bytes = EscapedUtf8.encode(count + line + end);
            out.write(bytes, 0, bytes.length);
        }
    }

    /** What of a line is compared. */
    private record Key(long fields, long characters, long width, boolean ignoreCase) {
        static Key of(Call call) {
            return new Key(
                    number(call, "f", "fields to skip", 0),
                    number(call, "s", "bytes to skip", 0),
                    number(call, "w", "bytes to compare", Long.MAX_VALUE),
                    call.has("i"));
        }

        private static long number(Call call, String option, String what, long otherwise) {
            Optional<String> given = call.value(option);
            if (given.isEmpty()) {
                return otherwise;
            }
            return Counts.parse(given.get())
                    .orElseThrow(() -> call.failure(given.get() + ": invalid number of " + what));
        }

        String of(String line) {
            int at = 0;
            for (long i = 0; i < fields && at < line.length(); i++) {
                while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
                    at++;
                }
                while (at < line.length() && !Character.isWhitespace(line.charAt(at))) {
                    at++;
                }
            }
            int start = (int) Math.min(line.length(), at + characters);
            int end = (int) Math.min(line.length(), width > line.length() ? line.length() : start + width);
            String part = line.substring(start, end);
            return ignoreCase ? part.toLowerCase(Locale.ROOT) : part;
        }
    }
}
