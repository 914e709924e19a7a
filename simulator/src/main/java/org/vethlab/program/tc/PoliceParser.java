package org.vethlab.program.tc;

import static org.vethlab.program.Arguments.matches;

import java.util.Optional;
import java.util.OptionalLong;
import org.vethlab.net.sched.ActionSpec;
import org.vethlab.net.sched.Control;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Numbers;
import org.vethlab.program.UsageText;

/** The words of police (act_parse_police). */
final class PoliceParser {
    /** 255 cells of 8 bytes: what a rate without an MTU lets pass. */
    private static final long DEFAULT_MTU = 2040;

    private final TcContext tc;
    private final Arguments words;
    private final RateWords rates;
    private Control exceeded = Control.RECLASSIFY;
    private Control conforming = Control.PASS;
    private boolean any;

    PoliceParser(TcContext tc, Arguments words) {
        this.tc = tc;
        this.words = words;
        this.rates = new RateWords(tc, "");
    }

    /** Nothing if the words make no sense, which has been said. */
    Optional<ActionSpec.Police> parse() {
        while (words.hasNext() && take(words.peek())) {
            any = true;
        }
        if (!any) {
            return Optional.empty();
        }
        if (rates.rate == 0 && rates.mtu == 0) {
            tc.complain("'rate' or 'avrate' or 'mtu' or 'pkts_rate' MUST be specified.");
            return Optional.empty();
        }
        if (rates.rate != 0 && rates.burst == 0) {
            tc.complain("'burst' requires 'rate'.");
            return Optional.empty();
        }
        long mtu = rates.mtu == 0 ? DEFAULT_MTU : rates.mtu;
        return Optional.of(new ActionSpec.Police(rates.spec(rates.rate, rates.burst), mtu, exceeded, conforming));
    }

    private boolean take(String word) {
        if (takeRate(word)) {
            return true;
        }
        if (word.equals("conform-exceed")) {
            words.next();
            takeBoth(words.next());
            return true;
        }
        if (word.equals("help")) {
            throw new CommandException(
                    CommandException.USAGE, UsageText.of("tc-action-police").stripTrailing());
        }
        if (isUnsupported(word)) {
            throw CommandException.notSimulated("tc action police " + word);
        }
        Optional<Control> control = ActionParser.control(word);
        control.ifPresent(decided -> {
            words.next();
            exceeded = decided;
        });
        return control.isPresent();
    }

    private static boolean isUnsupported(String word) {
        return word.equals("avrate") || word.equals("peakrate") || word.equals("index") || word.startsWith("pkts_");
    }

    private boolean takeRate(String word) {
        if (matches(word, "burst") || word.equals("buffer") || word.equals("maxburst")) {
            words.next();
            rates.burst = value(rates.burst, "buffer/burst", RateWords.size(words.peek()), "buffer");
        } else if (word.equals("mtu") || word.equals("minburst")) {
            words.next();
            rates.mtu = value(rates.mtu, "mtu/minburst", RateWords.size(words.peek()), "mtu");
        } else if (word.equals("mpu")) {
            words.next();
            rates.mpu = value(rates.mpu, "mpu", Units.size(words.peek()), "mpu");
        } else if (word.equals("rate")) {
            words.next();
            rates.rate = value(rates.rate, "rate", Units.rate(words.peek()), "rate");
        } else if (matches(word, "overhead")) {
            words.next();
            rates.overhead = (int) value(0, "overhead", Numbers.unsigned(words.peek(), 16), "overhead");
        } else {
            return false;
        }
        return true;
    }

    private long value(long before, String key, OptionalLong value, String what) {
        String word = words.next();
        if (before != 0) {
            throw CommandException.duplicate(key, word);
        }
        return value.orElseThrow(() -> CommandException.wrong(word, what));
    }

    /** {@code EXCEED} or {@code EXCEED/CONFORM}. */
    private void takeBoth(String word) {
        String[] parts = word.split("/", 2);
        exceeded = decision(parts[0]);
        conforming = parts.length > 1 ? decision(parts[1]) : conforming;
    }

    private static Control decision(String word) {
        return ActionParser.control(word).orElseThrow(() -> Complaints.plain("Bad action type " + word));
    }
}
