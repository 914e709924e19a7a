package org.vethlab.program.nft;

import java.util.List;
import org.vethlab.net.filter.Ruleset;
import org.vethlab.net.filter.Snapshot;
import org.vethlab.program.CommandException;

/** Carries out all commands of one invocation, or none. */
final class Transaction {
    private final Session session;
    private final Problems problems;
    private final Echo echo;
    private final boolean echoes;
    private final Modifications modifications;
    private final Listing listing;

    Transaction(Session session, boolean json, boolean echo) {
        this.session = session;
        this.problems = new Problems();
        this.echo = new Echo(session);
        this.echoes = echo;
        this.modifications = new Modifications(session, this.echo, problems);
        this.listing = new Listing(session, json);
    }

    /**
     * @param understood whether the whole text was; if not, nothing is done, but what was understood is checked
     * @return what went wrong: what nft itself found; if that is nothing, what the kernel found
     */
    List<NftError> run(List<Command> commands, boolean checkOnly, boolean understood) {
        Ruleset ruleset = session.ruleset();
        Snapshot before = ruleset.snapshot();
        try {
            commands.forEach(command -> problems.noting(() -> carryOut(command)));
        } catch (CommandException e) {
            ruleset.forget(before);
            throw e;
        }
        if (!problems.mistakes().isEmpty() || !understood) {
            ruleset.forget(before);
            return problems.mistakes();
        }
        if (!problems.refusals().isEmpty() || checkOnly) {
            ruleset.restore(before);
            return problems.refusals();
        }
        if (commands.stream().anyMatch(command -> !isQuestion(command))) {
            long generation = ruleset.committed();
            echo.text(generation, session.process()).filter(text -> echoes).ifPresent(session::print);
        }
        return problems.refusals();
    }

    private void carryOut(Command command) {
        if (isQuestion(command)) {
            listing.run(command);
        } else {
            modifications.run(command);
        }
    }

    private static boolean isQuestion(Command command) {
        return switch (command.operation()) {
            case "list", "get", "reset", "describe" -> true;
            default -> false;
        };
    }
}
