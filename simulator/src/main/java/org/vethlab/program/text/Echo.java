package org.vethlab.program.text;

import java.util.List;
import org.vethlab.program.Context;
import org.vethlab.program.Program;

/** {@code /usr/bin/echo} of coreutils. */
public final class Echo implements Program {
    @Override
    public String name() {
        return "echo";
    }

    @Override
    public String summary() {
        return "display a line of text";
    }

    @Override
    public int run(Context context) {
        List<String> words = context.arguments();
        boolean newline = true;
        boolean escapes = false;
        int next = 0;
        for (; next < words.size() && words.get(next).matches("-[neE]+"); next++) {
            newline &= words.get(next).indexOf('n') < 0;
            for (char letter : words.get(next).toCharArray()) {
                escapes = letter == 'e' || letter != 'E' && escapes;
            }
        }
        String text = String.join(" ", words.subList(next, words.size()));
        byte[] bytes = EscapedUtf8.encode(escapes ? interpret(text, newline) : text + (newline ? "\n" : ""));
        context.out().write(bytes, 0, bytes.length);
        return 0;
    }

    private static String interpret(String text, boolean newline) {
        StringBuilder out = new StringBuilder();
        for (int at = 0; at < text.length(); ) {
            if (text.charAt(at) != '\\') {
                out.append(text.charAt(at++));
                continue;
            }
            PrintfEscape escape = new PrintfEscape(text, at + 1, true);
            if (escape.stops()) {
                return out.toString();
            }
            out.append(escape.text());
            at = escape.end();
        }
        return out.append(newline ? "\n" : "").toString();
    }
}
