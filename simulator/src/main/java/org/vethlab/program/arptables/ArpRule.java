package org.vethlab.program.arptables;

import java.util.List;
import java.util.Optional;
import org.vethlab.net.filter.Chain;
import org.vethlab.net.filter.Counter;
import org.vethlab.net.filter.Rule;
import org.vethlab.net.filter.Statement;
import org.vethlab.net.filter.Verdict;
import org.vethlab.net.filter.VerdictStatement;
import org.vethlab.net.filter.xt.ArpHeaderMatch;

/** A rule of arptables: a header, a counter, a verdict. @param jump a verdict's name or a chain's, empty for none */
record ArpRule(ArpHeaderMatch header, String jump, Counter counter) {
    private static final List<String> VERDICTS = List.of("ACCEPT", "DROP", "RETURN");

    /** A rule of the kernel's; empty if arptables did not make it. */
    static Optional<ArpRule> of(Rule rule) {
        List<Statement> statements = rule.statements();
        if (statements.size() < 2
                || !(statements.get(0) instanceof ArpHeaderMatch header)
                || !(statements.get(1) instanceof Counter counter)) {
            return Optional.empty();
        }
        String jump = statements.size() > 2 && statements.get(2) instanceof VerdictStatement verdict
                ? name(verdict.verdict())
                : "";
        return Optional.of(new ArpRule(header, jump, counter));
    }

    private static String name(Verdict verdict) {
        return verdict instanceof Verdict.Jump to ? to.target().name() : verdict.toString();
    }

    boolean jumpsToChain() {
        return !jump.isEmpty() && !VERDICTS.contains(jump);
    }

    List<Statement> statements(Optional<Chain> chain) {
        if (jump.isEmpty()) {
            return List.of(header, new Counter());
        }
        Verdict verdict = switch (jump) {
            case "ACCEPT" -> Verdict.ACCEPT;
            case "DROP" -> Verdict.DROP;
            case "RETURN" -> Verdict.RETURN;
            default -> new Verdict.Jump(chain.orElseThrow());
        };
        return List.of(header, new Counter(), new VerdictStatement(verdict));
    }

    boolean isSame(ArpRule other) {
        return header.equals(other.header) && jump.equals(other.jump);
    }
}
