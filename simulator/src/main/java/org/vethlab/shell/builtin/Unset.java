package org.vethlab.shell.builtin;

import java.util.List;
import java.util.Optional;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;
import org.vethlab.shell.variable.Attribute;
import org.vethlab.shell.variable.Variable;

/** Forgets variables and functions. */
final class Unset implements Builtin {
    @Override
    public String name() {
        return "unset";
    }

    @Override
    public String synopsis() {
        return "unset [-f] [-v] [-n] [name ...]";
    }

    @Override
    public int run(Interpreter shell, List<String> arguments) {
        Flags flags = Flags.parse(arguments, "fvn");
        int status = 0;
        for (String name : flags.rest()) {
            boolean done = flags.has('f') ? function(shell, name) : variable(shell, name, flags);
            status = done ? status : 1;
        }
        return status;
    }

    private static boolean function(Interpreter shell, String name) {
        shell.functions().remove(name);
        shell.exportedFunctions().remove(name);
        return true;
    }

    private static boolean variable(Interpreter shell, String word, Flags flags) {
        int bracket = word.indexOf('[');
        if (bracket > 0 && word.endsWith("]")) {
            shell.expander()
                    .elements()
                    .remove(word.substring(0, bracket), word.substring(bracket + 1, word.length() - 1));
            return true;
        }
        if (!Names.isName(word)) {
            boolean isFunction = !flags.has('v') && shell.functions().containsKey(word);
            if (!isFunction) {
                shell.messages().error("unset: `" + word + "': not a valid identifier");
            }
            return isFunction && function(shell, word);
        }
        String name = flags.has('n') ? word : shell.variables().resolve(word);
        Optional<Variable> variable = shell.variables().findItself(name);
        if (variable.isEmpty()) {
            return flags.has('v') || function(shell, word);
        }
        if (variable.get().has(Attribute.READONLY)) {
            shell.messages().error("unset: " + name + ": cannot unset: readonly variable");
            return false;
        }
        shell.variables().unset(name);
        return true;
    }
}
