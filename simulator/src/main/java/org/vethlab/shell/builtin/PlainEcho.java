package org.vethlab.shell.builtin;

import java.util.List;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;
import org.vethlab.shell.text.Escapes;
import org.vethlab.shell.text.RawText;

/** The echo of dash: backslashes always have a meaning, and -n is the only option. */
final class PlainEcho implements Builtin {
    @Override
    public String name() {
        return "echo";
    }

    @Override
    public String synopsis() {
        return "echo [-n] [arg ...]";
    }

    @Override
    public int run(Interpreter shell, List<String> arguments) {
        boolean bare = !arguments.isEmpty() && arguments.get(0).equals("-n");
        String words = String.join(" ", arguments.subList(bare ? 1 : 0, arguments.size()));
        Escapes.Resolved resolved = Escapes.resolve(words, Escapes.Flavour.ECHO);
        byte[] bytes = RawText.encode(bare || resolved.stopped() ? resolved.text() : resolved.text() + "\n");
        shell.out().write(bytes, 0, bytes.length);
        return 0;
    }
}
