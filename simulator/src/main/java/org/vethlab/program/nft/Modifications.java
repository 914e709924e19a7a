package org.vethlab.program.nft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.filter.Chain;
import org.vethlab.net.filter.Family;
import org.vethlab.net.filter.Ruleset;
import org.vethlab.net.filter.Table;

/** Adds, changes and deletes tables and chains, and leaves the rest to its helpers. */
final class Modifications {
    private final Session session;
    private final Problems problems;
    private final Echo echo;
    private final Ruleset ruleset;
    private final NotFound missing;
    private final ChainCommands chains;
    private final RuleCommands rules;
    private final SetCommands sets;
    private final ObjectCommands objects;

    Modifications(Session session, Echo echo, Problems problems) {
        this.problems = problems;
        this.echo = echo;
        this.session = session;
        this.ruleset = session.ruleset();
        this.missing = new NotFound(session);
        this.chains = new ChainCommands(session, missing, echo);
        this.rules = new RuleCommands(session, missing, echo, problems);
        this.sets = new SetCommands(session, missing);
        this.objects = new ObjectCommands(session, missing);
    }

    void run(Command command) {
        switch (command.object()) {
            case "table" -> table(command);
            case "chain" -> chain(command);
            case "rule" -> rules.run(command);
            case "set", "map", "element", "meter" -> sets.run(command);
            case "counter", "quota", "limit" -> objects.run(command);
            default -> flushRuleset(command);
        }
    }

    private void flushRuleset(Command command) {
        Optional<Family> family = command.target().family();
        for (Table table : new ArrayList<>(ruleset.tables())) {
            if (family.isEmpty() || family.get() == table.family()) {
                ruleset.deleteTable(table);
            }
        }
    }

    private void table(Command command) {
        switch (command.operation()) {
            case "add", "create" -> addTable(command);
            case "delete" -> ruleset.deleteTable(existing(command.target()));
            default -> existing(command.target()).chains().forEach(ruleset::flushChain);
        }
    }

    private Table existing(Target target) {
        if (target.handle().isPresent()) {
            Token handle = target.handle().get();
            return ruleset.tables().stream()
                    .filter(table -> table.handle() == TokenStream.value(handle))
                    .findFirst()
                    .orElseThrow(() -> new KernelException(handle.at(), "No such file or directory"));
        }
        return session.table(target).orElseThrow(() -> missing.kernelTable(target));
    }

    private void addTable(Command command) {
        Target target = command.target();
        Optional<Table> existing = session.table(target);
        if (existing.isPresent() && command.operation().equals("create")) {
            throw new KernelException(target.table().orElseThrow().at(), "File exists");
        }
        Table table = existing.orElseGet(() -> make(target));
        if (command.body() instanceof Body.TableBody body) {
            if (existing.isEmpty()) {
                table.setComment(body.comment());
            }
            boolean dormant = body.flags().stream().anyMatch(flag -> flag.text().equals("dormant"));
            if (dormant != table.isDormant()) {
                ruleset.setDormant(table, dormant);
            }
            contents(body.contents());
        }
    }

    private Table make(Target target) {
        Table table = ruleset.addTable(target.family().orElse(Family.IP), target.tableName());
        echo.added(table);
        return table;
    }

    /** First all chains, so that rules and maps may lead to any; then objects, sets, and at last rules. */
    private void contents(List<Command> contents) {
        for (Command part : contents) {
            if (part.body() instanceof Body.ChainBody) {
                problems.noting(() -> chains.add(part));
            }
        }
        for (Command part : contents) {
            if (part.body() instanceof Body.ObjectBody) {
                problems.noting(() -> objects.run(part));
            }
        }
        for (Command part : contents) {
            if (part.body() instanceof Body.SetBody) {
                problems.noting(() -> sets.run(part));
            }
        }
        for (Command part : contents) {
            addRules(part);
        }
    }

    private void chain(Command command) {
        if (command.operation().equals("add") || command.operation().equals("create")) {
            chains.add(command);
            addRules(command);
            return;
        }
        chains.run(command);
    }

    private void addRules(Command command) {
        if (command.body() instanceof Body.ChainBody body) {
            for (RuleSyntax rule : body.rules()) {
                Command add = new Command(rule.at(), "add", "rule", command.target(), new Body.RuleBody(rule));
                problems.noting(() -> rules.run(add));
            }
        }
    }

    static Optional<Chain> find(Session session, Target target) {
        return session.table(target).flatMap(table -> table.chain(target.nameText()));
    }
}
