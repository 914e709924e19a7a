package org.vethlab.program.text;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.vethlab.net.NetException;
import org.vethlab.process.Input;

/** {@code base64} of coreutils. */
public final class Base64Tool extends TextTool {
    private static final OptionTable OPTIONS = OptionTable.of("d|decode", "i|ignore-garbage", "w:|wrap:");
    private static final int WIDTH = 76;

    public Base64Tool() {
        super("base64", "base64 encode/decode data and print to standard output", OPTIONS);
    }

    @Override
    int run(Call call) {
        List<String> files = call.operands();
        if (files.size() > 1) {
            throw call.misuse("extra operand " + Call.quote(files.get(1)));
        }
        byte[] data = read(call, call.inputs().get(0));
        if (call.has("d")) {
            decode(call, data);
        } else {
            encode(call, data);
        }
        return call.status();
    }

    private static byte[] read(Call call, String file) {
        try {
            Input in = call.open(file);
            byte[] data = in.readAll();
            call.close(file, in);
            return data;
        } catch (NetException e) {
            throw call.failure(file + ": " + e.errno().text());
        }
    }

    private static void encode(Call call, byte[] data) {
        String given = call.value("w").orElse(Integer.toString(WIDTH));
        long width = Counts.parse(given).orElseThrow(() -> call.failure("invalid wrap size: " + Call.quote(given)));
        String text = Base64.getEncoder().encodeToString(data);
        if (width == 0) {
            call.print(text);
            return;
        }
        for (long from = 0; from < text.length(); from += width) {
            call.println(text.substring((int) from, (int) Math.min(text.length(), from + width)));
        }
    }

    private static void decode(Call call, byte[] data) {
        String text = new String(data, StandardCharsets.ISO_8859_1).replace("\n", "");
        String digits = call.has("i") ? text.replaceAll("[^A-Za-z0-9+/=]", "") : text;
        int good = digits.matches("[A-Za-z0-9+/]*={0,2}") ? digits.length() : firstBad(digits);
        boolean whole = good == digits.length() && good % 4 == 0;
        int full = whole || good % 4 != 1 ? good : good - 1;
        call.write(Base64.getDecoder().decode(digits.substring(0, full)));
        if (!whole) {
            throw call.failure("invalid input");
        }
    }

    private static int firstBad(String digits) {
        int at = 0;
        while (at < digits.length()
                && (Character.isLetterOrDigit(digits.charAt(at)) || "+/".indexOf(digits.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }
}
