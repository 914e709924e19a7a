package org.vethlab.program.text;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code cut} of coreutils. {@code -c} counts bytes, as {@code -b} does: coreutils knows no characters here. */
public final class Cut extends TextTool {
    private static final OptionTable OPTIONS = OptionTable.of(
            "b:|bytes:",
            "c:|characters:",
            "d:|delimiter:",
            "f:|fields:",
            "n",
            "|complement",
            "s|only-delimited",
            "|output-delimiter:",
            "z|zero-terminated");

    public Cut() {
        super("cut", "remove sections from each line of files", OPTIONS);
    }

    @Override
    int run(Call call) {
        String kind = kind(call);
        boolean fields = kind.equals("f");
        String delimiter = call.value("d").orElse("\t");
        if (call.has("d") && !fields) {
            throw call.misuse("an input delimiter may be specified only when operating on fields");
        }
        if (call.has("s") && !fields) {
            throw call.misuse("suppressing non-delimited lines makes sense\n\tonly when operating on fields");
        }
        if (delimiter.length() > 1) {
            throw call.misuse("the delimiter must be a single character");
        }
        CutRanges ranges = new CutRanges(call, fields, call.value(kind).orElseThrow());
        String end = call.has("z") ? "\0" : "\n";
        return call.eachInput((name, in) -> {
            LineReader reader = new LineReader(in, end.charAt(0));
            for (Optional<String> line = reader.next(); line.isPresent(); line = reader.next()) {
                if (fields) {
                    cutFields(call, line.get(), delimiter.isEmpty() ? "\0" : delimiter, ranges)
                            .ifPresent(cut -> call.print(cut + end));
                } else {
                    call.write(cutBytes(call, EscapedUtf8.encode(line.get()), ranges, end.charAt(0)));
                }
            }
        });
    }

    private static String kind(Call call) {
        List<String> kinds = call.options().given().stream()
                .map(Options.Given::option)
                .filter("bcf"::contains)
                .toList();
        if (kinds.isEmpty()) {
            throw call.misuse("you must specify a list of bytes, characters, or fields");
        }
        if (kinds.size() > 1) {
            throw call.misuse("only one list may be specified");
        }
        return kinds.get(0);
    }

    private static Optional<String> cutFields(Call call, String line, String delimiter, CutRanges ranges) {
        if (!line.contains(delimiter)) {
            return call.has("s") ? Optional.empty() : Optional.of(line);
        }
        List<String> kept = new ArrayList<>();
        int number = 1;
        int start = 0;
        for (int end = line.indexOf(delimiter); ; end = line.indexOf(delimiter, start)) {
            if (ranges.test(number++)) {
                kept.add(line.substring(start, end < 0 ? line.length() : end));
            }
            if (end < 0) {
                return Optional.of(String.join(call.value("output-delimiter").orElse(delimiter), kept));
            }
            start = end + 1;
        }
    }

    private static byte[] cutBytes(Call call, byte[] line, CutRanges ranges, char end) {
        Optional<byte[]> delimiter = call.value("output-delimiter").map(EscapedUtf8::encode);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < line.length; i++) {
            if (!ranges.test(i + 1)) {
                continue;
            }
            if (delimiter.isPresent() && out.size() > 0 && ranges.begins(i + 1)) {
                out.writeBytes(delimiter.get());
            }
            out.write(line[i]);
        }
        out.write(end);
        return out.toByteArray();
    }
}
