package org.vethlab.program.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.vethlab.program.Context;

/** {@code seq} of coreutils. */
public final class Seq extends TextTool {
    private static final OptionTable OPTIONS =
            OptionTable.of("f:|format:", "s:|separator:", "w|equal-width").stoppingAtOperand();

    public Seq() {
        super("seq", "print a sequence of numbers", OPTIONS);
    }

    /** The first number ends the options, be it negative. */
    @Override
    List<String> words(Context context) {
        List<String> words = new ArrayList<>(context.arguments());
        int i = 0;
        while (i < words.size() && words.get(i).startsWith("-") && !words.get(i).matches("-[0-9.].*|--")) {
            i += words.get(i).matches("-[sf]") ? 2 : 1;
        }
        words.add(Math.min(i, words.size()), "--");
        return words;
    }

    @Override
    int run(Call call) {
        List<String> words = call.operands();
        if (words.isEmpty()) {
            throw call.misuse("missing operand");
        }
        if (words.size() > 3) {
            throw call.misuse("extra operand " + Call.quote(words.get(3)));
        }
        List<BigDecimal> numbers =
                words.stream().map(word -> number(call, word)).toList();
        BigDecimal first = words.size() > 1 ? numbers.get(0) : BigDecimal.ONE;
        BigDecimal step = words.size() > 2 ? numbers.get(1) : BigDecimal.ONE;
        BigDecimal last = numbers.get(numbers.size() - 1);
        if (step.signum() == 0) {
            throw call.misuse("invalid Zero increment value: " + Call.quote(words.get(1)));
        }
        print(call, first, step, last);
        return 0;
    }

    private static BigDecimal number(Call call, String word) {
        try {
            return new BigDecimal(word.strip());
        } catch (NumberFormatException e) {
            throw call.misuse("invalid floating point argument: " + Call.quote(word));
        }
    }

    private static void print(Call call, BigDecimal first, BigDecimal step, BigDecimal last) {
        int scale = Math.max(0, Math.max(first.scale(), step.scale()));
        int width = call.has("w") ? width(first, step, last, scale) : 0;
        String separator = call.value("s").orElse("\n");
        StringBuilder text = new StringBuilder();
        boolean any = false;
        for (BigDecimal n = first;
                step.signum() > 0 ? n.compareTo(last) <= 0 : n.compareTo(last) >= 0;
                n = n.add(step)) {
            text.append(any ? separator : "").append(format(call, n, scale, width));
            any = true;
            if (text.length() > 8192) {
                call.print(text.toString());
                text.setLength(0);
                call.context().process().checkSignals();
            }
        }
        call.print(text + (any ? "\n" : ""));
    }

    private static int width(BigDecimal first, BigDecimal step, BigDecimal last, int scale) {
        BigDecimal count = last.subtract(first).divideToIntegralValue(step);
        BigDecimal end = first.add(step.multiply(count));
        return Math.max(
                first.setScale(scale).toPlainString().length(),
                end.setScale(scale).toPlainString().length());
    }

    private static String format(Call call, BigDecimal n, int scale, int width) {
        String plain = n.setScale(scale).toPlainString();
        if (call.has("f")) {
            String format = call.value("f").orElseThrow();
            if (format.replace("%%", "").indexOf('%') < 0) {
                throw call.failure("format " + Call.quote(format) + " has no % directive");
            }
            char conversion = format.replaceFirst("(?s)^.*?%[-+ 0#']*[0-9]*(\\.[0-9]*)?", "")
                    .charAt(0);
            if ("aefgAEFG".indexOf(conversion) < 0) {
                throw call.failure("format " + Call.quote(format) + " has unknown %" + conversion + " directive");
            }
            return new Printf(format).format(List.of(plain)).text();
        }
        if (plain.length() >= width) {
            return plain;
        }
        String sign = plain.startsWith("-") ? "-" : "";
        String digits = plain.substring(sign.length());
        return sign + "0".repeat(width - plain.length()) + digits;
    }
}
