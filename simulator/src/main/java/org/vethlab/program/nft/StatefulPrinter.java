package org.vethlab.program.nft;

import org.vethlab.net.filter.Counter;
import org.vethlab.net.filter.Statement;
import org.vethlab.net.filter.expression.ConnectionLimit;
import org.vethlab.net.filter.expression.Quota;
import org.vethlab.net.filter.expression.RateLimit;

/** Shows counters, limits, quotas, limits of connections. */
final class StatefulPrinter {
    private static final int KILO = 1024;
    private static final String[] DATA_UNITS = {"bytes", "kbytes", "mbytes"};
    private static final long PACKET_BURST = 5;

    private StatefulPrinter() {}

    static String print(Statement statement, PrintOptions options) {
        if (statement instanceof Counter counter) {
            return options.stateless()
                    ? "counter"
                    : "counter packets " + counter.packets() + " bytes " + counter.bytes();
        }
        if (statement instanceof RateLimit limit) {
            return "limit " + rate(limit);
        }
        if (statement instanceof Quota quota) {
            return "quota " + amount(quota, options);
        }
        ConnectionLimit limit = (ConnectionLimit) statement;
        return "ct count " + (limit.over() ? "over " : "") + limit.count();
    }

    static String rate(RateLimit limit) {
        String over = limit.over() ? "over " : "";
        if (limit.countsBytes()) {
            String burst = limit.burst() == 0 ? "" : " burst " + data(limit.burst());
            return "rate " + over + data(limit.rate()) + "/" + unit(limit.seconds()) + burst;
        }
        String burst =
                limit.burst() == PACKET_BURST || limit.burst() == 0 ? "" : " burst " + limit.burst() + " packets";
        return "rate " + over + limit.rate() + "/" + unit(limit.seconds()) + burst;
    }

    static String amount(Quota quota, PrintOptions options) {
        long counted = Math.min(quota.used(), quota.bytes());
        String used = counted == 0 || options.stateless() ? "" : " used " + data(counted);
        return (quota.over() ? "over " : "") + data(quota.bytes()) + used;
    }

    private static String data(long bytes) {
        int unit = 0;
        long count = bytes;
        while (count > 0 && unit < DATA_UNITS.length - 1 && count % KILO == 0) {
            count /= KILO;
            unit++;
        }
        return count + " " + DATA_UNITS[unit];
    }

    private static String unit(long seconds) {
        return switch ((int) seconds) {
            case 1 -> "second";
            case 60 -> "minute";
            case 3600 -> "hour";
            case 86400 -> "day";
            default -> "week";
        };
    }
}
