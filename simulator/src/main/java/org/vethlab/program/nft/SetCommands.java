package org.vethlab.program.nft;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.filter.Chain;
import org.vethlab.net.filter.Rule;
import org.vethlab.net.filter.Ruleset;
import org.vethlab.net.filter.Statement;
import org.vethlab.net.filter.Table;
import org.vethlab.net.filter.expression.ElementSet;
import org.vethlab.net.filter.expression.SetElement;
import org.vethlab.net.filter.expression.SetProperties;
import org.vethlab.net.filter.expression.SetProperties.Flag;
import org.vethlab.program.nft.ElementEvaluator.Placed;

/** Adds and deletes sets, maps and their elements. */
final class SetCommands {
    private static final String MISSING = "No such file or directory";

    private final Session session;
    private final Ruleset ruleset;
    private final NotFound missing;

    SetCommands(Session session, NotFound missing) {
        this.session = session;
        this.ruleset = session.ruleset();
        this.missing = missing;
    }

    void run(Command command) {
        Target target = command.target();
        if (command.object().equals("element")) {
            elements(command);
        } else if (command.body() instanceof Body.SetBody body) {
            add(command, body);
        } else if (command.operation().equals("delete")) {
            delete(target, command.object());
        } else {
            flush(target);
        }
    }

    private void flush(Target target) {
        if (session.table(target).isEmpty()) {
            throw missing.table(target);
        }
        session.table(target)
                .flatMap(table -> table.set(target.nameText()))
                .orElseThrow(() -> missing.named(target, "set"))
                .clear();
    }

    private ElementSet kernelSet(Target target, String kind) {
        Optional<Table> table = session.table(target);
        if (target.handle().isPresent()) {
            Token handle = target.handle().get();
            return table.stream()
                    .flatMap(one -> one.sets().stream())
                    .filter(set -> set.handle() == TokenStream.value(handle))
                    .findFirst()
                    .orElseThrow(() -> new KernelException(handle.at(), MISSING));
        }
        return table.flatMap(one -> one.set(target.nameText())).orElseThrow(() -> missing.kernelNamed(target, kind));
    }

    private void delete(Target target, String kind) {
        ElementSet set = kernelSet(target, kind);
        Table table = session.table(target).orElseThrow();
        if (isUsed(table, set)) {
            throw new KernelException(
                    target.handle().or(target::name).orElseThrow().at(), "Device or resource busy");
        }
        ruleset.deleteSet(table, set);
    }

    private static boolean isUsed(Table table, ElementSet set) {
        for (Chain chain : table.chains()) {
            for (Rule rule : chain.rules()) {
                for (Statement statement : rule.statements()) {
                    if (References.to(statement).contains(set)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private void add(Command command, Body.SetBody body) {
        Target target = command.target();
        RuleBuilder builder = session.builder(target);
        LeftEvaluator left = new LeftEvaluator(builder, session.constants(), session.sets());
        SetProperties properties = new SetDeclaration(builder, left).evaluate(body);
        Table table = session.table(target).orElseThrow(() -> missing.tableOfNew(target));
        Optional<ElementSet> existing = table.set(target.nameText());
        if (existing.isPresent()) {
            boolean same = sameKind(existing.get().properties(), properties);
            if (!same || command.operation().equals("create")) {
                throw new KernelException(target.name().orElseThrow().at(), "File exists");
            }
        }
        ElementSet set = existing.orElseGet(() -> declare(table, target, properties));
        body.elements.ifPresent(syntax -> insert(builder, set, syntax, false));
    }

    private static boolean sameKind(SetProperties one, SetProperties other) {
        return one.keyTypes().equals(other.keyTypes())
                && one.dataTypes().equals(other.dataTypes())
                && one.flags().equals(other.flags());
    }

    private ElementSet declare(Table table, Target target, SetProperties properties) {
        ElementSet set = new ElementSet(target.nameText(), table.nextHandle(), properties);
        ruleset.addSet(table, set);
        return set;
    }

    private void elements(Command command) {
        Target target = command.target();
        if (session.table(target).isEmpty()) {
            throw missing.table(target);
        }
        ElementSet set = session.table(target)
                .flatMap(table -> table.set(target.nameText()))
                .orElseThrow(() -> missing.named(target, "set"));
        Syntax syntax = ((Body.ElementsBody) command.body()).elements();
        RuleBuilder builder = session.builder(target);
        if (command.operation().equals("delete")) {
            remove(builder, set, syntax);
        } else {
            insert(builder, set, syntax, command.operation().equals("create"));
        }
    }

    private List<Placed> evaluate(RuleBuilder builder, ElementSet set, Syntax syntax) {
        ElementEvaluator evaluator = session.sets().elements(new Verdicts(builder.table()));
        List<Placed> placed = evaluator.evaluate(syntax, SetEvaluator.shape(set, syntax.at()));
        if (!set.properties().has(Flag.INTERVAL)) {
            placed.stream().filter(Placed::isRange).findFirst().ifPresent(range -> refuse(set, range));
        }
        return placed;
    }

    private static void refuse(ElementSet set, Placed range) {
        String kind = set.properties().isMap() ? "map" : "set";
        String what = range.isPrefix() ? "prefix" : "range";
        throw new NftException(
                range.at(),
                "You must add 'flags interval' to your " + kind + " declaration if you want to add " + what
                        + " elements");
    }

    private void insert(RuleBuilder builder, ElementSet set, Syntax syntax, boolean exclusive) {
        List<Placed> placed = evaluate(builder, set, syntax);
        boolean interval = set.properties().has(Flag.INTERVAL)
                && set.properties().keyBits().size() == 1;
        if (interval && set.properties().autoMerge() && !set.properties().isMap()) {
            merge(set, placed);
            return;
        }
        if (interval) {
            Intervals.checkOverlap(placed, Optional.of(set));
        }
        for (Placed one : placed) {
            Optional<SetElement> old = set.same(one.element(), session.now());
            if (old.isPresent()) {
                if (exclusive
                        || !old.get().verdict().equals(one.element().verdict())
                        || !old.get().number().equals(one.element().number())) {
                    throw new KernelException(one.at(), "File exists");
                }
            } else {
                set.add(one.element());
            }
        }
    }

    private static void merge(ElementSet set, List<Placed> placed) {
        List<SetElement> all = new java.util.ArrayList<>(set.elements());
        placed.forEach(one -> all.add(one.element()));
        List<SetElement> merged = Intervals.merged(all);
        set.clear();
        merged.forEach(set::add);
    }

    private void remove(RuleBuilder builder, ElementSet set, Syntax syntax) {
        for (Placed one : evaluate(builder, set, syntax)) {
            Optional<SetElement> found = set.same(one.element(), session.now());
            if (found.isPresent()) {
                set.remove(found.get());
            } else if (set.properties().has(Flag.INTERVAL)) {
                if (!set.properties().autoMerge() || !cut(set, one.element())) {
                    throw new NftException(one.at(), "element does not exist");
                }
            } else {
                throw new KernelException(one.at(), MISSING);
            }
        }
    }

    /** Of a set that merges, a part of a range may be taken out. */
    private static boolean cut(ElementSet set, SetElement part) {
        for (SetElement whole : List.copyOf(set.elements())) {
            BigInteger low = whole.from().get(0);
            BigInteger high = whole.until().get(0);
            BigInteger from = part.from().get(0);
            BigInteger until = part.until().get(0);
            if (low.compareTo(from) <= 0 && high.compareTo(until) >= 0) {
                set.remove(whole);
                if (low.compareTo(from) < 0) {
                    set.add(whole.within(low, from.subtract(BigInteger.ONE)));
                }
                if (high.compareTo(until) > 0) {
                    set.add(whole.within(until.add(BigInteger.ONE), high));
                }
                return true;
            }
        }
        return false;
    }
}
