package org.vethlab.program.nft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.filter.Chain;
import org.vethlab.net.filter.Counter;
import org.vethlab.net.filter.Family;
import org.vethlab.net.filter.Table;
import org.vethlab.net.filter.expression.ElementSet;
import org.vethlab.net.filter.expression.Quota;
import org.vethlab.net.filter.expression.SetElement;
import org.vethlab.net.filter.expression.StatefulObject;
import org.vethlab.program.CommandException;

/** Shows what is there. */
final class Listing {
    private final Session session;
    private final NotFound missing;
    private final TablePrinter printer;
    private final Optional<JsonPrinter> json;

    Listing(Session session, boolean json) {
        this.session = session;
        this.missing = new NotFound(session);
        SetPrinter sets = new SetPrinter(session.options(), session.lookup(), session.now());
        this.printer = new TablePrinter(session.options(), sets);
        this.json = json ? Optional.of(new JsonPrinter(sets, session.now())) : Optional.empty();
    }

    void run(Command command) {
        switch (command.operation()) {
            case "list" -> list(command);
            case "reset" -> reset(command);
            case "get" -> get(command);
            default -> describe(((Body.Described) command.body()).expression());
        }
    }

    private void describe(Syntax syntax) {
        if (syntax instanceof Syntax.Symbol symbol) {
            Optional<DataType> type = DataType.find(symbol.text());
            session.print(type.map(one -> Description.of(one, one.bits()))
                    .orElse("symbol expression, datatype invalid (invalid)"));
            return;
        }
        String kind = syntax instanceof Syntax.Header || syntax instanceof Syntax.Raw
                ? "payload"
                : syntax.getClass()
                        .getSimpleName()
                        .toLowerCase(java.util.Locale.ROOT)
                        .replace("conntrack", "ct");
        RuleBuilder builder =
                new RuleBuilder(Family.BRIDGE, Optional.empty(), (table, set) -> {}, set -> NotFound.plain(set.at()));
        Left left = new LeftEvaluator(builder, session.constants(), session.sets()).evaluate(syntax);
        session.print(Description.of(kind, left.type(), left.selector().bits()));
    }

    private void list(Command command) {
        Target target = command.target();
        if (json.isPresent()) {
            session.print(JsonPrinter.document(json(json.get(), target, command.object())));
            return;
        }
        switch (command.object()) {
            case "ruleset" -> tables(target).forEach(this::whole);
            case "table" -> whole(table(target));
            case "tables" -> tables(target).forEach(table -> session.print("table " + table + "\n"));
            case "chain" -> chain(target);
            case "chains" -> tables(target).forEach(this::chains);
            case "set", "map", "meter" -> set(target);
            case "sets" -> tables(target).forEach(table -> sets(table, false));
            case "maps" -> tables(target).forEach(table -> sets(table, true));
            case "counter", "quota", "limit" -> object(target, command.object());
            case "counters", "quotas", "limits" -> objects(target, command.object());
            case "meters", "flowtables" ->
                tables(target).forEach(table -> session.print(TablePrinter.within(table, List.of())));
            default -> throw CommandException.notSimulated("nft list " + command.object());
        }
    }

    private List<String> json(JsonPrinter to, Target target, String object) {
        List<String> parts = new ArrayList<>();
        switch (object) {
            case "ruleset" -> tables(target).forEach(table -> parts.addAll(to.whole(table)));
            case "table" -> parts.addAll(to.whole(table(target)));
            case "tables" -> tables(target).forEach(table -> parts.add(to.table(table)));
            case "chain" -> {
                Chain chain = findChain(target);
                parts.add(to.chain(chain));
                parts.addAll(to.rules(chain));
            }
            case "chains" ->
                tables(target).forEach(table -> table.chains().forEach(chain -> parts.add(to.chain(chain))));
            case "set", "map", "meter" -> parts.add(to.set(table(target), findSet(target)));
            case "sets", "maps" ->
                tables(target)
                        .forEach(table -> table.sets().stream()
                                .filter(set -> set.properties().isMap() == object.equals("maps"))
                                .forEach(set -> parts.add(to.set(table, set))));
            case "counter", "quota", "limit" -> parts.add(to.object(table(target), findObject(target, object)));
            default ->
                tables(target)
                        .forEach(table -> table.objects().stream()
                                .filter(one -> object.equals(one.kind() + "s"))
                                .forEach(one -> parts.add(to.object(table, one))));
        }
        return parts;
    }

    private List<Table> tables(Target target) {
        if (target.table().isPresent()) {
            return List.of(table(target));
        }
        Optional<Family> family = target.family();
        return session.ruleset().tables().stream()
                .filter(table -> family.isEmpty() || family.get() == table.family())
                .toList();
    }

    private Table table(Target target) {
        return session.table(target)
                .orElseThrow(() -> NotFound.plain(target.table().orElseThrow().at()));
    }

    private void warn(Table table, boolean foreign) {
        if (foreign) {
            session.warn("# Warning: table " + table + " is managed by iptables-nft, do not touch!\n");
        }
    }

    private void whole(Table table) {
        warn(table, ForeignStatement.isIn(table));
        session.print(printer.table(table));
    }

    private Chain findChain(Target target) {
        return table(target)
                .chain(target.nameText())
                .orElseThrow(() -> NotFound.plain(target.name().orElseThrow().at()));
    }

    private void chain(Target target) {
        Chain chain = findChain(target);
        warn(chain.table(), ForeignStatement.isIn(chain));
        session.print(TablePrinter.within(chain.table(), List.of(printer.chain(chain))));
    }

    private void chains(Table table) {
        List<String> parts = new ArrayList<>();
        table.chains().forEach(chain -> parts.add(printer.head(chain) + "\t}\n"));
        session.print(TablePrinter.within(table, parts));
    }

    private ElementSet findSet(Target target) {
        return table(target)
                .set(target.nameText())
                .orElseThrow(() -> NotFound.plain(target.name().orElseThrow().at()));
    }

    private void set(Target target) {
        ElementSet set = findSet(target);
        session.print(TablePrinter.within(table(target), List.of(printer.set(set))));
    }

    private void sets(Table table, boolean maps) {
        List<String> parts = table.sets().stream()
                .filter(set -> set.properties().isMap() == maps)
                .map(printer::set)
                .toList();
        session.print(TablePrinter.within(table, parts));
    }

    private StatefulObject findObject(Target target, String kind) {
        return table(target).object(kind, target.nameText()).orElseThrow(() -> missing.named(target, kind));
    }

    private void object(Target target, String kind) {
        StatefulObject object = findObject(target, kind);
        session.print(TablePrinter.within(table(target), List.of(printer.object(object))));
    }

    private void objects(Target target, String plural) {
        tables(target).stream().filter(table -> !table.objects().isEmpty()).forEach(table -> objects(table, plural));
    }

    private void objects(Table table, String plural) {
        String kind = plural.substring(0, plural.length() - 1);
        List<String> parts = table.objects().stream()
                .filter(object -> object.kind().equals(kind))
                .map(printer::object)
                .toList();
        session.print(TablePrinter.within(table, parts));
    }

    /** Shows counters and quotas as they were, and begins them anew. */
    private void reset(Command command) {
        String kind = command.object();
        if (kind.endsWith("s")) {
            tables(command.target()).stream()
                    .filter(table -> table.objects().stream().anyMatch(object -> kind.startsWith(object.kind())))
                    .forEach(table -> objects(table, kind));
        } else {
            list(command);
        }
        if (kind.equals("counter") || kind.equals("quota")) {
            reset(findObject(command.target(), kind));
            return;
        }
        for (Table table : tables(command.target())) {
            for (StatefulObject object : table.objects()) {
                if (kind.startsWith(object.kind())) {
                    reset(object);
                }
            }
        }
    }

    private static void reset(StatefulObject object) {
        if (object.state() instanceof Counter counter) {
            counter.set(0, 0);
        } else if (object.state() instanceof Quota quota) {
            quota.setUsed(0);
        }
    }

    private void get(Command command) {
        ElementSet set = findSet(command.target());
        Syntax syntax = ((Body.ElementsBody) command.body()).elements();
        ElementSet found = new ElementSet(set.name(), set.handle(), set.properties());
        Verdicts verdicts = new Verdicts(session.table(command.target()));
        for (ElementEvaluator.Placed placed :
                session.sets().elements(verdicts).evaluate(syntax, SetEvaluator.shape(set, syntax.at()))) {
            SetElement element = placed.element();
            found.add(set.covering(element, session.now())
                    .orElseThrow(() -> new KernelException(command.at(), "No such file or directory")));
        }
        session.print(TablePrinter.within(table(command.target()), List.of(printer.set(set, found))));
    }
}
