package org.vethlab.shell.builtin;

import java.util.List;
import org.vethlab.shell.run.DeclarationBuiltin;
import org.vethlab.shell.run.Interpreter;
import org.vethlab.shell.variable.Attribute;

/** Protects variables and functions. */
final class Readonly implements DeclarationBuiltin {
    @Override
    public String name() {
        return "readonly";
    }

    @Override
    public String synopsis() {
        return "readonly [-aAf] [name[=value] ...] or readonly -p";
    }

    @Override
    public boolean tracesAssignments() {
        return true;
    }

    @Override
    public int declare(Interpreter shell, List<Argument> arguments) {
        DeclareOptions options = DeclareOptions.parse(arguments, "aAfp");
        options.on().add(Attribute.READONLY);
        Declarations declarations = new Declarations(shell, this, options, Declarations.Place.WHERE_FOUND);
        if (options.functions()) {
            options.rest().forEach(name -> shell.protectFunction(name.text()));
            return 0;
        }
        if (options.rest().isEmpty()) {
            declarations.printAll();
            return 0;
        }
        return declarations.declareAll(options.rest());
    }
}
