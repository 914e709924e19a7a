package org.vethlab.program.tc;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.vethlab.net.link.Device;
import org.vethlab.net.sched.RateSpec;
import org.vethlab.program.CommandException;

/** The words of a rate limit that tbf, htb and police have in common. */
final class RateWords {
    private static final Pattern CELL = Pattern.compile("1|2|4|8|16|32|64|128|256|512|1024|2048|4096");

    private final TcContext tc;
    private final String device;
    long rate;
    long burst;
    long mtu;
    long mpu;
    int overhead;
    boolean atm;

    RateWords(TcContext tc, String device) {
        this.tc = tc;
        this.device = device;
    }

    /** A size, perhaps with a cell behind a slash, {@code 10k/8}, which no kernel of today asks for any more. */
    static OptionalLong size(String word) {
        int slash = word.indexOf('/');
        if (slash >= 0 && !CELL.matcher(word.substring(slash + 1)).matches()) {
            return OptionalLong.empty();
        }
        return Units.size(slash < 0 ? word : word.substring(0, slash));
    }

    /** A rate, or a percentage of the device's speed. */
    OptionalLong rate(String word) {
        if (word.indexOf('%') < 0) {
            return Units.rate(word);
        }
        if (device.isEmpty()) {
            tc.complain("No device specified; specify device to rate limit by percentage");
            return OptionalLong.empty();
        }
        Optional<Device> named = tc.net().devices().byName(device);
        if (named.isEmpty()) {
            tc.complain("fopen /sys/class/net/" + device + "/speed: No such file or directory");
            return OptionalLong.empty();
        }
        if (Units.share(word).isEmpty()) {
            tc.complain("Invalid rate specified; should be between [0,100]% but is " + word);
            return OptionalLong.empty();
        }
        return OptionalLong.of(
                (long) (Units.share(word).getAsDouble() * named.get().speed() * 1e6 / 8));
    }

    static boolean linklayer(String word, CommandException otherwise) {
        if ("ethernet".startsWith(word)) {
            return false;
        }
        if ("atm".startsWith(word) || "adsl".startsWith(word)) {
            return true;
        }
        throw otherwise;
    }

    /** A rate with its burst in bytes. */
    RateSpec spec(long rate, long burst) {
        return new RateSpec(rate, Units.transmitTicks(rate, burst), burst, overhead, (int) mpu, atm);
    }
}
