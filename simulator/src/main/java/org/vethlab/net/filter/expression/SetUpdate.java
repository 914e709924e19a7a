package org.vethlab.net.filter.expression;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.vethlab.net.filter.Counter;
import org.vethlab.net.filter.PacketContext;
import org.vethlab.net.filter.Statement;
import org.vethlab.net.filter.Verdict;

/**
 * Puts what a packet shows into a set, or takes it out (nft_dynset).
 *
 * @param data what a map is to hold for it
 * @param timeout in milliseconds, if not the set's own
 * @param statements what a new element gets a copy of; each packet of an element has its turn there
 */
public record SetUpdate(
        Operation operation,
        ElementSet set,
        Selector key,
        Optional<Selector> data,
        OptionalLong timeout,
        List<Statement> statements)
        implements Statement {
    private static final long MILLISECOND = 1_000_000L;

    /** NFT_DYNSET_OP_*. */
    public enum Operation {
        ADD("add"),
        UPDATE("update"),
        DELETE("delete");

        private final String keyword;

        Operation(String keyword) {
            this.keyword = keyword;
        }

        public String keyword() {
            return keyword;
        }
    }

    @Override
    public Verdict evaluate(PacketContext packet) {
        Optional<BigInteger> value = key.load(packet);
        if (value.isEmpty()) {
            return Verdict.BREAK;
        }
        long now = packet.namespace().world().clock().now();
        Optional<SetElement> found = set.find(value.get(), now);
        if (operation == Operation.DELETE) {
            found.ifPresent(set::remove);
            return Verdict.CONTINUE;
        }
        SetElement element = found.orElseGet(() -> make(packet, value.get(), now));
        if (found.isEmpty()) {
            set.elements().stream().filter(old -> old.isExpired(now)).toList().forEach(set::remove);
            if (set.size().isPresent() && set.elements().size() >= set.size().getAsLong()) {
                return Verdict.BREAK;
            }
            set.add(element);
        } else if (operation == Operation.UPDATE && life().isPresent()) {
            set.remove(element);
            element = element.withExpiry(expiry(now));
            set.add(element);
        }
        return each(element.statements(), packet);
    }

    private static Verdict each(List<Statement> statements, PacketContext packet) {
        for (Statement statement : statements) {
            Verdict verdict = statement.evaluate(packet);
            if (verdict != Verdict.CONTINUE) {
                return verdict;
            }
        }
        return Verdict.CONTINUE;
    }

    private OptionalLong life() {
        return timeout.isPresent() ? timeout : set.properties().timeout();
    }

    private OptionalLong expiry(long now) {
        OptionalLong life = life();
        return life.isPresent() ? OptionalLong.of(now + life.getAsLong() * MILLISECOND) : life;
    }

    private SetElement make(PacketContext packet, BigInteger value, long now) {
        List<BigInteger> parts = set.split(value);
        Optional<BigInteger> number = data.flatMap(selector -> selector.load(packet));
        return new SetElement(
                parts,
                parts,
                false,
                Optional.empty(),
                number,
                number,
                Optional.empty(),
                timeout,
                expiry(now),
                Optional.empty(),
                copies());
    }

    private List<Statement> copies() {
        List<Statement> copies = new ArrayList<>();
        List<Statement> models = statements.isEmpty() ? set.properties().statements() : statements;
        models.forEach(statement -> copies.add(copy(statement)));
        return copies;
    }

    /** A statement of the same kind that has seen no packet yet. */
    public static Statement copy(Statement statement) {
        if (statement instanceof Counter) {
            return new Counter();
        }
        if (statement instanceof RateLimit limit) {
            return limit.copy();
        }
        if (statement instanceof Quota quota) {
            return new Quota(quota.over(), quota.bytes(), 0);
        }
        return statement instanceof ConnectionLimit limit
                ? new ConnectionLimit(limit.over(), limit.count())
                : statement;
    }

    @Override
    public boolean needsConntrack() {
        return key.needsConntrack();
    }
}
