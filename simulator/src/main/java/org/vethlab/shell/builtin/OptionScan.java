package org.vethlab.shell.builtin;

import java.util.List;
import org.vethlab.shell.run.Interpreter;

/** One step of {@code getopts}. OPTIND says which word is next; the shell remembers the place inside a word. */
final class OptionScan {
    private final Interpreter shell;
    private final String letters;
    private final String name;
    private final List<String> words;
    private final boolean silent;

    OptionScan(Interpreter shell, String letters, String name, List<String> words) {
        this.shell = shell;
        this.silent = letters.startsWith(":");
        this.letters = silent ? letters.substring(1) : letters;
        this.name = name;
        this.words = words;
    }

    int next() {
        int index = index();
        int offset = Math.max(1, shell.optionOffset());
        if (index > words.size() || !isOption(words.get(index - 1))) {
            return over(index);
        }
        String word = words.get(index - 1);
        if (word.equals("--")) {
            return over(index + 1);
        }
        char letter = word.charAt(offset);
        boolean last = offset + 1 >= word.length();
        int at = letter == ':' ? -1 : letters.indexOf(letter);
        if (at < 0) {
            move(last ? index + 1 : index, last ? 0 : offset + 1);
            return bad(letter, "illegal option");
        }
        boolean takesValue = at + 1 < letters.length() && letters.charAt(at + 1) == ':';
        if (!takesValue) {
            move(last ? index + 1 : index, last ? 0 : offset + 1);
            shell.variables().unset("OPTARG");
            return found(letter);
        }
        return withValue(letter, last ? "" : word.substring(offset + 1), last, index);
    }

    private int index() {
        String text = shell.variables().value("OPTIND").orElse("1");
        return Numeric.isNumber(text) ? Math.max(1, Numeric.parse(text)) : 1;
    }

    private static boolean isOption(String word) {
        return word.length() > 1 && word.charAt(0) == '-';
    }

    private int withValue(char letter, String attached, boolean separate, int index) {
        if (!separate) {
            move(index + 1, 0);
            shell.variables().assign("OPTARG", attached);
            return found(letter);
        }
        if (index < words.size()) {
            move(index + 2, 0);
            shell.variables().assign("OPTARG", words.get(index));
            return found(letter);
        }
        move(index + 1, 0);
        return missing(letter);
    }

    private int found(char letter) {
        shell.variables().assign(name, String.valueOf(letter));
        return 0;
    }

    private int bad(char letter, String message) {
        complain(letter, message);
        shell.variables().assign(name, "?");
        return 0;
    }

    private int missing(char letter) {
        complain(letter, "option requires an argument");
        shell.variables().assign(name, silent ? ":" : "?");
        return 0;
    }

    private void complain(char letter, String message) {
        if (silent) {
            shell.variables().assign("OPTARG", String.valueOf(letter));
            return;
        }
        shell.variables().unset("OPTARG");
        if (!shell.variables().value("OPTERR").orElse("1").equals("0")) {
            shell.messages().line(shell.name() + ": " + message + " -- " + letter);
        }
    }

    private int over(int index) {
        move(index, 0);
        shell.variables().unset("OPTARG");
        shell.variables().assign(name, "?");
        return 1;
    }

    private void move(int index, int offset) {
        shell.variables().assign("OPTIND", Integer.toString(index));
        shell.optionOffset(offset);
    }
}
