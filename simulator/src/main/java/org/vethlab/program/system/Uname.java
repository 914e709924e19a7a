package org.vethlab.program.system;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.vethlab.program.Context;
import org.vethlab.program.GetOpt;
import org.vethlab.program.Program;

/** uname(1) of coreutils. */
public final class Uname implements Program {
    private static final List<String> LONG_NAMES = List.of(
            "all=a",
            "kernel-name=s",
            "nodename=n",
            "kernel-release=r",
            "kernel-version=v",
            "machine=m",
            "processor=p",
            "hardware-platform=i",
            "operating-system=o",
            "help",
            "version");

    @Override
    public String name() {
        return "uname";
    }

    @Override
    public String summary() {
        return "print system information";
    }

    @Override
    public int run(Context context) {
        GetOpt.Result words =
                new GetOpt("uname", "asnrvmpio", LONG_NAMES).tryHelp(1).parse(context.arguments());
        if (!words.operands().isEmpty()) {
            return context.fail(
                    1,
                    "uname: extra operand ‘" + words.operands().get(0) + "’\nTry 'uname --help' for more information.");
        }
        List<String> fields = new ArrayList<>();
        boolean all = words.has("a");
        add(fields, all || words.has("s") || words.options().isEmpty(), "Linux");
        add(fields, all || words.has("n"), context.process().uts().hostname());
        add(fields, all || words.has("r"), kernel(context, "osrelease"));
        add(fields, all || words.has("v"), kernel(context, "version"));
        add(fields, all || words.has("m"), "x86_64");
        add(fields, words.has("p"), "unknown");
        add(fields, words.has("i"), "unknown");
        add(fields, all || words.has("o"), "GNU/Linux");
        context.out().println(String.join(" ", fields));
        return 0;
    }

    private static void add(List<String> fields, boolean wanted, String value) {
        if (wanted) {
            fields.add(value);
        }
    }

    private static String kernel(Context context, String file) {
        byte[] text = context.files().read("/proc/sys/kernel/" + file);
        return new String(text, StandardCharsets.UTF_8).strip();
    }
}
