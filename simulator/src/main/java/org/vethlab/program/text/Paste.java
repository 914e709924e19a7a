package org.vethlab.program.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vethlab.net.NetException;

/** {@code paste} of coreutils. */
public final class Paste extends TextTool {
    private static final OptionTable OPTIONS = OptionTable.of("d:|delimiters:", "s|serial", "z|zero-terminated");

    public Paste() {
        super("paste", "merge lines of files", OPTIONS);
    }

    @Override
    int run(Call call) {
        List<String> delimiters = delimiters(call.value("d").orElse("\t"));
        String end = call.has("z") ? "\0" : "\n";
        Map<String, LineReader> shared = new HashMap<>();
        List<LineReader> readers = new ArrayList<>();
        for (String file : call.inputs()) {
            try {
                LineReader reader = shared.containsKey(file) && file.equals("-")
                        ? shared.get(file)
                        : new LineReader(call.open(file), end.charAt(0));
                shared.put(file, reader);
                readers.add(reader);
            } catch (NetException e) {
                call.warn(file + ": " + e.errno().text());
                if (!call.has("s")) {
                    return call.status();
                }
            }
        }
        if (call.has("s")) {
            readers.forEach(reader -> call.print(serial(reader, delimiters) + end));
        } else {
            parallel(call, readers, delimiters, end);
        }
        return call.status();
    }

    private static List<String> delimiters(String text) {
        List<String> delimiters = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                delimiters.add(String.valueOf(c));
                continue;
            }
            char escaped = text.charAt(++i);
            int known = "nt0rbfv\\".indexOf(escaped);
            delimiters.add(
                    escaped == '0' ? "" : String.valueOf(known < 0 ? escaped : "\n\t0\r\b\f\013\\".charAt(known)));
        }
        return delimiters.isEmpty() ? List.of("") : delimiters;
    }

    private static String serial(LineReader reader, List<String> delimiters) {
        StringBuilder joined = new StringBuilder();
        int count = 0;
        for (Optional<String> line = reader.next(); line.isPresent(); line = reader.next()) {
            joined.append(count == 0 ? "" : delimiters.get((count - 1) % delimiters.size()));
            joined.append(line.get());
            count++;
        }
        return joined.toString();
    }

    private static void parallel(Call call, List<LineReader> readers, List<String> delimiters, String end) {
        while (true) {
            StringBuilder joined = new StringBuilder();
            boolean any = false;
            for (int i = 0; i < readers.size(); i++) {
                Optional<String> line = readers.get(i).next();
                any |= line.isPresent();
                joined.append(i == 0 ? "" : delimiters.get((i - 1) % delimiters.size()));
                joined.append(line.orElse(""));
            }
            if (!any) {
                return;
            }
            call.print(joined + end);
        }
    }
}
