package org.vethlab.program.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A SET of tr: bytes in order, with ranges, classes, repetitions and escapes. */
final class TrSet {
    private final Call call;
    private final byte[] text;
    private final List<Integer> bytes = new ArrayList<>();
    private int at;
    private int fillAt = -1;
    private int fillByte;
    private boolean hasCaseClass;
    private boolean hasOtherClass;

    TrSet(Call call, String text) {
        this.call = call;
        this.text = EscapedUtf8.encode(text);
        parse();
    }

    List<Integer> bytes() {
        return bytes;
    }

    /** [:upper:] or [:lower:] was in it. */
    boolean hasCaseClass() {
        return hasCaseClass;
    }

    /** A class other than these was in it. */
    boolean hasOtherClass() {
        return hasOtherClass;
    }

    /** As long as {@code length}: [x*] grows to fit, else the last byte is repeated (unless {@code truncated}). */
    List<Integer> stretchedTo(int length, boolean truncated) {
        List<Integer> stretched = new ArrayList<>(bytes);
        while (fillAt >= 0 && stretched.size() < length) {
            stretched.add(fillAt, fillByte);
        }
        while (!truncated && !stretched.isEmpty() && stretched.size() < length) {
            stretched.add(stretched.get(stretched.size() - 1));
        }
        return stretched;
    }

    private void parse() {
        while (at < text.length) {
            if (text[at] == '[' && bracketed()) {
                continue;
            }
            int from = character();
            if (at + 1 < text.length && text[at] == '-') {
                at++;
                range(from, character());
            } else {
                bytes.add(from);
            }
        }
    }

    private void range(int from, int to) {
        if (to < from) {
            throw call.failure(
                    "range-endpoints of '" + show(from) + "-" + show(to) + "' are in reverse collating sequence order");
        }
        for (int b = from; b <= to; b++) {
            bytes.add(b);
        }
    }

    private static String show(int b) {
        return b >= ' ' && b < 127 ? String.valueOf((char) b) : String.format("\\%03o", b);
    }

    /** [:class:], [=c=] or [c*n]; false if the bracket is just a bracket. */
    private boolean bracketed() {
        String rest = new String(text, at, text.length - at, java.nio.charset.StandardCharsets.ISO_8859_1);
        int classEnd = rest.startsWith("[:") ? rest.indexOf(":]", 2) : -1;
        if (classEnd >= 0) {
            addClass(rest.substring(2, classEnd));
            at += classEnd + 2;
            return true;
        }
        if (rest.length() >= 5 && rest.startsWith("[=") && rest.startsWith("=]", 3)) {
            bytes.add(rest.charAt(2) & 0xff);
            at += 5;
            return true;
        }
        return repeated();
    }

    private void addClass(String name) {
        Optional<CharacterClass> found = CharacterClass.of(name);
        if (found.isEmpty()) {
            throw call.failure("invalid character class " + Call.quote(name));
        }
        boolean isCase = found.get() == CharacterClass.LOWER || found.get() == CharacterClass.UPPER;
        hasCaseClass |= isCase;
        hasOtherClass |= !isCase;
        for (int b = 0; b < 128; b++) {
            if (found.get().contains(b)) {
                bytes.add(b);
            }
        }
    }

    private boolean repeated() {
        int start = at++;
        if (at < text.length) {
            int b = character();
            int end = at;
            while (end < text.length && text[end] != ']') {
                end++;
            }
            if (at < text.length && text[at] == '*' && end < text.length) {
                String count = new String(text, at + 1, end - at - 1, java.nio.charset.StandardCharsets.ISO_8859_1);
                if (count.matches("[0-9]{0,9}")) {
                    int times = count.isEmpty() ? 0 : Integer.parseInt(count, count.startsWith("0") ? 8 : 10);
                    repeat(b, times);
                    at = end + 1;
                    return true;
                }
            }
        }
        at = start;
        return false;
    }

    private void repeat(int b, int times) {
        if (times == 0) {
            fillAt = bytes.size();
            fillByte = b;
        }
        for (int i = 0; i < times; i++) {
            bytes.add(b);
        }
    }

    private int character() {
        int b = text[at++] & 0xff;
        if (b != '\\' || at == text.length) {
            return b;
        }
        int escaped = text[at++] & 0xff;
        int known = "abfnrtv\\".indexOf(escaped);
        if (known >= 0) {
            return "\007\b\f\n\r\t\013\\".charAt(known);
        }
        if (escaped < '0' || escaped > '7') {
            return escaped;
        }
        int value = escaped - '0';
        for (int i = 0; i < 2 && at < text.length && text[at] >= '0' && text[at] <= '7' && value * 8 < 256; i++) {
            value = value * 8 + text[at++] - '0';
        }
        return value;
    }
}
