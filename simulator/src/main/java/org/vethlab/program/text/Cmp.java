package org.vethlab.program.text;

import java.util.List;
import java.util.OptionalLong;
import org.vethlab.net.NetException;
import org.vethlab.process.Input;

/** {@code cmp} of diffutils. */
public final class Cmp extends TextTool {
    private static final OptionTable OPTIONS =
            OptionTable.of("b|print-bytes", "i:|ignore-initial:", "l|verbose", "n:|bytes:", "s|quiet", "s|silent");

    public Cmp() {
        super("cmp", "compare two files byte by byte", OPTIONS);
    }

    @Override
    int usageStatus() {
        return 2;
    }

    @Override
    String usageHint() {
        return "cmp: Try 'cmp --help' for more information.";
    }

    @Override
    int run(Call call) {
        List<String> files = call.operands();
        if (files.isEmpty()) {
            throw call.failure(2, "missing operand after 'cmp'\n" + usageHint());
        }
        String first = files.get(0);
        String second = files.size() > 1 ? files.get(1) : "-";
        byte[] left = bytes(call, first);
        byte[] right = bytes(call, second);
        long limit = call.value("n").map(text -> number(call, text)).orElse(Long.MAX_VALUE);
        int common = (int) Math.min(limit, Math.min(left.length, right.length));
        return call.has("l")
                ? all(call, left, right, common, first, second)
                : firstOnly(call, left, right, common, limit);
    }

    private int firstOnly(Call call, byte[] left, byte[] right, int common, long limit) {
        String first = call.operands().get(0);
        String second = call.operands().size() > 1 ? call.operands().get(1) : "-";
        long line = 1;
        for (int at = 0; at < common; at++) {
            if (left[at] != right[at]) {
                if (!call.has("s")) {
                    String bytes = call.has("b") ? " is" + octal(left[at]) + octal(right[at]) : "";
                    call.println(first + " " + second + " differ: " + "byte " + (at + 1) + ", line " + line + bytes);
                }
                return 1;
            }
            line += left[at] == '\n' ? 1 : 0;
        }
        return common < limit ? end(call, left, right, common, first, second) : 0;
    }

    private static int all(Call call, byte[] left, byte[] right, int common, String first, String second) {
        int status = end(call, left, right, common, first, second);
        int width = Integer.toString(Math.max(left.length, right.length)).length();
        for (int at = 0; at < common; at++) {
            if (left[at] != right[at]) {
                call.println(String.format("%" + width + "d", at + 1) + octal(left[at]) + octal(right[at]));
                status = 1;
            }
        }
        return status;
    }

    /** What is said where one file ends before the other. */
    private static int end(Call call, byte[] left, byte[] right, int common, String first, String second) {
        if (left.length == right.length) {
            return 0;
        }
        if (!call.has("s")) {
            byte[] shorter = left.length < right.length ? left : right;
            String name = left.length < right.length ? first : second;
            call.context().err().println("cmp: EOF on " + name + where(call, shorter, common));
        }
        return 1;
    }

    private static String where(Call call, byte[] shorter, int common) {
        if (common == 0) {
            return " which is empty";
        }
        String after = " after byte " + common;
        if (call.has("l")) {
            return after;
        }
        long newlines = 0;
        for (byte one : shorter) {
            newlines += one == '\n' ? 1 : 0;
        }
        boolean whole = shorter[common - 1] == '\n';
        return after + (whole ? ", line " + newlines : ", in line " + (newlines + 1));
    }

    private static String octal(byte value) {
        return String.format(" %3o", value & 0xff);
    }

    private static long number(Call call, String text) {
        OptionalLong number = Counts.parse(text);
        if (number.isEmpty()) {
            throw call.failure(2, "invalid --bytes value '" + text + "'\ncmp: Try 'cmp --help' for more information.");
        }
        return number.getAsLong();
    }

    private static byte[] bytes(Call call, String file) {
        try {
            Input in = call.open(file);
            byte[] all = in.readAll();
            call.close(file, in);
            int skip = call.value("i").map(text -> (int) number(call, text)).orElse(0);
            return java.util.Arrays.copyOfRange(all, Math.min(skip, all.length), all.length);
        } catch (NetException e) {
            throw call.failure(2, file + ": " + e.errno().text());
        }
    }
}
