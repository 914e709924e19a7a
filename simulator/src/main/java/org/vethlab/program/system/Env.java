package org.vethlab.program.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;
import org.vethlab.program.GetOpt;
import org.vethlab.program.Program;

/** env(1) of coreutils. */
public final class Env implements Program {
    private static final int FAILED = 125;
    private static final List<String> LONG_NAMES = List.of(
            "ignore-environment=i", "null=0", "unset=u", "chdir=C", "debug=v", "split-string=S", "help", "version");

    @Override
    public String name() {
        return "env";
    }

    @Override
    public String summary() {
        return "run a program in a modified environment";
    }

    @Override
    public int run(Context context) {
        GetOpt.Result words =
                new GetOpt("env", "+C:iS:u:v0", LONG_NAMES).tryHelp(FAILED).parse(context.arguments());
        List<String> rest = new ArrayList<>();
        words.last("S").ifPresent(line -> rest.addAll(List.of(line.strip().split("\\s+"))));
        rest.addAll(words.operands());
        Map<String, String> environment = context.process().environment();
        if (words.has("i") || !rest.isEmpty() && rest.get(0).equals("-")) {
            environment.clear();
        }
        if (!rest.isEmpty() && rest.get(0).equals("-")) {
            rest.remove(0);
        }
        unset(words, environment);
        while (!rest.isEmpty() && rest.get(0).contains("=")) {
            String word = rest.remove(0);
            int equals = word.indexOf('=');
            environment.put(word.substring(0, equals), word.substring(equals + 1));
        }
        changeDirectory(context, words);
        if (rest.isEmpty()) {
            String end = words.has("0") ? "\0" : "\n";
            environment.forEach((name, value) -> context.out().print(name + "=" + value + end));
            return 0;
        }
        return Execution.run(context, rest, "env: ‘" + rest.get(0) + "’");
    }

    private static void unset(GetOpt.Result words, Map<String, String> environment) {
        for (GetOpt.Option option : words.options()) {
            if (option.key().equals("u")) {
                String name = option.text();
                if (name.isEmpty() || name.contains("=")) {
                    throw new CommandException(FAILED, "env: cannot unset ‘" + name + "’: " + Errno.EINVAL.text());
                }
                environment.remove(name);
            }
        }
    }

    private static void changeDirectory(Context context, GetOpt.Result words) {
        words.last("C").ifPresent(directory -> {
            try {
                context.process().directory(context.files().realPath(directory));
            } catch (NetException e) {
                throw new CommandException(
                        FAILED,
                        "env: cannot change directory to '" + directory + "': "
                                + e.errno().text());
            }
        });
    }
}
