package org.vethlab.shell;

import java.util.List;
import org.vethlab.program.Context;
import org.vethlab.program.Program;

/** A builtin that is installed as a program, too, for those who start it without a shell: {@code ip netns exec N test}. */
record BuiltinProgram(String name, String summary) implements Program {
    @Override
    public int run(Context context) {
        StringBuilder command = new StringBuilder(quoted(name));
        context.arguments().forEach(word -> command.append(' ').append(quoted(word)));
        return new Shell(context.process(), false).run(command.toString(), List.of());
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
