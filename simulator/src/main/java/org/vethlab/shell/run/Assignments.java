package org.vethlab.shell.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.shell.expand.Expander;
import org.vethlab.shell.syntax.Assignment;
import org.vethlab.shell.syntax.Part;
import org.vethlab.shell.syntax.Word;
import org.vethlab.shell.text.Quoting;
import org.vethlab.shell.variable.Attribute;
import org.vethlab.shell.variable.Variable;
import org.vethlab.shell.variable.VariableException;
import org.vethlab.shell.variable.Variables;

/** Carries out assignments. */
public final class Assignments {
    private final Interpreter shell;

    Assignments(Interpreter shell) {
        this.shell = shell;
    }

    /** {@code name=value} as a command of its own. */
    void assign(Assignment assignment, boolean traced) {
        if (assignment.value() instanceof Assignment.Compound compound) {
            if (traced) {
                shell.tracer().line(assignment.source());
            }
            compound(assignment.name(), shell.variables().target(assignment.name()), compound, assignment.append());
            return;
        }
        String value = scalar(assignment);
        if (traced) {
            shell.tracer().line(head(assignment) + Quoting.forAssignment(value));
        }
        store(assignment, value);
    }

    private static String head(Assignment assignment) {
        String subscript =
                assignment.subscript().map(word -> "[" + word.source() + "]").orElse("");
        return assignment.name() + subscript + (assignment.append() ? "+=" : "=");
    }

    private String scalar(Assignment assignment) {
        return shell.expander().assigned(((Assignment.Scalar) assignment.value()).word());
    }

    private void store(Assignment assignment, String value) {
        Variables variables = shell.variables();
        if (assignment.subscript().isPresent()) {
            shell.expander()
                    .elements()
                    .put(assignment.name(), assignment.subscript().get(), value, assignment.append());
        } else if (assignment.append()) {
            variables.append(assignment.name(), value);
        } else {
            variables.assign(assignment.name(), value);
        }
    }

    /** An assignment before a command: it goes into the command's environment, and is gone afterwards. */
    void assignTemporarily(Assignment assignment) {
        if (assignment.subscript().isPresent()) {
            String element =
                    assignment.name() + "[" + assignment.subscript().get().source() + "]";
            shell.messages().error("`" + element + "': not a valid identifier");
            return;
        }
        if (assignment.value() instanceof Assignment.Compound) {
            assign(assignment, shell.traces());
            return;
        }
        String value = scalar(assignment);
        if (shell.traces()) {
            shell.tracer().line(head(assignment) + Quoting.forAssignment(value));
        }
        Variables variables = shell.variables();
        Optional<Variable> outer = variables.find(assignment.name());
        if (outer.filter(variable -> variable.has(Attribute.READONLY)).isPresent()) {
            shell.messages().error(assignment.name() + ": readonly variable");
            return;
        }
        String before = assignment.append() ? outer.flatMap(Variable::value).orElse("") : "";
        Variable variable = variables.temporary(assignment.name());
        outer.ifPresent(original -> original.attributes().stream()
                .filter(attribute -> attribute != Attribute.INDEXED && attribute != Attribute.ASSOCIATIVE)
                .forEach(variable::add));
        variable.add(Attribute.EXPORTED);
        variable.value(
                assignment.append()
                        ? variables.appended(variable, before, value)
                        : variables.converted(variable, value));
        variables.changed(assignment.name());
    }

    // arrays

    /** {@code name=(…)} into a variable that has been found. */
    public void compound(String name, Variable variable, Assignment.Compound compound, boolean append) {
        Variables variables = shell.variables();
        variables.checkWritable(name, variable);
        List<Assignment.Element> elements = expanded(compound);
        if (!append) {
            variable.clear();
        }
        if (!variable.isAssociative()) {
            variable.add(Attribute.INDEXED);
        }
        variable.markAssigned();
        if (variable.isAssociative()) {
            associative(name, variable, elements);
        } else {
            indexed(name, variable, elements);
        }
        variables.changed(name);
    }

    /** Expands the words first: they may speak of the array that is about to be replaced. */
    private List<Assignment.Element> expanded(Assignment.Compound compound) {
        Expander expander = shell.expander();
        List<Assignment.Element> expanded = new ArrayList<>();
        for (Assignment.Element element : compound.elements()) {
            if (element.subscript().isPresent()) {
                Word value = constant(expander.assigned(element.word()));
                expanded.add(new Assignment.Element(element.subscript(), element.append(), value));
                continue;
            }
            for (String field : expander.fields(List.of(element.word()))) {
                expanded.add(new Assignment.Element(Optional.empty(), false, constant(field)));
            }
        }
        return expanded;
    }

    private void indexed(String name, Variable variable, List<Assignment.Element> elements) {
        long next = variable.indexed().orElseThrow().end();
        for (Assignment.Element element : elements) {
            Word subscript = element.subscript().orElse(constant(Long.toString(next)));
            long index = element.subscript().isPresent() ? shell.expander().index(subscript) : next;
            shell.expander().elements().put(name, variable, subscript, text(element.word()), element.append());
            next = index + 1;
        }
    }

    /** Elements without subscripts are keys and values in turn. */
    private void associative(String name, Variable variable, List<Assignment.Element> elements) {
        for (int i = 0; i < elements.size(); i++) {
            Assignment.Element element = elements.get(i);
            if (element.subscript().isPresent()) {
                shell.expander()
                        .elements()
                        .put(name, variable, element.subscript().get(), text(element.word()), element.append());
                continue;
            }
            String value = i + 1 < elements.size() ? text(elements.get(++i).word()) : "";
            String key = text(element.word());
            if (key.isEmpty()) {
                throw new VariableException(name + ": bad array subscript");
            }
            variable.associative().orElseThrow().put(key, shell.variables().converted(variable, value));
        }
    }

    // arguments of declare

    /** The same assignment, its values expanded. */
    Assignment evaluated(Assignment assignment) {
        if (assignment.value() instanceof Assignment.Compound compound) {
            List<Assignment.Element> elements = expanded(compound);
            return with(assignment, new Assignment.Compound(elements));
        }
        return with(assignment, new Assignment.Scalar(constant(scalar(assignment))));
    }

    private static Assignment with(Assignment assignment, Assignment.Value value) {
        return new Assignment(
                assignment.name(), assignment.subscript(), assignment.append(), value, assignment.source());
    }

    /** What the trace shows of an evaluated assignment. */
    String text(Assignment evaluated) {
        return evaluated.value() instanceof Assignment.Scalar scalar
                ? head(evaluated) + text(scalar.word())
                : evaluated.name();
    }

    void traceScalar(Assignment evaluated) {
        if (evaluated.value() instanceof Assignment.Scalar scalar) {
            shell.tracer().line(head(evaluated) + Quoting.forAssignment(text(scalar.word())));
        }
    }

    /** {@code a=('1' '2')}: of arrays the trace quotes every element. */
    void traceCompound(Assignment evaluated) {
        if (!(evaluated.value() instanceof Assignment.Compound compound)) {
            return;
        }
        List<String> elements = new ArrayList<>();
        for (Assignment.Element element : compound.elements()) {
            String key = element.subscript()
                    .map(word -> "[" + Quoting.single(word.source()) + "]=")
                    .orElse("");
            elements.add(key + Quoting.single(text(element.word())));
        }
        shell.tracer().line(head(evaluated) + "(" + String.join(" ", elements) + ")");
    }

    private static Word constant(String text) {
        return new Word(text, List.of(new Part.Quoted(text)));
    }

    private static String text(Word constant) {
        return constant.constant().orElse("");
    }
}
