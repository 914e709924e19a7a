package org.vethlab.shell.builtin;

import java.util.List;
import org.vethlab.shell.option.ShoptOption;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;
import org.vethlab.shell.text.Escapes;
import org.vethlab.shell.text.RawText;

/** Prints its arguments. */
final class Echo implements Builtin {
    @Override
    public String name() {
        return "echo";
    }

    @Override
    public String synopsis() {
        return "echo [-neE] [arg ...]";
    }

    @Override
    public int run(Interpreter shell, List<String> arguments) {
        boolean newline = true;
        boolean escapes = shell.options().has(ShoptOption.XPG_ECHO);
        int next = 0;
        while (next < arguments.size() && isOption(arguments.get(next))) {
            for (char letter : arguments.get(next++).substring(1).toCharArray()) {
                newline = newline && letter != 'n';
                escapes = letter == 'e' || letter != 'E' && escapes;
            }
        }
        String text = String.join(" ", arguments.subList(next, arguments.size()));
        if (escapes) {
            Escapes.Resolved resolved = Escapes.resolve(text, Escapes.Flavour.ECHO);
            text = resolved.text();
            newline = newline && !resolved.stopped();
        }
        byte[] bytes = RawText.encode(newline ? text + "\n" : text);
        shell.out().write(bytes, 0, bytes.length);
        return 0;
    }

    /** A word that is not all option letters is text. */
    private static boolean isOption(String word) {
        if (word.length() < 2 || word.charAt(0) != '-') {
            return false;
        }
        for (int i = 1; i < word.length(); i++) {
            if ("neE".indexOf(word.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
