package org.vethlab.program.tc;

import static org.vethlab.program.Arguments.matches;

import java.util.OptionalLong;
import org.vethlab.net.sched.ClassOptions;
import org.vethlab.program.Arguments;
import org.vethlab.program.Numbers;

/** The words of an htb class (htb_parse_class_opt). */
final class HtbClassParser {
    private static final int DEFAULT_MTU = 1600;

    /** The bursts that make up for a timer of low resolution: as much as is sent in a nanosecond, which is next to nothing. */
    private static final long TIMER_RESOLUTION = 1_000_000_000L;

    private final Arguments words;
    private final RateWords rates;
    private long ceil;
    private long ceilBurst;
    private long priority;
    private long quantum;

    HtbClassParser(Arguments words, RateWords rates) {
        this.words = words;
        this.rates = rates;
        rates.mtu = DEFAULT_MTU;
    }

    ClassOptions.Htb parse() {
        while (words.hasNext()) {
            String word = words.next();
            if (!takeNumber(word) && !takeBurst(word) && !takeRate(word)) {
                throw word.equals("help") ? Complaints.usage("qdisc-htb") : Complaints.unknown(word, "qdisc-htb");
            }
        }
        if (rates.rate == 0) {
            throw Complaints.plain("\"rate\" is required.");
        }
        long ceiling = ceil == 0 ? rates.rate : ceil;
        long burst = rates.burst == 0 ? rates.rate / TIMER_RESOLUTION + rates.mtu : rates.burst;
        long borrowed = ceilBurst == 0 ? ceiling / TIMER_RESOLUTION + rates.mtu : ceilBurst;
        return new ClassOptions.Htb(
                rates.spec(rates.rate, burst),
                rates.spec(ceiling, borrowed),
                (int) priority,
                quantum,
                0,
                ClassOptions.HtbCounters.ZERO);
    }

    private boolean takeNumber(String word) {
        if (matches(word, "prio")) {
            priority = HtbKind.number(words.next(), "prio");
        } else if (matches(word, "mtu")) {
            rates.mtu = HtbKind.number(words.next(), "mtu");
        } else if (matches(word, "mpu")) {
            rates.mpu = small("mpu");
        } else if (matches(word, "overhead")) {
            rates.overhead = (int) small("overhead");
        } else if (matches(word, "linklayer")) {
            rates.atm = RateWords.linklayer(words.next(), HtbKind.illegal("linklayer"));
        } else if (matches(word, "quantum")) {
            quantum = HtbKind.number(words.next(), "quantum");
        } else {
            return false;
        }
        return true;
    }

    private long small(String what) {
        OptionalLong number = Numbers.unsigned(words.next(), 16);
        return number.orElseThrow(() -> HtbKind.illegal(what));
    }

    private boolean takeBurst(String word) {
        if (matches(word, "burst") || word.equals("buffer") || word.equals("maxburst")) {
            rates.burst = size(word);
        } else if (matches(word, "cburst") || word.equals("cbuffer") || word.equals("cmaxburst")) {
            ceilBurst = size(word);
        } else {
            return false;
        }
        return true;
    }

    private long size(String what) {
        return RateWords.size(words.next()).orElseThrow(() -> HtbKind.illegal(what));
    }

    private boolean takeRate(String word) {
        switch (word) {
            case "ceil" -> ceil = rate("ceil", ceil);
            case "rate" -> rates.rate = rate("rate", rates.rate);
            default -> {
                return false;
            }
        }
        return true;
    }

    private long rate(String what, long before) {
        String word = words.next();
        if (before != 0) {
            throw Complaints.plain("Double \"" + what + "\" spec");
        }
        return rates.rate(word).orElseThrow(() -> HtbKind.illegal(what));
    }
}
