package org.vethlab.program.iptables.extension;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.vethlab.net.filter.xt.StringMatch;
import org.vethlab.program.iptables.Failure;

/** {@code -m string}. */
final class StringExtension extends Extension<StringMatch> {
    StringExtension() {
        super(
                "string",
                StringMatch.class,
                Flag.value("from"),
                Flag.value("to"),
                Flag.value("algo"),
                Flag.invertible("string"),
                Flag.invertible("hex-string"),
                Flag.bare("icase"));
    }

    @Override
    public StringMatch build(Given given) {
        Given.Use use = given.use("string")
                .or(() -> given.use("hex-string"))
                .orElseThrow(() -> Failure.parameter("STRING match: You must specify `--string' or `--hex-string'"));
        String algorithm = given.required("algo").value();
        boolean hex = use.flag().name().equals("hex-string");
        byte[] pattern = hex ? hex(use.value()) : use.value().getBytes(StandardCharsets.UTF_8);
        return new StringMatch(
                pattern,
                algorithm,
                given.use("from")
                        .map(from -> (int) given.number(from, 0, PortWords.MOST))
                        .orElse(0),
                given.use("to")
                        .map(to -> (int) given.number(to, 0, PortWords.MOST))
                        .orElse(PortWords.MOST),
                given.has("icase"),
                use.inverted());
    }

    /** Bytes between bars are hexadecimal: {@code |41 42|c}. */
    private static byte[] hex(String word) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String[] parts = word.split("\\|", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i % 2 == 0) {
                bytes.writeBytes(parts[i].getBytes(StandardCharsets.UTF_8));
                continue;
            }
            String digits = parts[i].replace(" ", "");
            if (digits.length() % 2 != 0 || !digits.matches("[0-9a-fA-F]*")) {
                throw Failure.parameter("STRING: Odd number of hex digits");
            }
            for (int at = 0; at < digits.length(); at += 2) {
                bytes.write(Integer.parseInt(digits.substring(at, at + 2), 16));
            }
        }
        return bytes.toByteArray();
    }

    private static boolean isPrintable(byte[] bytes) {
        for (byte one : bytes) {
            if (one < 32 || one > 126 || one == '"' && bytes.length > 0) {
                return false;
            }
        }
        return true;
    }

    private static String pattern(byte[] bytes) {
        if (isPrintable(bytes)) {
            return "\"" + new String(bytes, StandardCharsets.US_ASCII) + "\"";
        }
        StringBuilder text = new StringBuilder("\"|");
        for (byte one : bytes) {
            text.append(String.format("%02x", one));
        }
        return text.append("|\"").toString();
    }

    @Override
    protected String listed(StringMatch match, ListStyle style) {
        return " STRING match " + (match.inverted() ? "!" : "") + " " + pattern(match.pattern()) + " ALGO name "
                + match.algorithm()
                + (match.from() != 0 ? " FROM " + match.from() : "")
                + (match.to() != PortWords.MOST ? " TO " + match.to() : "")
                + (match.ignoresCase() ? " ICASE" : "");
    }

    @Override
    protected String saved(StringMatch match) {
        String option = isPrintable(match.pattern()) ? "--string " : "--hex-string ";
        return (match.inverted() ? " ! " : " ") + option + pattern(match.pattern()) + " --algo " + match.algorithm()
                + (match.from() != 0 ? " --from " + match.from() : "")
                + (match.to() != PortWords.MOST ? " --to " + match.to() : "")
                + (match.ignoresCase() ? " --icase" : "");
    }
}
