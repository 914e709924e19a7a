package org.vethlab.program.text;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.process.Input;

/** {@code wc} of coreutils. */
public final class Wc extends TextTool {
    private static final OptionTable OPTIONS =
            OptionTable.of("l|lines", "w|words", "c|bytes", "m|chars", "L|max-line-length", "|files0-from:");

    /** The order of the columns, whatever the order of the options. */
    private static final List<String> COLUMNS = List.of("l", "w", "m", "c", "L");

    /** How wide a column is when the size of what is read cannot be known beforehand. */
    private static final int PIPE_WIDTH = 7;

    public Wc() {
        super("wc", "print newline, word, and byte counts for each file", OPTIONS);
    }

    private record Row(long lines, long words, long bytes, long chars, long longest, String name) {
        static Row count(byte[] bytes, String name) {
            String text = EscapedUtf8.decode(bytes);
            long lines = 0;
            long words = 0;
            long longest = 0;
            long column = 0;
            boolean inWord = false;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                boolean space = c == ' ' || c >= '\t' && c <= '\r';
                words += !inWord && !space && c > ' ' ? 1 : 0;
                inWord = space ? false : inWord || c > ' ';
                lines += c == '\n' ? 1 : 0;
                column = c == '\n' || c == '\r' || c == '\f'
                        ? 0
                        : c == '\t' ? (column / 8 + 1) * 8 : column + (c >= ' ' ? 1 : 0);
                longest = Math.max(longest, column);
            }
            return new Row(lines, words, bytes.length, characters(text), longest, name);
        }

        /** Bytes that are no characters do not count. */
        private static long characters(String text) {
            return text.codePoints().filter(c -> c < 0xdc80 || c > 0xdcff).count();
        }

        Row plus(Row other) {
            return new Row(
                    lines + other.lines,
                    words + other.words,
                    bytes + other.bytes,
                    chars + other.chars,
                    Math.max(longest, other.longest),
                    name);
        }

        long column(String option) {
            return switch (option) {
                case "l" -> lines;
                case "w" -> words;
                case "c" -> bytes;
                case "m" -> chars;
                default -> longest;
            };
        }
    }

    @Override
    int run(Call call) {
        List<String> columns = columns(call);
        List<Row> rows = new ArrayList<>();
        boolean allFiles = true;
        for (String file : call.inputs()) {
            try {
                Input in = call.open(file);
                allFiles &= call.isRegular(file);
                rows.add(Row.count(in.readAll(), call.operands().isEmpty() ? "" : file));
                call.close(file, in);
            } catch (NetException e) {
                call.warn(file + ": " + e.errno().text());
                if (e.errno() == Errno.EISDIR) {
                    allFiles = false;
                    rows.add(Row.count(new byte[0], file));
                }
            }
        }
        if (call.inputs().size() > 1) {
            rows.add(rows.stream().reduce(new Row(0, 0, 0, 0, 0, "total"), Row::plus));
        }
        print(call, columns, rows, width(columns, rows, allFiles, call.inputs().size()));
        return call.status();
    }

    private static List<String> columns(Call call) {
        List<String> asked = COLUMNS.stream().filter(call::has).toList();
        return asked.isEmpty() ? List.of("l", "w", "c") : asked;
    }

    /** compute_number_width: as wide as the sum of the files' sizes; alone, a number needs no width at all. */
    private static int width(List<String> columns, List<Row> rows, boolean allFiles, int inputs) {
        if (inputs == 1 && columns.size() == 1) {
            return 1;
        }
        long bytes = rows.isEmpty() ? 0 : inputs > 1 ? rows.get(rows.size() - 1).bytes : rows.get(0).bytes;
        return Math.max(Long.toString(bytes).length(), allFiles ? 1 : PIPE_WIDTH);
    }

    private static void print(Call call, List<String> columns, List<Row> rows, int width) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Row row : rows) {
            List<String> words = new ArrayList<>();
            columns.forEach(column -> words.add(String.format("%" + width + "d", row.column(column))));
            if (!row.name.isEmpty()) {
                words.add(row.name);
            }
            out.writeBytes(EscapedUtf8.encode(String.join(" ", words) + "\n"));
        }
        call.write(out.toByteArray());
    }
}
