package org.vethlab.program.nft;

import org.vethlab.net.filter.Counter;
import org.vethlab.net.filter.Statement;
import org.vethlab.net.filter.expression.ConnectionLimit;
import org.vethlab.net.filter.expression.Quota;
import org.vethlab.net.filter.expression.RateLimit;

/** Makes the statements that keep something between packets. */
final class StatefulEvaluator {
    private static final long PACKET_BURST = 5;

    Statement evaluate(StatementSyntax syntax) {
        if (syntax instanceof StatementSyntax.CounterStatement counter) {
            return new Counter(counter.packets(), counter.bytes());
        }
        if (syntax instanceof StatementSyntax.LimitStatement limit) {
            long burst = limit.burst().orElse(limit.bytes() ? 0 : PACKET_BURST);
            return new RateLimit(limit.over(), limit.bytes(), limit.rate(), limit.seconds(), burst);
        }
        if (syntax instanceof StatementSyntax.QuotaStatement quota) {
            return new Quota(quota.over(), quota.bytes(), quota.used());
        }
        if (syntax instanceof StatementSyntax.ConnectionLimit limit) {
            return new ConnectionLimit(limit.over(), limit.count());
        }
        throw new NftException(syntax.at(), "meter statement must be stateful");
    }
}
