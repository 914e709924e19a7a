package org.vethlab.shell.builtin;

import java.util.List;
import java.util.Optional;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.DeclarationBuiltin.Argument;
import org.vethlab.shell.run.Function;
import org.vethlab.shell.run.Interpreter;
import org.vethlab.shell.syntax.Assignment;
import org.vethlab.shell.syntax.CommandPrinter;
import org.vethlab.shell.variable.Attribute;
import org.vethlab.shell.variable.Declaration;
import org.vethlab.shell.variable.Variable;
import org.vethlab.shell.variable.VariableException;

/** What {@code declare}, {@code local}, {@code export} and {@code readonly} have in common. */
final class Declarations {
    /** Where a name that is not there yet is made. */
    enum Place {
        /** In the function that runs, if one does. */
        FUNCTION,
        /** Where the name means something already, else outermost. */
        WHERE_FOUND,
        OUTERMOST
    }

    private final Interpreter shell;
    private final Builtin builtin;
    private final DeclareOptions options;
    private final Place place;

    Declarations(Interpreter shell, Builtin builtin, DeclareOptions options, Place place) {
        this.shell = shell;
        this.builtin = builtin;
        this.options = options;
        this.place = place;
    }

    /** Declares all names. @return 1 if one could not be */
    int declareAll(List<Argument> arguments) {
        int status = 0;
        for (Argument argument : arguments) {
            try {
                declare(argument);
            } catch (VariableException e) {
                boolean bare = builtin instanceof Readonly || builtin instanceof Export;
                shell.messages().error((bare ? "" : builtin.name() + ": ") + e.getMessage());
                status = 1;
            } catch (Builtin.UsageException e) {
                shell.messages().error(builtin.name() + ": " + e.getMessage());
                status = 1;
            }
        }
        return status;
    }

    private void declare(Argument argument) {
        Optional<Assignment> assignment =
                argument.assignment().or(() -> ArgumentAssignment.parse(shell, argument.text()));
        String name = assignment.map(Assignment::name).orElse(argument.text());
        boolean element = assignment.isEmpty() && name.endsWith("]") && name.indexOf('[') > 0;
        String bare = element ? name.substring(0, name.indexOf('[')) : name;
        if (!Names.isName(bare)) {
            throw Builtin.UsageException.failed("`" + argument.text() + "': not a valid identifier");
        }
        Variable variable = find(bare);
        boolean refused = variable.has(Attribute.READONLY)
                && (assignment.isPresent() || options.off().contains(Attribute.READONLY));
        if (refused) {
            throw new VariableException(bare + ": readonly variable");
        }
        attributes(
                bare,
                variable,
                element || assignment.flatMap(Assignment::subscript).isPresent());
        assignment.ifPresent(one -> assign(one, variable));
        if (options.on().contains(Attribute.READONLY)) {
            variable.add(Attribute.READONLY);
        }
        shell.variables().changed(bare);
    }

    private Variable find(String name) {
        boolean reference =
                options.on().contains(Attribute.REFERENCE) || options.off().contains(Attribute.REFERENCE);
        String target = reference ? name : shell.variables().resolve(name);
        boolean inFunction = place == Place.FUNCTION && shell.calls().isInFunction() && !options.global();
        if (inFunction) {
            return shell.variables().local(name);
        }
        if (place == Place.OUTERMOST || options.global()) {
            return shell.variables().global(target);
        }
        return shell.variables()
                .findItself(target)
                .orElseGet(() -> shell.variables().global(target));
    }

    private void attributes(String name, Variable variable, boolean element) {
        if (options.on().contains(Attribute.ASSOCIATIVE) && variable.has(Attribute.INDEXED)) {
            throw new VariableException(name + ": cannot convert indexed to associative array");
        }
        if (options.on().contains(Attribute.INDEXED) && variable.isAssociative()) {
            throw new VariableException(name + ": cannot convert associative to indexed array");
        }
        for (Attribute attribute : options.on()) {
            if (attribute != Attribute.READONLY) {
                variable.add(attribute);
            }
        }
        if (options.on().contains(Attribute.UPPER_CASE)) {
            variable.remove(Attribute.LOWER_CASE);
        } else if (options.on().contains(Attribute.LOWER_CASE)) {
            variable.remove(Attribute.UPPER_CASE);
        }
        options.off().forEach(variable::remove);
        if (element && !variable.isArray()) {
            variable.add(Attribute.INDEXED);
        }
    }

    private void assign(Assignment assignment, Variable variable) {
        String name = assignment.name();
        if (assignment.value() instanceof Assignment.Compound compound) {
            shell.assignments().compound(name, variable, compound, assignment.append());
            return;
        }
        String value =
                ((Assignment.Scalar) assignment.value()).word().constant().orElse("");
        if (assignment.subscript().isPresent()) {
            shell.expander()
                    .elements()
                    .put(name, variable, assignment.subscript().get(), value, assignment.append());
        } else if (assignment.append()) {
            variable.value(shell.variables().appended(variable, variable.value().orElse(""), value));
        } else {
            variable.value(shell.variables().converted(variable, value));
        }
        if (variable.isArray()) {
            variable.markAssigned();
        }
    }

    // printing

    /** Prints variables that have all the attributes asked for. */
    void printAll() {
        shell.variables().all().forEach((name, variable) -> {
            if (variable.attributes().containsAll(options.on()) && isListed(variable)) {
                shell.out()
                        .println(
                                shell.isDash()
                                        ? builtin.name() + " " + Declaration.quoted(name, variable)
                                        : Declaration.of(name, variable));
            }
        });
    }

    private static boolean isListed(Variable variable) {
        return variable.isVisible() || !variable.attributes().isEmpty();
    }

    /** Prints the variables named. @return 1 if one is not there */
    int print(List<Argument> names) {
        int status = 0;
        for (Argument argument : names) {
            Optional<Variable> variable = shell.variables().findItself(argument.text());
            if (variable.isEmpty()) {
                shell.messages().error(builtin.name() + ": " + argument.text() + ": not found");
                status = 1;
            } else {
                shell.out().println(Declaration.of(argument.text(), variable.get()));
            }
        }
        return status;
    }

    /** {@code declare -f} and {@code declare -F}. @return 1 if a function is not there */
    int printFunctions(List<Argument> names) {
        if (names.isEmpty()) {
            shell.functions()
                    .values()
                    .forEach(function -> shell.out()
                            .println(options.functionNames() ? "declare -f " + function.name() : text(function)));
            return 0;
        }
        int status = 0;
        for (Argument argument : names) {
            Function function = shell.functions().get(argument.text());
            if (function == null) {
                status = 1;
            } else {
                shell.out().println(options.functionNames() ? function.name() : text(function));
            }
        }
        return status;
    }

    private static String text(Function function) {
        return CommandPrinter.printFunction(function.name(), function.body());
    }
}
