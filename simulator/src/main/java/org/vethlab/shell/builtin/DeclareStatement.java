package org.vethlab.shell.builtin;

import java.util.List;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.DeclarationBuiltin.Argument;
import org.vethlab.shell.run.Interpreter;
import org.vethlab.shell.syntax.CommandPrinter;
import org.vethlab.shell.variable.Declaration;

/** What {@code declare} and {@code typeset} do. */
final class DeclareStatement {
    private DeclareStatement() {}

    static int run(Interpreter shell, Builtin builtin, List<Argument> arguments) {
        DeclareOptions options = DeclareOptions.parse(arguments, "acAfFgiIlnprtux");
        Declarations declarations = new Declarations(shell, builtin, options, Declarations.Place.FUNCTION);
        if (options.functions()) {
            return declarations.printFunctions(options.rest());
        }
        if (options.prints() && !options.rest().isEmpty()) {
            return declarations.print(options.rest());
        }
        if (!options.rest().isEmpty()) {
            return declarations.declareAll(options.rest());
        }
        if (arguments.isEmpty()) {
            list(shell);
        } else {
            declarations.printAll();
        }
        return 0;
    }

    private static void list(Interpreter shell) {
        shell.variables().all().forEach((name, variable) -> {
            if (variable.isVisible()) {
                shell.out().println(Declaration.plain(name, variable));
            }
        });
        shell.functions()
                .values()
                .forEach(function ->
                        shell.out().println(CommandPrinter.printFunction(function.name(), function.body())));
    }
}
