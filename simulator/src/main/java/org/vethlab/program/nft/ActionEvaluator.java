package org.vethlab.program.nft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.vethlab.net.filter.Statement;
import org.vethlab.net.filter.Table;
import org.vethlab.net.filter.expression.Assignment;
import org.vethlab.net.filter.expression.ElementSet;
import org.vethlab.net.filter.expression.LogPacket;
import org.vethlab.net.filter.expression.MaximumSegmentSize;
import org.vethlab.net.filter.expression.ObjectMap;
import org.vethlab.net.filter.expression.ObjectUse;
import org.vethlab.net.filter.expression.Selector;
import org.vethlab.net.filter.expression.SetUpdate;
import org.vethlab.net.filter.expression.StatefulObject;
import org.vethlab.net.filter.expression.Untrack;
import org.vethlab.program.CommandException;

/** Works out the statements that do something. */
final class ActionEvaluator {
    private final RuleBuilder rule;
    private final Constants constants;
    private final SetEvaluator sets;
    private final LeftEvaluator left;
    private final RejectEvaluator rejects;
    private final NatEvaluator nats;
    private final StatefulEvaluator stateful = new StatefulEvaluator();

    ActionEvaluator(RuleBuilder rule, Constants constants, SetEvaluator sets, LeftEvaluator left, Lookup lookup) {
        this.rule = rule;
        this.constants = constants;
        this.sets = sets;
        this.left = left;
        this.rejects = new RejectEvaluator(rule, new ValueParser(lookup));
        this.nats = new NatEvaluator(rule, this, sets, left);
    }

    void evaluate(StatementSyntax syntax) {
        if (syntax instanceof StatementSyntax.Reject reject) {
            rejects.evaluate(reject);
        } else if (syntax instanceof StatementSyntax.Nat nat) {
            nats.evaluate(nat);
        } else if (syntax instanceof StatementSyntax.Assignment assignment) {
            assign(assignment);
        } else if (syntax instanceof StatementSyntax.Log log) {
            rule.add(log(log));
        } else if (syntax instanceof StatementSyntax.Named named) {
            rule.add(named(named));
        } else if (syntax instanceof StatementSyntax.SetUpdate update) {
            rule.add(update(update));
        } else if (syntax instanceof StatementSyntax.Meter meter) {
            rule.add(meter(meter));
        } else if (syntax instanceof StatementSyntax.Untrack) {
            rule.add(new Untrack());
        } else {
            rest(syntax);
        }
    }

    private void rest(StatementSyntax syntax) {
        if (syntax instanceof StatementSyntax.Queue queue) {
            throw new KernelException(queue.at(), "No such file or directory");
        }
        if (syntax instanceof StatementSyntax.Duplicate) {
            throw CommandException.notSimulated("nft dup");
        }
        if (syntax instanceof StatementSyntax.Forward) {
            throw CommandException.notSimulated("nft fwd");
        }
        if (syntax instanceof StatementSyntax.ConnectionLimit) {
            ConntrackChecks.check(rule.family(), syntax.at());
        }
        rule.add(stateful.evaluate(syntax));
    }

    private Statement log(StatementSyntax.Log log) {
        if (log.level().isPresent() && log.group().isPresent()) {
            throw new NftException(log.at(), "level and group are mutually exclusive");
        }
        if (!log.flags().isEmpty() && log.group().isPresent()) {
            throw new NftException(log.at(), "flags and group are mutually exclusive");
        }
        return new LogPacket(
                log.prefix(),
                log.level(),
                optional(log.group()),
                optional(log.snaplen()),
                optional(log.threshold()),
                log.flags());
    }

    private static OptionalLong optional(Optional<Long> value) {
        return value.map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    private void assign(StatementSyntax.Assignment assignment) {
        if (assignment.target() instanceof Syntax.Extension extension) {
            rule.add(segmentSize(extension, assignment.value()));
            return;
        }
        if (assignment.target() instanceof Syntax.Conntrack) {
            ConntrackChecks.check(rule.family(), assignment.at());
        }
        Left target = left.evaluate(assignment.target());
        Selector value = value(assignment.value(), target);
        rule.add(new Assignment(target.selector(), value));
    }

    private Statement segmentSize(Syntax.Extension extension, Syntax value) {
        boolean size =
                extension.header().equals("tcp option mss") && extension.field().equals(Optional.of("size"));
        if (!size) {
            throw CommandException.notSimulated("nft " + extension.header() + " set");
        }
        if (value instanceof Syntax.Routing routing && routing.key().equals("mtu")) {
            return new MaximumSegmentSize(Optional.empty());
        }
        return new MaximumSegmentSize(
                Optional.of(constants.value(value, DataType.INTEGER, 16).intValue()));
    }

    /** A value where one of a type is expected: a constant, a map, or what can be asked of the packet. */
    Selector value(Syntax syntax, Left wanted) {
        int bits = wanted.selector().bits();
        if (syntax instanceof Syntax.Mapping mapping) {
            Left key = left.evaluate(mapping.key());
            return sets.mapped(rule, mapping, key, Optional.of(wanted)).selector();
        }
        if (isConstant(syntax)) {
            return new Selector.Constant(constants.value(syntax, wanted.type(), bits), bits);
        }
        Left value = left.evaluate(syntax);
        if (value.type() != wanted.type() && value.type() != DataType.INTEGER && !isMark(value, wanted)) {
            throw new NftException(new NftError(
                    "datatype mismatch: expected " + wanted.description() + ", expression has type "
                            + value.description(),
                    List.of(syntax.at(), wanted.at().to(syntax.at()))));
        }
        return value.selector();
    }

    private static boolean isMark(Left value, Left wanted) {
        return value.type().bits() == wanted.type().bits()
                && value.type().kind() == wanted.type().kind();
    }

    static boolean isConstant(Syntax syntax) {
        if (syntax instanceof Syntax.Binary binary) {
            return isConstant(binary.left()) && isConstant(binary.right());
        }
        return syntax instanceof Syntax.Symbol
                || syntax instanceof Syntax.Number
                || syntax instanceof Syntax.FlagList
                || syntax instanceof Syntax.Existence;
    }

    /** The places of a value: from one to another. */
    Constants constants() {
        return constants;
    }

    private Statement named(StatementSyntax.Named named) {
        if (named.name() instanceof Syntax.Mapping mapping) {
            return objectMap(named.object(), mapping);
        }
        if (!(named.name() instanceof Syntax.Symbol name)) {
            throw new NftException(named.name().at(), "Counter expression must be constant");
        }
        StatefulObject object = rule.table()
                .flatMap(table -> table.object(named.object(), name.text()))
                .orElseThrow(() -> new KernelException(name.at(), "No such file or directory"));
        return new ObjectUse(object);
    }

    private Statement objectMap(String kind, Syntax.Mapping mapping) {
        Left key = left.evaluate(mapping.key());
        ElementSet map;
        if (mapping.set() instanceof Syntax.Elements elements) {
            ElementEvaluator.Shape shape = new ElementEvaluator.Shape(
                    key, Optional.empty(), false, Optional.of(kind), OptionalLong.empty(), List.of());
            map = sets.anonymous(rule, elements, shape);
        } else {
            map = sets.named(rule, (Syntax.SetReference) mapping.set(), key);
        }
        Table table = rule.table().orElseThrow(() -> new NftException(mapping.at(), "No such file or directory"));
        return new ObjectMap(kind, key.selector(), map, table);
    }

    private Statement update(StatementSyntax.SetUpdate update) {
        ElementSet set = rule.set(update.set());
        Left key = left.evaluate(update.element().key());
        sets.named(rule, update.set(), key);
        set.bound();
        Optional<Selector> data =
                update.element().data().map(value -> left.evaluate(value).selector());
        return new SetUpdate(
                operation(update.operation()),
                set,
                key.selector(),
                data,
                optional(update.element().options().timeout()),
                statements(update.element()));
    }

    private List<Statement> statements(Syntax.Element element) {
        List<Statement> statements = new ArrayList<>();
        element.options().statements().forEach(one -> statements.add(stateful.evaluate(one)));
        return statements;
    }

    private static SetUpdate.Operation operation(String keyword) {
        for (SetUpdate.Operation operation : SetUpdate.Operation.values()) {
            if (operation.keyword().equals(keyword)) {
                return operation;
            }
        }
        return SetUpdate.Operation.ADD;
    }

    private Statement meter(StatementSyntax.Meter meter) {
        Left key = left.evaluate(meter.key().key());
        Statement inner = stateful.evaluate(meter.statement());
        Table table = rule.table().orElseThrow(() -> new NftException(meter.at(), "No such file or directory"));
        ElementSet set = new ElementSet(meter.name(), rule.nextHandle(), SetDeclaration.ofMeter(key, meter.size()));
        rule.declare(table, set);
        return new SetUpdate(
                SetUpdate.Operation.UPDATE,
                set,
                key.selector(),
                Optional.empty(),
                optional(meter.key().options().timeout()),
                List.of(inner));
    }
}
