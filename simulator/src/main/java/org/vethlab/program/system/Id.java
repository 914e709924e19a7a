package org.vethlab.program.system;

import java.util.List;
import org.vethlab.program.Context;
import org.vethlab.program.GetOpt;
import org.vethlab.program.Program;

/** id(1) of coreutils. Everybody is root here; nobody is known besides. */
public final class Id implements Program {
    private static final List<String> LONG_NAMES =
            List.of("context=Z", "group=g", "groups=G", "name=n", "real=r", "user=u", "zero=z", "help", "version");

    @Override
    public String name() {
        return "id";
    }

    @Override
    public String summary() {
        return "print real and effective user and group IDs";
    }

    @Override
    public int run(Context context) {
        GetOpt.Result words =
                new GetOpt("id", "agnruzGZ", LONG_NAMES).tryHelp(1).parse(context.arguments());
        int choices = 0;
        for (String choice : List.of("u", "g", "G")) {
            choices += words.has(choice) ? 1 : 0;
        }
        if (choices > 1) {
            return context.fail(1, "id: cannot print \"only\" of more than one choice");
        }
        if (choices == 0 && (words.has("n") || words.has("r"))) {
            return context.fail(1, "id: cannot print only names or real IDs in default format");
        }
        String user = words.operands().isEmpty() ? "root" : words.operands().get(0);
        return switch (user) {
            case "root", "0" -> print(context, words, 0, "root", "root");
            case "nobody", "65534" -> print(context, words, 65534, "nobody", "nogroup");
            default -> context.fail(1, "id: ‘" + user + "’: no such user");
        };
    }

    private static int print(Context context, GetOpt.Result words, int number, String user, String group) {
        if (words.has("u") || words.has("g") || words.has("G")) {
            String name = words.has("u") ? user : group;
            context.out().println(words.has("n") ? name : Integer.toString(number));
            return 0;
        }
        String who = number + "(" + group + ")";
        context.out().println("uid=" + number + "(" + user + ") gid=" + who + " groups=" + who);
        return 0;
    }
}
