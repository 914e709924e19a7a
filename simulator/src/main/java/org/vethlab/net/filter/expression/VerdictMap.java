package org.vethlab.net.filter.expression;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.filter.Chain;
import org.vethlab.net.filter.PacketContext;
import org.vethlab.net.filter.Statement;
import org.vethlab.net.filter.Verdict;
import org.vethlab.net.filter.VerdictStatement;

/** The verdict that a map holds for a key; without one the rule does not apply. */
public record VerdictMap(Selector key, ElementSet map) implements Statement {
    @Override
    public Verdict evaluate(PacketContext packet) {
        Optional<BigInteger> value = key.load(packet);
        if (value.isEmpty()) {
            return Verdict.BREAK;
        }
        long now = packet.namespace().world().clock().now();
        Optional<SetElement> found = map.find(value.get(), now);
        found.ifPresent(element -> element.statements().forEach(statement -> statement.evaluate(packet)));
        return found.flatMap(SetElement::verdict).orElse(Verdict.BREAK);
    }

    @Override
    public List<Chain> targets() {
        return map.elements().stream()
                .flatMap(element -> element.verdict().stream())
                .flatMap(verdict -> new VerdictStatement(verdict).targets().stream())
                .toList();
    }

    @Override
    public boolean needsConntrack() {
        return key.needsConntrack();
    }
}
