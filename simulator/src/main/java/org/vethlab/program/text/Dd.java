package org.vethlab.program.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vethlab.net.NetException;
import org.vethlab.process.Input;
import org.vethlab.process.Output;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;
import org.vethlab.program.Program;

/** {@code dd} of coreutils: copying, with block size, count and skip. */
public final class Dd implements Program {
    private static final List<String> OPERANDS =
            List.of("if", "of", "bs", "ibs", "obs", "count", "skip", "seek", "conv", "status", "iflag", "oflag");
    private static final long LARGEST = 64L << 20;

    @Override
    public String name() {
        return "dd";
    }

    @Override
    public String summary() {
        return "convert and copy a file";
    }

    @Override
    public int run(Context context) {
        Map<String, String> operands = operands(context.arguments());
        int block = (int) Math.min(LARGEST, number(operands, "bs", 512));
        long count = number(operands, "count", Long.MAX_VALUE);
        Input in = input(context, operands);
        skip(in, number(operands, "skip", 0) * block);
        Output out = output(context, operands);
        long full = 0;
        long partial = 0;
        long total = 0;
        byte[] buffer = new byte[block];
        while (full + partial < count && total <= LARGEST) {
            int read = in.read(buffer, 0, block);
            if (read <= 0) {
                break;
            }
            out.write(buffer, 0, read);
            total += read;
            full += read == block ? 1 : 0;
            partial += read == block ? 0 : 1;
        }
        if (operands.containsKey("of")) {
            out.close();
        }
        report(context, operands, full + "+" + partial, total);
        return 0;
    }

    private static Map<String, String> operands(List<String> words) {
        Map<String, String> operands = new HashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 0 || !OPERANDS.contains(word.substring(0, equals))) {
                throw new CommandException(
                        1, "dd: unrecognized operand ‘" + word + "’\nTry 'dd --help' for more information.");
            }
            operands.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return operands;
    }

    private static long number(Map<String, String> operands, String name, long otherwise) {
        String text = operands.get(name);
        if (text == null) {
            return otherwise;
        }
        return Counts.parse(text).orElseThrow(() -> new CommandException(1, "dd: invalid number: ‘" + text + "’"));
    }

    private static Input input(Context context, Map<String, String> operands) {
        if (!operands.containsKey("if")) {
            return context.in();
        }
        try {
            return context.files().open(operands.get("if"));
        } catch (NetException e) {
            throw new CommandException(
                    1,
                    "dd: failed to open '" + operands.get("if") + "': "
                            + e.errno().text());
        }
    }

    private static Output output(Context context, Map<String, String> operands) {
        if (!operands.containsKey("of")) {
            return context.out();
        }
        try {
            return context.files().create(operands.get("of"), operands.containsKey("seek"));
        } catch (NetException e) {
            throw new CommandException(
                    1,
                    "dd: failed to open '" + operands.get("of") + "': "
                            + e.errno().text());
        }
    }

    private static void skip(Input in, long bytes) {
        byte[] buffer = new byte[4096];
        long left = bytes;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read <= 0) {
                return;
            }
            left -= read;
        }
    }

    private static void report(Context context, Map<String, String> operands, String records, long total) {
        String level = operands.getOrDefault("status", "");
        if (level.equals("none")) {
            return;
        }
        context.err().println(records + " records in");
        context.err().println(records + " records out");
        if (!level.equals("noxfer")) {
            String size = total < 1000
                    ? total + " bytes"
                    : total + " bytes (" + scaled(total, 1000, "kMG") + "B, " + scaled(total, 1024, "KMG") + "iB)";
            context.err().println(size + " copied, 0.0001 s, " + scaled(total * 10_000, 1000, "kMG") + "B/s");
        }
    }

    private static String scaled(long bytes, int unit, String letters) {
        double value = bytes;
        int power = -1;
        while (value >= unit && power < letters.length() - 1) {
            value /= unit;
            power++;
        }
        String shown = value < 10 && power >= 0 ? String.format("%.1f", value) : String.format("%.0f", value);
        return shown + " " + (power < 0 ? "" : Character.toString(letters.charAt(power)));
    }
}
