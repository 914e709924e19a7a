package org.vethlab.shell.builtin;

import java.util.List;
import org.vethlab.shell.run.DeclarationBuiltin;
import org.vethlab.shell.run.Interpreter;
import org.vethlab.shell.variable.Attribute;

/** Puts variables and functions into the environment of commands. */
final class Export implements DeclarationBuiltin {
    @Override
    public String name() {
        return "export";
    }

    @Override
    public String synopsis() {
        return "export [-fn] [name[=value] ...] or export -p";
    }

    @Override
    public boolean tracesAssignments() {
        return true;
    }

    @Override
    public int declare(Interpreter shell, List<Argument> arguments) {
        boolean remove = arguments.stream().anyMatch(argument -> argument.text().matches("-[fp]*n[fp]*"));
        DeclareOptions options = DeclareOptions.parse(arguments, "fnp");
        if (options.rest().isEmpty()) {
            options.on().clear();
            options.on().add(Attribute.EXPORTED);
            new Declarations(shell, this, options, Declarations.Place.WHERE_FOUND).printAll();
            return 0;
        }
        if (options.functions()) {
            return functions(shell, options.rest(), remove);
        }
        options.on().clear();
        (remove ? options.off() : options.on()).add(Attribute.EXPORTED);
        return new Declarations(shell, this, options, Declarations.Place.WHERE_FOUND).declareAll(options.rest());
    }

    private static int functions(Interpreter shell, List<Argument> names, boolean remove) {
        int status = 0;
        for (Argument name : names) {
            if (!shell.functions().containsKey(name.text())) {
                shell.messages().error("export: " + name.text() + ": not a function");
                status = 1;
            } else if (remove) {
                shell.exportedFunctions().remove(name.text());
            } else {
                shell.exportedFunctions().add(name.text());
            }
        }
        return status;
    }
}
