package org.vethlab.shell.builtin;

import java.util.List;
import org.vethlab.shell.run.DeclarationBuiltin;
import org.vethlab.shell.run.Interpreter;

/** The other name of {@code declare}. */
final class Typeset implements DeclarationBuiltin {
    @Override
    public String name() {
        return "typeset";
    }

    @Override
    public String synopsis() {
        return "typeset [-aAfFgiIlnrtux] name[=value] ... or typeset -p [-aAfFilnrtux] [name ...]";
    }

    @Override
    public int declare(Interpreter shell, List<Argument> arguments) {
        return DeclareStatement.run(shell, this, arguments);
    }
}
