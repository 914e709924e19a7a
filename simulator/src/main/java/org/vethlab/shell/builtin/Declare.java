package org.vethlab.shell.builtin;

import java.util.List;
import org.vethlab.shell.run.DeclarationBuiltin;
import org.vethlab.shell.run.Interpreter;

/** Declares variables, or shows them. */
final class Declare implements DeclarationBuiltin {
    @Override
    public String name() {
        return "declare";
    }

    @Override
    public String synopsis() {
        return "declare [-aAfFgiIlnrtux] [name[=value] ...] or declare -p [-aAfFilnrtux] [name ...]";
    }

    @Override
    public int declare(Interpreter shell, List<Argument> arguments) {
        return DeclareStatement.run(shell, this, arguments);
    }
}
