package org.vethlab.shell.builtin;

import java.util.List;
import java.util.Optional;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;
import org.vethlab.shell.text.RawText;

/** Prints by a format. */
final class Printf implements Builtin {
    @Override
    public String name() {
        return "printf";
    }

    @Override
    public String synopsis() {
        return "printf [-v var] format [arguments]";
    }

    @Override
    public int run(Interpreter shell, List<String> arguments) {
        Flags flags = Flags.parse(arguments, shell.isDash() ? "" : "v:");
        if (flags.rest().isEmpty()) {
            throw new UsageException(shell.isDash() ? "usage: printf format [arg ...]" : "", true, 2);
        }
        Optional<String> variable = flags.value('v');
        if (variable.isPresent() && !Names.isName(variable.get().replaceFirst("\\[.*\\]$", ""))) {
            throw UsageException.failed("`" + variable.get() + "': not a valid identifier");
        }
        List<String> values = flags.rest().subList(1, flags.rest().size());
        FormatRun run = new FormatRun(shell, flags.rest().get(0), values);
        boolean good = run.run();
        run.complaints().forEach(complaint -> shell.messages().error("printf: " + complaint));
        if (variable.isPresent()) {
            Assigning.put(shell, variable.get(), run.text());
        } else {
            byte[] bytes = RawText.encode(run.text());
            shell.out().write(bytes, 0, bytes.length);
        }
        return good ? 0 : 1;
    }
}
