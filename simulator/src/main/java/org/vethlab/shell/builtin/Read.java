package org.vethlab.shell.builtin;

import java.util.List;
import java.util.Optional;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;
import org.vethlab.shell.variable.Attribute;
import org.vethlab.shell.variable.Variable;

/** Reads a line and cuts it into variables. */
final class Read implements Builtin {
    private static final int TIMED_OUT = 142;

    @Override
    public String name() {
        return "read";
    }

    @Override
    public String synopsis() {
        return "read [-ers] [-a array] [-d delim] [-i text] [-n nchars] [-N nchars] [-p prompt] [-t timeout] [-u fd]"
                + " [name ...]";
    }

    @Override
    public int run(Interpreter shell, List<String> arguments) {
        Flags flags = Flags.parse(arguments, shell.isDash() ? "rp:" : "ersa:d:i:n:N:p:t:u:");
        if (shell.isDash() && flags.rest().isEmpty()) {
            throw new UsageException("arg count", false, 2);
        }
        checkNames(flags);
        ReadRequest request = ReadRequest.of(flags);
        if (flags.has('p') && InputDescriptor.isTerminal(shell, flags.value('u').orElse("0"))) {
            shell.messages().raw(flags.value('p').orElse(""));
        }
        LineReader reader = new LineReader(
                shell, InputDescriptor.find(shell, flags.value('u').orElse("0")), request);
        LineReader.Outcome outcome = reader.read();
        assign(shell, flags, reader);
        return switch (outcome) {
            case WHOLE -> 0;
            case END -> 1;
            case TIMED_OUT -> TIMED_OUT;
        };
    }

    private static void checkNames(Flags flags) {
        for (String name : flags.rest()) {
            String bare = name.endsWith("]") && name.indexOf('[') > 0 ? name.substring(0, name.indexOf('[')) : name;
            if (!Names.isName(bare)) {
                throw UsageException.failed("`" + name + "': not a valid identifier");
            }
        }
    }

    private static void assign(Interpreter shell, Flags flags, LineReader line) {
        String separators = shell.variables().value("IFS").orElse(" \t\n");
        Optional<String> array = flags.value('a');
        if (array.isPresent()) {
            Variable variable = shell.variables().target(array.get());
            shell.variables().checkWritable(array.get(), variable);
            variable.add(Attribute.INDEXED);
            variable.clear();
            variable.markAssigned();
            List<String> fields = line.split(separators, Integer.MAX_VALUE);
            for (int i = 0; i < fields.size(); i++) {
                variable.indexed().orElseThrow().put(i, fields.get(i));
            }
            return;
        }
        if (flags.rest().isEmpty()) {
            shell.variables().assign("REPLY", line.text());
            return;
        }
        boolean uncut = flags.has('N');
        List<String> fields = uncut
                ? List.of(line.text())
                : line.split(separators, flags.rest().size());
        for (int i = 0; i < flags.rest().size(); i++) {
            Assigning.put(shell, flags.rest().get(i), i < fields.size() ? fields.get(i) : "");
        }
    }
}
