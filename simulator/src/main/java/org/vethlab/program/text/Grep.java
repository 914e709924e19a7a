package org.vethlab.program.text;

import java.util.ArrayList;
import java.util.List;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.process.Input;
import org.vethlab.program.Context;
import org.vethlab.program.Glob;

/** GNU {@code grep}, and {@code egrep} and {@code fgrep}, which begin with another dialect. */
public final class Grep extends TextTool {
    private static final OptionTable OPTIONS = OptionTable.of(
            "E|extended-regexp",
            "F|fixed-strings",
            "G|basic-regexp",
            "P|perl-regexp",
            "e:|regexp:",
            "f:|file:",
            "i|ignore-case",
            "y|ignore-case",
            "|no-ignore-case",
            "w|word-regexp",
            "x|line-regexp",
            "z|null-data",
            "s|no-messages",
            "v|invert-match",
            "V|version",
            "m:|max-count:",
            "b|byte-offset",
            "n|line-number",
            "|line-buffered",
            "H|with-filename",
            "h|no-filename",
            "|label:",
            "o|only-matching",
            "q|quiet",
            "q|silent",
            "|binary-files:",
            "a|text",
            "I",
            "d:|directories:",
            "D:|devices:",
            "r|recursive",
            "R|dereference-recursive",
            "|include:",
            "|exclude:",
            "|exclude-dir:",
            "L|files-without-match",
            "l|files-with-matches",
            "c|count",
            "T|initial-tab",
            "Z|null",
            "B:|before-context:",
            "A:|after-context:",
            "C:|context:",
            "|group-separator:",
            "|no-group-separator",
            "|color?",
            "|colour?",
            "U|binary");

    private final String dialect;

    private Grep(String name, String summary, String dialect) {
        super(name, summary, OPTIONS);
        this.dialect = dialect;
    }

    public static Grep grep() {
        return new Grep("grep", "print lines that match patterns", "G");
    }

    public static Grep egrep() {
        return new Grep("egrep", "print lines that match extended patterns", "E");
    }

    public static Grep fgrep() {
        return new Grep("fgrep", "print lines that match fixed strings", "F");
    }

    @Override
    int usageStatus() {
        return 2;
    }

    @Override
    String usageHint() {
        return "Usage: grep [OPTION]... PATTERNS [FILE]...\nTry 'grep --help' for more information.";
    }

    /** {@code grep -3} is {@code grep -C 3}; {@code -y} is {@code -i}. */
    @Override
    List<String> words(Context context) {
        List<String> words = new ArrayList<>();
        String before = "";
        for (String word : context.arguments()) {
            boolean argument = before.matches("-[a-zA-Z]*[efmABCDd]");
            words.add(
                    !argument && word.matches("-[0-9]+") ? "-C" + word.substring(1) : word.equals("-y") ? "-i" : word);
            before = word;
        }
        return words;
    }

    @Override
    int run(Call call) {
        List<String> operands = new ArrayList<>(call.operands());
        List<String> sources = GrepPatterns.given(call).orElseGet(() -> {
            if (operands.isEmpty()) {
                throw GrepPatterns.usage("grep");
            }
            return GrepPatterns.split(operands.remove(0));
        });
        GrepPatterns patterns = new GrepPatterns(call, sources, GrepPatterns.dialect(call, dialect));
        boolean recursive = call.has("r") || call.has("R");
        if (operands.isEmpty()) {
            operands.add(recursive ? "" : "-");
        }
        GrepStyle style = new GrepStyle(call, recursive || operands.size() > 1);
        boolean any = style.maximum() > 0 && searchAll(call, operands, patterns, style);
        int errors = call.status();
        return errors > 0 && !(any && style.quiet()) ? 2 : any ? 0 : 1;
    }

    private static boolean searchAll(Call call, List<String> files, GrepPatterns patterns, GrepStyle style) {
        boolean any = false;
        for (String file : files) {
            any |= search(call, file, patterns, style);
            if (any && style.quiet()) {
                return true;
            }
        }
        return any;
    }

    private static boolean search(Call call, String file, GrepPatterns patterns, GrepStyle style) {
        boolean directory = !file.equals("-") && (file.isEmpty() || call.files().isDirectory(file));
        if (directory && (call.has("r") || call.has("R"))) {
            boolean any = false;
            for (String name : call.files().list(file.isEmpty() ? "." : file)) {
                String path = file.isEmpty() ? name : file.endsWith("/") ? file + name : file + "/" + name;
                if (chosen(call, path)) {
                    any |= search(call, path, patterns, style);
                }
            }
            return any;
        }
        if (directory && call.value("d").filter("skip"::equals).isPresent()) {
            return false;
        }
        return open(call, file, patterns, style);
    }

    private static boolean open(Call call, String file, GrepPatterns patterns, GrepStyle style) {
        try {
            Input in = call.open(file);
            String title = file.equals("-") ? call.value("label").orElse("(standard input)") : file;
            boolean found = new GrepFile(call, patterns, style, title).search(in);
            call.close(file, in);
            return found;
        } catch (NetException e) {
            if (call.has("s") && e.errno() != Errno.EISDIR) {
                call.noteStatus(2);
            } else {
                call.warn(2, file + ": " + e.errno().text());
            }
            return false;
        }
    }

    private static boolean chosen(Call call, String path) {
        String name = Basename.lastPart(path);
        if (call.files().isDirectory(path)) {
            return call.value("exclude-dir")
                    .filter(glob -> Glob.matches(glob, name))
                    .isEmpty();
        }
        boolean excluded =
                call.value("exclude").filter(glob -> Glob.matches(glob, name)).isPresent();
        return !excluded
                && call.value("include").map(glob -> Glob.matches(glob, name)).orElse(true);
    }
}
