package org.vethlab.program.python;

import java.util.List;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;
import org.vethlab.program.Program;

/** python3(1): of all its modules, http.server. */
public final class Python implements Program {
    @Override
    public String name() {
        return "python3";
    }

    @Override
    public String summary() {
        return "an interpreted, interactive, object-oriented programming language";
    }

    @Override
    public List<String> notSimulated() {
        return List.of("python3 but for -m http.server");
    }

    @Override
    public int run(Context context) {
        List<String> words = context.arguments();
        int module = words.indexOf("-m");
        boolean server = module >= 0
                && words.subList(0, module).stream().allMatch("-u"::equals)
                && module + 1 < words.size()
                && words.get(module + 1).equals("http.server");
        if (server) {
            return new HttpServer(context, module > 0).run(words.subList(module + 2, words.size()));
        }
        if (words.equals(List.of("--version")) || words.equals(List.of("-V"))) {
            context.out().println("Python 3.11.2");
            return 0;
        }
        throw CommandException.notSimulated("python3" + (words.isEmpty() ? "" : " " + words.get(0)));
    }
}
