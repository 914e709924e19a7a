package org.vethlab.program.text;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

/** {@code hexdump} of bsdextrautils; {@code hd} is {@code hexdump -C}. */
public final class Hexdump extends TextTool {
    private static final OptionTable OPTIONS =
            OptionTable.of("b", "c", "C|canonical", "d", "n:|length:", "o", "s:|skip:", "v|no-squeezing", "x", "e:");
    private static final int WIDTH = 16;

    private final boolean alwaysCanonical;

    public Hexdump(String name) {
        super(name, "display file contents in hexadecimal, decimal, octal, or ascii", OPTIONS);
        this.alwaysCanonical = name.equals("hd");
    }

    @Override
    public List<String> notSimulated() {
        return List.of("hexdump -b", "hexdump -c", "hexdump -d", "hexdump -e", "hexdump -o");
    }

    @Override
    int run(Call call) {
        if (call.has("e") || call.has("b") || call.has("c") || call.has("d") || call.has("o")) {
            throw org.vethlab.program.CommandException.notSimulated("hexdump with this format");
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        call.eachInput((name, in) -> all.writeBytes(in.readAll()));
        int skip = (int) Math.min(all.size(), number(call, "s", 0));
        int end = (int) Math.min(all.size(), skip + number(call, "n", all.size()));
        byte[] bytes = Arrays.copyOfRange(all.toByteArray(), skip, end);
        boolean canonical = alwaysCanonical || call.has("C");
        call.print(HexDump.lines(
                bytes,
                WIDTH,
                !call.has("v"),
                (data, from, to) -> canonical ? canonical(data, from, to, skip) : words(data, from, to, skip, call)));
        if (bytes.length > 0) {
            call.println(String.format(canonical ? "%08x" : "%07x", end));
        }
        return call.status();
    }

    private static long number(Call call, String option, long otherwise) {
        return call.value(option)
                .map(text -> Counts.parse(text).orElseThrow(() -> call.failure(text + ": bad length value")))
                .orElse(otherwise);
    }

    private static String canonical(byte[] data, int from, int to, int skip) {
        StringBuilder text = new StringBuilder(String.format("%08x ", skip + from));
        for (int i = 0; i < WIDTH; i++) {
            text.append(i == WIDTH / 2 ? "  " : " ");
            text.append(from + i < to ? String.format("%02x", data[from + i]) : "  ");
        }
        text.append("  |");
        for (int at = from; at < to; at++) {
            text.append(HexDump.printable(data[at]));
        }
        return text.append("|\n").toString();
    }

    private static String words(byte[] data, int from, int to, int skip, Call call) {
        StringBuilder text = new StringBuilder(String.format("%07x", skip + from));
        for (int at = from; at < from + WIDTH; at += 2) {
            int word = at < to ? data[at] & 0xff | (at + 1 < to ? data[at + 1] & 0xff : 0) << 8 : -1;
            text.append(call.has("x") ? "    " : " ").append(word < 0 ? "    " : String.format("%04x", word));
        }
        return text.append('\n').toString();
    }
}
