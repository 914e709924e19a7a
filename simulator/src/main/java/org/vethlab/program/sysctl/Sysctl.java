package org.vethlab.program.sysctl;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;
import org.vethlab.program.GetOpt;
import org.vethlab.program.Program;
import org.vethlab.program.UsageText;

/** The {@code sysctl} of procps-ng 4.0. */
public final class Sysctl implements Program {
    private static final String LETTERS = "bneNwfp::qoxaAXr:Vdh";
    private static final List<String> LONG_NAMES = List.of(
            "all=a",
            "binary=b",
            "deprecated",
            "dry-run",
            "ignore=e",
            "names=N",
            "values=n",
            "load=p",
            "quiet=q",
            "write=w",
            "system",
            "pattern=r",
            "help=h",
            "version=V");

    @Override
    public String name() {
        return "sysctl";
    }

    @Override
    public String path() {
        return "/usr/sbin/sysctl";
    }

    @Override
    public String summary() {
        return "configure kernel parameters at runtime";
    }

    @Override
    public int run(Context context) {
        if (context.arguments().isEmpty()) {
            context.err().print(UsageText.of("sysctl"));
            return 1;
        }
        GetOpt.Result words;
        try {
            words = new GetOpt("sysctl", LETTERS, LONG_NAMES).parse(context.arguments());
        } catch (CommandException e) {
            context.err().println(e.text());
            return usage(context);
        }
        if (words.has("h") || words.has("d")) {
            return usage(context);
        }
        if (words.has("V")) {
            context.out().println("sysctl from procps-ng 4.0.2");
            return 0;
        }
        return run(context, words);
    }

    /** Even after a wrong option the usage text goes to standard output, and all is well. */
    private static int usage(Context context) {
        context.out().print(UsageText.of("sysctl"));
        return 0;
    }

    private static int run(Context context, GetOpt.Result words) {
        SysctlOptions options = new SysctlOptions(
                words.has("n") || words.has("N") || words.has("b"),
                words.has("N"),
                words.has("b"),
                words.has("e"),
                words.has("q"),
                words.has("dry-run"),
                words.last("r").map(Sysctl::pattern));
        SysctlReader reader = new SysctlReader(context, options);
        SysctlWriter writer = new SysctlWriter(context, options);
        if (words.has("a") || words.has("A") || words.has("X")) {
            return reader.all(words.has("deprecated"));
        }
        if (words.has("system")) {
            return new SysctlFiles(context, options, writer).system();
        }
        if (words.has("p") || words.has("f")) {
            return new SysctlFiles(context, options, writer).load(words.last("p"), words.operands());
        }
        if (words.operands().isEmpty()) {
            return context.fail(1, "sysctl: no variables specified\nTry `sysctl --help' for more information.");
        }
        int status = 0;
        for (String word : words.operands()) {
            boolean writes = words.has("w") || word.indexOf('=') >= 0;
            status = writes ? status | writer.commandLine(word) : status + reader.read(word);
        }
        return status & 0xff;
    }

    /** A pattern that is none matches nothing. */
    private static Pattern pattern(String expression) {
        try {
            return Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            return Pattern.compile("(?!)");
        }
    }
}
