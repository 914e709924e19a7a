package org.vethlab.program.system;

import java.util.List;
import org.vethlab.net.NetException;
import org.vethlab.process.Files;
import org.vethlab.program.Context;
import org.vethlab.program.GetOpt;
import org.vethlab.program.Program;

/** readlink(1) of coreutils. */
public final class Readlink implements Program {
    private static final List<String> LONG_NAMES = List.of(
            "canonicalize=f",
            "canonicalize-existing=e",
            "canonicalize-missing=m",
            "no-newline=n",
            "quiet=q",
            "silent=s",
            "verbose=v",
            "zero=z",
            "help",
            "version");

    @Override
    public String name() {
        return "readlink";
    }

    @Override
    public String summary() {
        return "print resolved symbolic links or canonical file names";
    }

    @Override
    public int run(Context context) {
        GetOpt.Result words =
                new GetOpt("readlink", "efmnqsvz", LONG_NAMES).tryHelp(1).parse(context.arguments());
        if (words.operands().isEmpty()) {
            return context.fail(1, "readlink: missing operand\nTry 'readlink --help' for more information.");
        }
        String end = words.has("n") && words.operands().size() == 1 ? "" : words.has("z") ? "\0" : "\n";
        int status = 0;
        for (String name : words.operands()) {
            try {
                context.out().print(resolve(context.files(), words, name) + end);
            } catch (NetException e) {
                status = 1;
                if (words.has("v")) {
                    context.err().println("readlink: " + name + ": " + e.errno().text());
                }
            }
        }
        return status;
    }

    private static String resolve(Files files, GetOpt.Result words, String name) {
        if (words.has("e")) {
            return files.realPath(name);
        }
        if (words.has("m")) {
            return RealPaths.ofMissing(files, name);
        }
        return words.has("f") ? RealPaths.ofLastMissing(files, name) : files.readLink(name);
    }
}
