package org.vethlab.shell.builtin;

import java.util.List;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;

/** Limits of processes: shown as a Debian machine has them, and never reached here. */
final class Ulimit implements Builtin {
    @Override
    public String name() {
        return "ulimit";
    }

    @Override
    public String synopsis() {
        return "ulimit [-SHabcdefiklmnpqrstuvxPRT] [limit]";
    }

    @Override
    public int run(Interpreter shell, List<String> arguments) {
        Flags flags = Flags.parse(arguments, "SHabcdefiklmnpqrstuvxPRT");
        if (!flags.rest().isEmpty()) {
            return 0;
        }
        String kinds = flags.order().replaceAll("[SHa]", "");
        String kind = kinds.isEmpty() ? "f" : kinds.substring(kinds.length() - 1);
        shell.out()
                .println(
                        switch (kind) {
                            case "c" -> "0";
                            case "n" -> "1024";
                            case "s" -> "8192";
                            case "p" -> "8";
                            case "q" -> "819200";
                            case "e", "r" -> "0";
                            default -> "unlimited";
                        });
        return 0;
    }
}
