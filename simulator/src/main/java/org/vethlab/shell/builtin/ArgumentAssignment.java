package org.vethlab.shell.builtin;

import java.util.List;
import java.util.Optional;
import org.vethlab.shell.run.Interpreter;
import org.vethlab.shell.syntax.Assignment;
import org.vethlab.shell.syntax.Command;
import org.vethlab.shell.syntax.Parser;
import org.vethlab.shell.syntax.ParserOptions;
import org.vethlab.shell.syntax.Part;
import org.vethlab.shell.syntax.SyntaxException;
import org.vethlab.shell.syntax.Word;
import org.vethlab.shell.variable.Variable;

/** Assignments in arguments that were not written as such: {@code declare "$name=$value"}. */
final class ArgumentAssignment {
    private ArgumentAssignment() {}

    /** Empty if the text is no assignment. */
    static Optional<Assignment> parse(Interpreter shell, String text) {
        int equals = text.indexOf('=');
        if (equals <= 0) {
            return Optional.empty();
        }
        boolean append = text.charAt(equals - 1) == '+';
        String target = text.substring(0, append ? equals - 1 : equals);
        String value = text.substring(equals + 1);
        int bracket = target.indexOf('[');
        boolean element = bracket > 0 && target.endsWith("]");
        String name = element ? target.substring(0, bracket) : target;
        if (!Names.isName(name)) {
            return Optional.empty();
        }
        Optional<Word> subscript =
                element ? Optional.of(literal(target.substring(bracket + 1, target.length() - 1))) : Optional.empty();
        boolean compound = !element && value.startsWith("(") && value.endsWith(")") && isArray(shell, name);
        Assignment.Value parsed = compound ? compound(name, value) : new Assignment.Scalar(quoted(value));
        return Optional.of(new Assignment(name, subscript, append, parsed, text));
    }

    private static boolean isArray(Interpreter shell, String name) {
        return shell.variables().find(name).filter(Variable::isArray).isPresent();
    }

    private static Assignment.Value compound(String name, String value) {
        try {
            Command.Sequence script = (Command.Sequence) Parser.parse(name + "=" + value, ParserOptions.STANDARD);
            Command.Simple only = (Command.Simple) script.commands().get(0);
            return only.assignments().get(0).value();
        } catch (SyntaxException e) {
            return new Assignment.Scalar(quoted(value));
        }
    }

    private static Word literal(String text) {
        return new Word(text, List.of(new Part.Literal(text)));
    }

    private static Word quoted(String text) {
        return new Word(text, List.of(new Part.Quoted(text)));
    }
}
