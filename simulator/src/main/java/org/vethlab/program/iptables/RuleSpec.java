package org.vethlab.program.iptables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.filter.Chain;
import org.vethlab.net.filter.Counter;
import org.vethlab.net.filter.Rule;
import org.vethlab.net.filter.Statement;
import org.vethlab.net.filter.Verdict;
import org.vethlab.net.filter.VerdictStatement;
import org.vethlab.net.filter.xt.IpHeaderMatch;
import org.vethlab.net.filter.xt.XtMatch;
import org.vethlab.net.filter.xt.XtTarget;

/**
 * A rule as iptables sees it: a header, matches, counters, a target. Each is a statement of the rule, in this order.
 *
 * @param jump the name of a verdict or of a chain; empty for none, or if there is a target
 * @param isGoto whether the chain is gone to for good ({@code -g})
 */
public record RuleSpec(
        IpHeaderMatch header,
        List<XtMatch> matches,
        Counter counter,
        Optional<XtTarget> target,
        String jump,
        boolean isGoto) {
    public RuleSpec {
        matches = List.copyOf(matches);
    }

    /** A rule of the kernel's; empty if iptables did not make it. */
    public static Optional<RuleSpec> of(Rule rule) {
        List<Statement> statements = rule.statements();
        if (statements.isEmpty() || !(statements.get(0) instanceof IpHeaderMatch header)) {
            return Optional.empty();
        }
        List<XtMatch> matches = new ArrayList<>();
        Counter counter = new Counter();
        Optional<XtTarget> target = Optional.empty();
        String jump = "";
        boolean isGoto = false;
        for (Statement statement : statements.subList(1, statements.size())) {
            if (statement instanceof XtMatch match) {
                matches.add(match);
            } else if (statement instanceof XtTarget action) {
                target = Optional.of(action);
            } else if (statement instanceof Counter found) {
                counter = found;
            } else if (statement instanceof VerdictStatement verdict) {
                jump = name(verdict.verdict());
                isGoto = verdict.verdict() instanceof Verdict.Goto;
            }
        }
        return Optional.of(new RuleSpec(header, matches, counter, target, jump, isGoto));
    }

    private static String name(Verdict verdict) {
        if (verdict instanceof Verdict.Jump jump) {
            return jump.target().name();
        }
        return verdict instanceof Verdict.Goto go ? go.target().name() : verdict.toString();
    }

    /** The word behind {@code -j}; empty for none. */
    public String targetName() {
        return target.map(XtTarget::extension).orElse(jump);
    }

    /** What the kernel gets. @param chain the chain that {@link #jump} names, if it is one */
    public List<Statement> statements(Optional<Chain> chain) {
        List<Statement> statements = new ArrayList<>();
        statements.add(header);
        statements.addAll(matches);
        statements.add(new Counter(counter.packets(), counter.bytes()));
        target.ifPresent(statements::add);
        if (target.isEmpty() && !jump.isEmpty()) {
            statements.add(new VerdictStatement(verdict(chain)));
        }
        return statements;
    }

    private Verdict verdict(Optional<Chain> chain) {
        return switch (jump) {
            case "ACCEPT" -> Verdict.ACCEPT;
            case "DROP" -> Verdict.DROP;
            case "RETURN" -> Verdict.RETURN;
            default -> isGoto ? new Verdict.Goto(chain.orElseThrow()) : new Verdict.Jump(chain.orElseThrow());
        };
    }

    /** Whether {@link #jump} is a verdict of its own, and no chain. */
    public boolean jumpsToChain() {
        return !jump.isEmpty() && !isVerdict(jump);
    }

    static boolean isVerdict(String name) {
        return name.equals("ACCEPT") || name.equals("DROP") || name.equals("RETURN") || name.equals("QUEUE");
    }

    /** Whether both say the same, counters apart ({@code -D}, {@code -C}). */
    public boolean isSame(RuleSpec other) {
        return header.equals(other.header)
                && matches.equals(other.matches)
                && target.equals(other.target)
                && jump.equals(other.jump)
                && isGoto == other.isGoto;
    }
}
