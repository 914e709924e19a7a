package org.vethlab.shell.builtin;

import java.util.List;
import java.util.Optional;
import org.vethlab.process.Input;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Builtin.UsageException;
import org.vethlab.shell.run.Interpreter;
import org.vethlab.shell.text.Quoting;
import org.vethlab.shell.variable.Attribute;
import org.vethlab.shell.variable.Variable;

/** What {@code mapfile} and {@code readarray} do. */
final class LineArray {
    private static final int CALLBACK_EVERY = 5000;

    private LineArray() {}

    static int read(Interpreter shell, Builtin builtin, List<String> arguments) {
        Flags flags = Flags.parse(arguments, "d:n:O:s:tu:C:c:");
        String name = flags.rest().isEmpty() ? "MAPFILE" : flags.rest().get(0);
        if (!Names.isName(name)) {
            throw UsageException.failed("`" + name + "': not a valid identifier");
        }
        String delimiter = flags.value('d').orElse("\n");
        char end = delimiter.isEmpty() ? '\0' : delimiter.charAt(0);
        int most =
                flags.value('n').map(Numeric::parse).filter(count -> count > 0).orElse(Integer.MAX_VALUE);
        int skipped = flags.value('s').map(Numeric::parse).orElse(0);
        long index = flags.value('O').map(Numeric::parse).orElse(0);
        int every = flags.value('c').map(Numeric::parse).orElse(CALLBACK_EVERY);
        Variable variable = shell.variables().target(name);
        shell.variables().checkWritable(name, variable);
        variable.add(Attribute.INDEXED);
        if (!flags.has('O')) {
            variable.clear();
        }
        variable.markAssigned();
        Input input = InputDescriptor.find(shell, flags.value('u').orElse("0"));
        for (int count = 0; count < most; ) {
            Optional<InputLine> line = InputLine.read(shell, input, end);
            if (line.isEmpty()) {
                break;
            }
            if (skipped-- > 0) {
                continue;
            }
            count++;
            String text = line.get().text() + (line.get().isEnded() && !flags.has('t') ? String.valueOf(end) : "");
            if (flags.has('C') && count % every == 0) {
                String words = index + " " + Quoting.single(text);
                shell.evaluate(flags.value('C').orElse("") + " " + words, "");
            }
            variable.indexed().orElseThrow().put(index++, text);
        }
        return 0;
    }
}
