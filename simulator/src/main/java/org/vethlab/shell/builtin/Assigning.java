package org.vethlab.shell.builtin;

import java.util.List;
import org.vethlab.shell.run.Interpreter;
import org.vethlab.shell.syntax.Part;
import org.vethlab.shell.syntax.Word;

/** Assigns to what an argument names: a variable or an element. */
final class Assigning {
    private Assigning() {}

    static void put(Interpreter shell, String target, String value) {
        int bracket = target.indexOf('[');
        if (bracket > 0 && target.endsWith("]")) {
            String subscript = target.substring(bracket + 1, target.length() - 1);
            Word word = new Word(subscript, List.of(new Part.Literal(subscript)));
            shell.expander().elements().put(target.substring(0, bracket), word, value, false);
        } else {
            shell.variables().assign(target, value);
        }
    }
}
