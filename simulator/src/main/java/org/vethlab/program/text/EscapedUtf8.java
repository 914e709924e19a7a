package org.vethlab.program.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8 that gives every byte back: a byte that belongs to no character becomes the lone surrogate U+DC00 + byte, which
 * no text contains. So the tools work on characters and still pass binary data through unchanged.
 */
final class EscapedUtf8 {
    private static final char ESCAPE = 0xdc00;

    private EscapedUtf8() {}

    static String decode(byte[] bytes, int from, int to) {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        return text.indexOf('\ufffd') < 0 ? text : decodeSlowly(bytes, from, to);
    }

    static String decode(byte[] bytes) {
        return decode(bytes, 0, bytes.length);
    }

    static byte[] encode(String text) {
        return isText(text) ? text.getBytes(StandardCharsets.UTF_8) : encodeSlowly(text);
    }

    /** Whether it came from proper UTF-8. */
    static boolean isText(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isEscape(text, i)) {
                return false;
            }
        }
        return true;
    }

    private static String decodeSlowly(byte[] bytes, int from, int to) {
        StringBuilder text = new StringBuilder();
        int i = from;
        while (i < to) {
            int length = characterLength(bytes, i, to);
            if (length == 0) {
                text.append((char) (ESCAPE + (bytes[i++] & 0xff)));
            } else {
                text.append(new String(bytes, i, length, StandardCharsets.UTF_8));
                i += length;
            }
        }
        return text.toString();
    }

    /** Bytes of the character that begins at {@code at}; 0 if none does. */
    private static int characterLength(byte[] bytes, int at, int to) {
        int first = bytes[at] & 0xff;
        int length = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
        if (length == 0 || at + length > to) {
            return 0;
        }
        for (int i = 1; i < length; i++) {
            if ((bytes[at + i] & 0xc0) != 0x80) {
                return 0;
            }
        }
        boolean decodes = length == 1 || new String(bytes, at, length, StandardCharsets.UTF_8).indexOf('\ufffd') < 0;
        boolean isReplacement =
                length == 3 && first == 0xef && bytes[at + 1] == (byte) 0xbf && bytes[at + 2] == (byte) 0xbd;
        return decodes || isReplacement ? length : 0;
    }

    private static byte[] encodeSlowly(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            if (isEscape(text, i)) {
                bytes.write(text.charAt(i) - ESCAPE);
                continue;
            }
            int end = text.offsetByCodePoints(i, 1);
            bytes.writeBytes(text.substring(i, end).getBytes(StandardCharsets.UTF_8));
            i = end - 1;
        }
        return bytes.toByteArray();
    }

    private static boolean isEscape(String text, int at) {
        char c = text.charAt(at);
        return c >= ESCAPE + 0x80 && c <= ESCAPE + 0xff && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
