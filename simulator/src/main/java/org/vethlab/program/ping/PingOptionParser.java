package org.vethlab.program.ping;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.socket.SendRequest.PathMtuDiscovery;
import org.vethlab.process.Output;
import org.vethlab.program.CommandException;
import org.vethlab.program.GetOpt;
import org.vethlab.program.IputilsNumber;
import org.vethlab.program.UsageText;

/** Reads the words of a {@code ping} command. */
final class PingOptionParser {
    private static final String LETTERS = "h?4bRT:6F:N:aABc:CdDe:fi:I:l:Lm:M:nOp:qQ:rs:S:t:UvVw:W:";
    private static final long MOST_MILLISECONDS = Integer.MAX_VALUE;

    private final PingOptions options = new PingOptions();
    private final Output err;

    PingOptionParser(Output err, PingOptions.Family family) {
        this.err = err;
        options.family = family;
    }

    /** @throws CommandException as ping says it */
    PingOptions parse(List<String> words) {
        GetOpt.Result given = GetOpt.ofLetters("ping", LETTERS)
                .failing(2, PingOptionParser::usage)
                .parse(words);
        given.options().forEach(this::take);
        options.operands = given.operands().size();
        if (options.operands > 0) {
            options.target = given.operands().get(options.operands - 1);
            options.hops = given.operands().subList(0, options.operands - 1);
        }
        return options;
    }

    static String usage() {
        String text = UsageText.of("ping");
        return text.substring(0, text.length() - 1);
    }

    private void take(GetOpt.Option option) {
        char letter = option.key().charAt(0);
        if (option.value().isPresent()) {
            takeValue(letter, option.text());
        } else {
            takeFlag(letter);
        }
    }

    private void takeFlag(char letter) {
        switch (letter) {
            case '4' -> family(PingOptions.Family.INET);
            case '6' -> family(PingOptions.Family.INET6);
            case 'a' -> options.audible = true;
            case 'A' -> options.adaptive = true;
            case 'b' -> options.broadcast = true;
            case 'B' -> options.stickySource = true;
            case 'D' -> options.timestamps = true;
            case 'f' -> {
                options.flood = true;
                options.numeric = true;
            }
            case 'L' -> options.noLoop = true;
            case 'n' -> options.numeric = true;
            case 'O' -> options.outstanding = true;
            case 'q' -> options.quiet = true;
            case 'R' -> options.recordRoute = true;
            case 'U' -> options.latency = true;
            case 'v' -> options.verbose = true;
            case 'V' -> options.version = true;
            case 'C', 'd', 'r' -> {}
            default -> throw new CommandException(2, usage());
        }
    }

    private void takeValue(char letter, String text) {
        switch (letter) {
            case 'c' -> options.count = whole(text, 1, Long.MAX_VALUE);
            case 'e' -> options.identifier = OptionalInt.of((int) whole(text, 0, 0xffff));
            case 'i' -> interval(text);
            case 'F' -> options.flowLabel = flowLabel(text);
            case 'I' -> from(text);
            case 'N' -> throw CommandException.notSimulated("ping -N");
            case 'l' -> options.preload = (int) whole(text, 1, 0x10000);
            case 'm' -> options.mark = (int) whole(text, 0, 0xffff_ffffL);
            case 'M' -> options.pathMtuDiscovery = Optional.of(discovery(text));
            case 'p' -> options.pattern = pattern(text);
            case 'Q' -> options.tos = tos(text);
            case 's' -> options.size = (int) whole(text, 0, Integer.MAX_VALUE);
            case 'S' -> whole(text, 1, Integer.MAX_VALUE);
            case 't' -> options.ttl = OptionalInt.of((int) whole(text, 0, 255));
            case 'T' -> throw CommandException.notSimulated("ping -T");
            case 'w' -> options.deadline = (int) whole(text, 0, Integer.MAX_VALUE);
            case 'W' -> linger(text);
            default -> {}
        }
    }

    private void family(PingOptions.Family family) {
        if (options.family != PingOptions.Family.ANY && options.family != family) {
            throw fail("only one -4 or -6 option may be specified");
        }
        options.family = family;
    }

    private void interval(String text) {
        long milliseconds = milliseconds(text, "bad timing interval: ");
        if (milliseconds > MOST_MILLISECONDS) {
            throw fail("bad timing interval: " + text);
        }
        options.interval = (int) milliseconds;
        options.intervalGiven = true;
    }

    private void linger(String text) {
        long milliseconds = milliseconds(text, "bad linger time: ");
        if (milliseconds < 0 || milliseconds > MOST_MILLISECONDS) {
            throw fail("bad linger time: " + text);
        }
        options.linger = (int) milliseconds;
    }

    private long milliseconds(String text, String complaint) {
        if (text.isEmpty()) {
            throw fail(complaint);
        }
        IputilsNumber.Fraction fraction = IputilsNumber.fraction(text);
        if (!fraction.garbage().isEmpty() || fraction.overflows()) {
            err.println("ping: option argument contains garbage: " + fraction.garbage());
            err.println("ping: this will become fatal error in the future");
        }
        if (!Double.isFinite(fraction.number())) {
            throw fail(complaint + text + ": Numerical result out of range");
        }
        return (long) (fraction.number() * 1000);
    }

    private void from(String text) {
        if (text.indexOf(':') >= 0) {
            fromIpv6(text);
            return;
        }
        try {
            options.source = Optional.of(Ipv4Address.parse(text));
            options.stickySource = true;
        } catch (IllegalArgumentException notAnAddress) {
            options.device = Optional.of(text);
        }
    }

    /** An address, with a device behind a percent sign perhaps. */
    private void fromIpv6(String text) {
        String[] parts = text.split("%", 2);
        try {
            options.source6 = Optional.of(Ipv6Address.parse(parts[0]));
        } catch (IllegalArgumentException notAnAddress) {
            throw fail("invalid source address: " + text);
        }
        options.stickySource = true;
        if (parts.length > 1) {
            options.device = Optional.of(parts[1]);
        }
    }

    private static PathMtuDiscovery discovery(String text) {
        return switch (text) {
            case "do" -> PathMtuDiscovery.DO;
            case "dont" -> PathMtuDiscovery.DONT;
            case "want" -> PathMtuDiscovery.WANT;
            default -> throw fail("invalid -M argument: " + text);
        };
    }

    /** 20 bits, decimal or hexadecimal. */
    private static int flowLabel(String text) {
        boolean hexadecimal = text.startsWith("0x") || text.startsWith("0X");
        try {
            long label = Long.parseLong(hexadecimal ? text.substring(2) : text, hexadecimal ? 16 : 10);
            if ((label & ~0xfffffL) == 0) {
                return (int) label;
            }
        } catch (NumberFormatException e) {
            throw fail("bad value for flowinfo: " + text);
        }
        throw fail("flow value is greater than 20 bits: " + text);
    }

    private static int tos(String text) {
        boolean hexadecimal = text.startsWith("0x") || text.startsWith("0X");
        String digits = hexadecimal ? text.substring(2) : text;
        try {
            int tos = Integer.parseInt(digits, hexadecimal ? 16 : 10);
            if (tos > 255) {
                throw fail("the decimal value of TOS bits must be in range 0-255: " + tos);
            }
            return tos & 0xff;
        } catch (NumberFormatException e) {
            throw fail("bad TOS value: " + text);
        }
    }

    /** Up to sixteen bytes, two hexadecimal digits each. */
    private static byte[] pattern(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.digit(text.charAt(i), 16) < 0) {
                throw fail("patterns must be specified as hex digits: " + text.substring(i));
            }
        }
        byte[] pattern = new byte[Math.min(16, (text.length() + 1) / 2)];
        for (int i = 0; i < pattern.length; i++) {
            int end = Math.min(2 * i + 2, text.length());
            pattern[i] = (byte) Integer.parseInt(text.substring(2 * i, end), 16);
        }
        return pattern;
    }

    private static long whole(String text, long least, long most) {
        return IputilsNumber.whole("ping", text, least, most);
    }

    private static CommandException fail(String message) {
        return new CommandException(2, "ping: " + message);
    }
}
