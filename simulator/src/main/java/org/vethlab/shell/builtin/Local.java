package org.vethlab.shell.builtin;

import java.util.List;
import org.vethlab.shell.run.DeclarationBuiltin;
import org.vethlab.shell.run.Interpreter;
import org.vethlab.shell.variable.Declaration;

/** Declares variables of the function that runs. */
final class Local implements DeclarationBuiltin {
    @Override
    public String name() {
        return "local";
    }

    @Override
    public String synopsis() {
        return "local [option] name[=value] ...";
    }

    @Override
    public int declare(Interpreter shell, List<Argument> arguments) {
        if (!shell.calls().isInFunction()) {
            throw UsageException.failed("can only be used in a function");
        }
        DeclareOptions options = DeclareOptions.parse(arguments, "acAfFgiIlnprtux");
        Declarations declarations = new Declarations(shell, this, options, Declarations.Place.FUNCTION);
        if (!options.rest().isEmpty()) {
            return declarations.declareAll(options.rest());
        }
        shell.variables().locals().forEach((name, variable) -> {
            if (variable.isVisible()) {
                shell.out().println(Declaration.plain(name, variable));
            }
        });
        return 0;
    }
}
