package org.vethlab.program.system;

import java.util.List;
import org.vethlab.net.NetException;
import org.vethlab.process.Files;
import org.vethlab.program.Context;
import org.vethlab.program.GetOpt;
import org.vethlab.program.Program;

/** realpath(1) of coreutils. */
public final class Realpath implements Program {
    private static final List<String> LONG_NAMES = List.of(
            "canonicalize-existing=e",
            "canonicalize-missing=m",
            "relative-to:",
            "relative-base:",
            "quiet=q",
            "strip=s",
            "no-symlinks=s",
            "zero=z",
            "logical=L",
            "physical=P",
            "help",
            "version");

    @Override
    public String name() {
        return "realpath";
    }

    @Override
    public String summary() {
        return "print the resolved path";
    }

    @Override
    public int run(Context context) {
        GetOpt.Result words =
                new GetOpt("realpath", "eLmPqsz", LONG_NAMES).tryHelp(1).parse(context.arguments());
        if (words.operands().isEmpty()) {
            return context.fail(1, "realpath: missing operand\nTry 'realpath --help' for more information.");
        }
        int status = 0;
        for (String name : words.operands()) {
            try {
                context.out().print(resolve(context.files(), words, name) + (words.has("z") ? "\0" : "\n"));
            } catch (NetException e) {
                status = 1;
                if (!words.has("q")) {
                    context.err().println("realpath: " + name + ": " + e.errno().text());
                }
            }
        }
        return status;
    }

    private static String resolve(Files files, GetOpt.Result words, String name) {
        if (words.has("m") || words.has("s")) {
            return RealPaths.ofMissing(files, name);
        }
        return words.has("e") ? files.realPath(name) : RealPaths.ofLastMissing(files, name);
    }
}
