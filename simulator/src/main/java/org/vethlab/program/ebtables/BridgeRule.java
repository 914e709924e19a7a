package org.vethlab.program.ebtables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.filter.Chain;
import org.vethlab.net.filter.Counter;
import org.vethlab.net.filter.Rule;
import org.vethlab.net.filter.Statement;
import org.vethlab.net.filter.Verdict;
import org.vethlab.net.filter.VerdictStatement;
import org.vethlab.net.filter.xt.EthernetMatch;
import org.vethlab.net.filter.xt.XtMatch;
import org.vethlab.net.filter.xt.XtTarget;

/**
 * A rule of ebtables.
 *
 * @param jump a verdict or a chain's name; CONTINUE for none; empty if there is a target
 */
record BridgeRule(
        EthernetMatch header,
        List<XtMatch> matches,
        Optional<XtTarget> watcher,
        Optional<XtTarget> target,
        String jump,
        Counter counter) {
    BridgeRule {
        matches = List.copyOf(matches);
    }

    /** A rule of the kernel's; empty if ebtables did not make it. */
    static Optional<BridgeRule> of(Rule rule) {
        List<Statement> statements = rule.statements();
        if (statements.isEmpty() || !(statements.get(0) instanceof EthernetMatch header)) {
            return Optional.empty();
        }
        List<XtMatch> matches = new ArrayList<>();
        Optional<XtTarget> watcher = Optional.empty();
        Optional<XtTarget> target = Optional.empty();
        Counter counter = new Counter();
        String jump = "CONTINUE";
        for (Statement statement : statements.subList(1, statements.size())) {
            if (statement instanceof XtMatch match) {
                matches.add(match);
            } else if (statement instanceof XtTarget found) {
                boolean watches = found.extension().equals("LOG");
                watcher = watches ? Optional.of(found) : watcher;
                target = watches ? target : Optional.of(found);
            } else if (statement instanceof Counter found) {
                counter = found;
            } else if (statement instanceof VerdictStatement verdict) {
                jump = verdict.verdict() instanceof Verdict.Jump to
                        ? to.target().name()
                        : verdict.verdict().toString();
            }
        }
        return Optional.of(new BridgeRule(header, matches, watcher, target, jump, counter));
    }

    boolean jumpsToChain() {
        return target.isEmpty()
                && !List.of("ACCEPT", "DROP", "RETURN", "CONTINUE").contains(jump);
    }

    List<Statement> statements(Optional<Chain> chain) {
        List<Statement> statements = new ArrayList<>();
        statements.add(header);
        statements.addAll(matches);
        statements.add(new Counter());
        watcher.ifPresent(statements::add);
        target.ifPresent(statements::add);
        if (target.isEmpty() && !jump.equals("CONTINUE")) {
            statements.add(new VerdictStatement(verdict(jump, chain)));
        }
        return statements;
    }

    static Verdict verdict(String name, Optional<Chain> chain) {
        return switch (name) {
            case "ACCEPT" -> Verdict.ACCEPT;
            case "DROP" -> Verdict.DROP;
            case "RETURN" -> Verdict.RETURN;
            case "CONTINUE" -> Verdict.CONTINUE;
            default -> new Verdict.Jump(chain.orElseThrow());
        };
    }

    boolean isSame(BridgeRule other) {
        return header.equals(other.header)
                && matches.equals(other.matches)
                && watcher.equals(other.watcher)
                && target.equals(other.target)
                && jump.equals(other.jump);
    }
}
