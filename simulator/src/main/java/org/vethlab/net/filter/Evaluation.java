package org.vethlab.net.filter;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;

/** A packet's way through a base chain and those to which it jumps (nft_do_chain). */
final class Evaluation {
    private final PacketContext packet;
    private final Deque<Iterator<Rule>> callers = new ArrayDeque<>();
    private Chain chain;
    private Iterator<Rule> rules;

    private Evaluation(Chain base, PacketContext packet) {
        this.packet = packet;
        this.chain = base;
        this.rules = base.rules().iterator();
    }

    /** @return ACCEPT, DROP, STOLEN or QUEUE */
    static Verdict run(Chain base, PacketContext packet) {
        return new Evaluation(base, packet).run(base);
    }

    private Verdict run(Chain base) {
        while (true) {
            if (!rules.hasNext()) {
                if (callers.isEmpty()) {
                    return policy(base);
                }
                rules = callers.pop();
                continue;
            }
            Rule rule = rules.next();
            Verdict verdict = evaluate(rule);
            if (verdict instanceof Verdict.Jump jump) {
                callers.push(rules);
                enter(jump.target());
            } else if (verdict instanceof Verdict.Goto go) {
                enter(go.target());
            } else if (verdict == Verdict.RETURN) {
                rules = Collections.emptyIterator();
            } else if (verdict != Verdict.CONTINUE && verdict != Verdict.BREAK) {
                packet.decidedBy(chain, rule);
                return verdict;
            }
        }
    }

    private void enter(Chain target) {
        chain = target;
        rules = target.rules().iterator();
    }

    private Verdict evaluate(Rule rule) {
        for (Statement statement : rule.statements()) {
            Verdict verdict = statement.evaluate(packet);
            if (verdict != Verdict.CONTINUE) {
                return verdict;
            }
        }
        return Verdict.CONTINUE;
    }

    private Verdict policy(Chain base) {
        packet.decidedByPolicy(base);
        base.counter().ifPresent(counter -> counter.count(packet.length()));
        return base.policy();
    }
}
