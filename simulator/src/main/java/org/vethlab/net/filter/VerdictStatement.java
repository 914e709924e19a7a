package org.vethlab.net.filter;

import java.util.List;

/** A verdict as it stands in a rule: {@code accept}, {@code jump CHAIN}. */
public record VerdictStatement(Verdict verdict) implements Statement {
    @Override
    public Verdict evaluate(PacketContext packet) {
        return verdict;
    }

    @Override
    public List<Chain> targets() {
        if (verdict instanceof Verdict.Jump jump) {
            return List.of(jump.target());
        }
        return verdict instanceof Verdict.Goto go ? List.of(go.target()) : List.of();
    }
}
