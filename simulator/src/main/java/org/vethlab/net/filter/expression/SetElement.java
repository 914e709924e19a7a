package org.vethlab.net.filter.expression;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.vethlab.net.filter.Statement;
import org.vethlab.net.filter.Verdict;

/**
 * An element of a set or a map: all keys from one to another, part by part.
 *
 * @param catchAll whether it stands for all keys that no other element matches
 * @param verdict what a verdict map says
 * @param number what another map says
 * @param object the name of a counter, quota or limit, in a map of those
 * @param timeout in milliseconds, if it has one of its own
 * @param expiry when it ends, in the clock's nanoseconds
 */
public record SetElement(
        List<BigInteger> from,
        List<BigInteger> until,
        boolean catchAll,
        Optional<Verdict> verdict,
        Optional<BigInteger> number,
        Optional<BigInteger> numberUntil,
        Optional<String> object,
        OptionalLong timeout,
        OptionalLong expiry,
        Optional<String> comment,
        List<Statement> statements) {
    public boolean isExpired(long now) {
        return expiry.isPresent() && expiry.getAsLong() <= now;
    }

    boolean contains(List<BigInteger> key) {
        for (int i = 0; i < key.size(); i++) {
            if (key.get(i).compareTo(from.get(i)) < 0 || key.get(i).compareTo(until.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether it stands for the same keys. */
    public boolean hasSameKey(SetElement other) {
        return catchAll == other.catchAll && from.equals(other.from) && until.equals(other.until);
    }

    /** The same for other keys. */
    public SetElement within(BigInteger first, BigInteger last) {
        return new SetElement(
                List.of(first),
                List.of(last),
                false,
                verdict,
                number,
                numberUntil,
                object,
                timeout,
                expiry,
                comment,
                statements);
    }

    public SetElement withExpiry(OptionalLong newExpiry) {
        return new SetElement(
                from, until, catchAll, verdict, number, numberUntil, object, timeout, newExpiry, comment, statements);
    }
}
