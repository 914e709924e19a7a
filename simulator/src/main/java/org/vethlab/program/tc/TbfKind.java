package org.vethlab.program.tc;

import java.util.Optional;
import org.vethlab.net.sched.QdiscOptions;
import org.vethlab.net.sched.RateSpec;
import org.vethlab.program.Arguments;

/** tbf: a token bucket. */
final class TbfKind implements QdiscKind {
    @Override
    public String name() {
        return "tbf";
    }

    @Override
    public Optional<QdiscOptions> parse(Arguments words, TcContext tc, String device) {
        return Optional.of(new TbfParser(words, new RateWords(tc, device)).parse());
    }

    @Override
    public void print(QdiscOptions options, TcContext tc, Fields fields) {
        if (!(options instanceof QdiscOptions.TokenBucket bucket)) {
            return;
        }
        boolean details = tc.options().details;
        RateSpec rate = bucket.rate();
        fields.rate("rate", "rate ", rate.rate(), " ");
        long burst = Units.transmitBytes(rate.rate(), rate.burst());
        if (details) {
            fields.out().field("burst", "burst %s ", Units.showSize(burst) + "/1");
            fields.size("mpu", "mpu ", rate.mpu(), " ");
        } else {
            fields.size("burst", "burst ", burst, " ");
        }
        if (tc.options().raw) {
            fields.out().field("burst_raw", "[%s] ", hex(rate.burst()));
        }
        bucket.peak().ifPresent(peak -> printPeak(peak, details, fields));
        printLatency(bucket, tc.options().raw, fields);
        if (rate.overhead() > 0) {
            fields.out().field("overhead", "overhead %s ", rate.overhead());
        }
        if (rate.atm() || details) {
            fields.out().field("linklayer", "linklayer %s ", rate.atm() ? "atm" : "ethernet");
        }
    }

    private static void printPeak(RateSpec peak, boolean details, Fields fields) {
        fields.out().text("peakrate " + Units.showRate(peak.rate(), false) + " ");
        long mtu = Units.transmitBytes(peak.rate(), peak.burst());
        if (details) {
            fields.out().field("mtu", "mtu %s ", Units.showSize(mtu) + "/1");
            fields.size("mpu", "mpu ", peak.mpu(), " ");
        } else {
            fields.size("minburst", "minburst ", mtu, " ");
        }
    }

    /** How long the last packet that finds room waits; a limit so small that nothing waits is shown as it is. */
    private static void printLatency(QdiscOptions.TokenBucket bucket, boolean raw, Fields fields) {
        double latency = wait(bucket.limit(), bucket.rate());
        if (bucket.peak().isPresent()) {
            latency = Math.max(latency, wait(bucket.limit(), bucket.peak().get()));
        }
        if (latency >= 0) {
            fields.both("lat", "lat " + Units.showTime((long) latency) + " ", (long) latency);
        }
        if (raw || latency < 0) {
            fields.size("limit", "limit ", bucket.limit(), " ");
        }
    }

    private static String hex(long value) {
        String digits = Long.toHexString(value);
        return "0".repeat(8 - digits.length()) + digits;
    }

    private static double wait(long limit, RateSpec rate) {
        return 1e6 * ((double) limit / rate.rate()) - Units.microseconds(rate.burst());
    }
}
