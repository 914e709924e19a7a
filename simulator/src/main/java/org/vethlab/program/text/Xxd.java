package org.vethlab.program.text;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.NetException;

/** {@code xxd}: a hexadecimal dump. */
public final class Xxd extends TextTool {
    private static final OptionTable OPTIONS =
            OptionTable.of("a", "b", "c:", "g:", "i", "l:", "p", "ps", "r", "s:", "u");

    public Xxd() {
        super("xxd", "make a hex dump or do the reverse", OPTIONS);
    }

    @Override
    public List<String> notSimulated() {
        return List.of("xxd -b", "xxd -i", "xxd -r");
    }

    @Override
    int run(Call call) {
        if (call.has("r") || call.has("i") || call.has("b")) {
            throw org.vethlab.program.CommandException.notSimulated("xxd -b, -i and -r");
        }
        String file = call.inputs().get(0);
        byte[] all;
        try {
            all = call.open(file).readAll();
        } catch (NetException e) {
            throw call.failure(2, e.errno().text());
        }
        int skip = (int) Math.min(all.length, number(call, "s").orElse(0L));
        int end = (int) Math.min(all.length, skip + number(call, "l").orElse((long) all.length));
        byte[] bytes = Arrays.copyOfRange(all, skip, end);
        boolean plain = call.has("p");
        int width = (int) Math.max(1, number(call, "c").orElse(plain ? 30L : 16L));
        int group = (int) (long)
                number(call, "g").filter(bytesPerGroup -> bytesPerGroup > 0).orElse(2L);
        call.print(HexDump.lines(
                bytes,
                width,
                call.has("a"),
                (data, from, to) ->
                        plain ? plain(call, data, from, to) : line(call, data, from, to, width, group, skip)));
        return call.status();
    }

    private static Optional<Long> number(Call call, String option) {
        return call.value(option).map(text -> {
            try {
                return Math.max(0, Long.decode(text));
            } catch (NumberFormatException e) {
                return 0L;
            }
        });
    }

    private static String plain(Call call, byte[] data, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int at = from; at < to; at++) {
            text.append(hex(call, data[at]));
        }
        return text.append('\n').toString();
    }

    private static String hex(Call call, byte value) {
        return String.format(call.has("u") ? "%02X" : "%02x", value);
    }

    private static String line(Call call, byte[] data, int from, int to, int width, int group, int skip) {
        StringBuilder text = new StringBuilder(String.format("%08x: ", skip + from));
        for (int i = 0; i < width; i++) {
            text.append(from + i < to ? hex(call, data[from + i]) : "  ");
            text.append(i % group == group - 1 || i == width - 1 ? " " : "");
        }
        text.append(' ');
        for (int at = from; at < to; at++) {
            text.append(HexDump.printable(data[at]));
        }
        return text.append('\n').toString();
    }
}
