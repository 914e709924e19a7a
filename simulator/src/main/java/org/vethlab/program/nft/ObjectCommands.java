package org.vethlab.program.nft;

import java.util.Optional;
import org.vethlab.net.filter.Counter;
import org.vethlab.net.filter.Ruleset;
import org.vethlab.net.filter.Statement;
import org.vethlab.net.filter.Table;
import org.vethlab.net.filter.expression.ObjectUse;
import org.vethlab.net.filter.expression.StatefulObject;

/** Adds and deletes counters, quotas and limits with names. */
final class ObjectCommands {
    private final Session session;
    private final Ruleset ruleset;
    private final NotFound missing;

    ObjectCommands(Session session, NotFound missing) {
        this.session = session;
        this.ruleset = session.ruleset();
        this.missing = missing;
    }

    void run(Command command) {
        if (command.operation().equals("delete")) {
            delete(command);
        } else {
            add(command);
        }
    }

    private void add(Command command) {
        Target target = command.target();
        Body.ObjectBody body = (Body.ObjectBody) command.body();
        Table table = session.table(target).orElseThrow(() -> missing.kernelNamed(target, command.object()));
        if (table.object(command.object(), target.nameText()).isPresent()) {
            if (command.operation().equals("create")) {
                throw new KernelException(target.name().orElseThrow().at(), "File exists");
            }
            return;
        }
        Statement state = body.state().map(new StatefulEvaluator()::evaluate).orElseGet(Counter::new);
        ruleset.addObject(
                table,
                new StatefulObject(command.object(), target.nameText(), table.nextHandle(), state, body.comment()));
    }

    private void delete(Command command) {
        Target target = command.target();
        Optional<Table> table = session.table(target);
        StatefulObject object = find(command, table);
        if (isUsed(table.orElseThrow(), object)) {
            Token where = target.handle().or(target::name).orElseThrow();
            throw new KernelException(where.at(), "Device or resource busy");
        }
        ruleset.deleteObject(table.get(), object);
    }

    private StatefulObject find(Command command, Optional<Table> table) {
        Target target = command.target();
        if (target.handle().isPresent()) {
            Token handle = target.handle().get();
            return table.stream()
                    .flatMap(one -> one.objects().stream())
                    .filter(object -> object.handle() == TokenStream.value(handle))
                    .findFirst()
                    .orElseThrow(() -> new KernelException(handle.at(), "No such file or directory"));
        }
        return table.flatMap(one -> one.object(command.object(), target.nameText()))
                .orElseThrow(() -> missing.kernelNamed(target, command.object()));
    }

    private static boolean isUsed(Table table, StatefulObject object) {
        return table.chains().stream()
                .flatMap(chain -> chain.rules().stream())
                .flatMap(rule -> rule.statements().stream())
                .anyMatch(statement ->
                        statement instanceof ObjectUse use && use.object().equals(object));
    }
}
