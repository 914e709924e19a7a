package org.vethlab.program.ip;

import static org.vethlab.program.Arguments.matches;

import java.util.Optional;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Numbers;
import org.vethlab.program.UsageText;
import org.vethlab.program.ip.IpOptions.Family;

/** Reads the options of {@code ip}: any beginning of a name will do, and the first name in iproute2's order wins. */
final class IpOptionParser {
    private final Arguments words;
    private final IpOptions options = new IpOptions();

    private IpOptionParser(Arguments words) {
        this.words = words;
    }

    /** Takes the options and leaves the words from the object on. */
    static IpOptions parse(Arguments words) {
        IpOptionParser parser = new IpOptionParser(words);
        while (words.hasNext() && words.peek().startsWith("-")) {
            String option = words.next();
            if (option.equals("--")) {
                break;
            }
            parser.take(option.startsWith("--") ? option.substring(1) : option);
            if (parser.options.version) {
                break;
            }
        }
        parser.options.colored &= !parser.options.json;
        return parser.options;
    }

    private void take(String option) {
        if (matches(option, "-loops")) {
            value();
        } else if (matches(option, "-rcvbuf") && !matches(option, "-r")) {
            receiveBuffer(value());
        } else if (matches(option, "-family")) {
            options.family = family(value());
        } else if (!takeFamily(option) && !takeCounted(option) && !takeSwitch(option) && !takeOther(option)) {
            throw new CommandException(
                    CommandException.USAGE, "Option \"" + option + "\" is unknown, try \"ip -help\".");
        }
    }

    private boolean takeFamily(String option) {
        switch (option) {
            case "-4" -> options.family = Family.INET;
            case "-6" -> options.family = Family.INET6;
            case "-0" -> options.family = Family.LINK;
            case "-M" -> options.family = Family.MPLS;
            case "-B" -> options.family = Family.BRIDGE;
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean takeCounted(String option) {
        if (matches(option, "-human") || matches(option, "-human-readable")) {
            options.humanReadable++;
        } else if (matches(option, "-iec")) {
            options.iec = true;
        } else if (matches(option, "-stats") || matches(option, "-statistics")) {
            options.statistics++;
        } else if (matches(option, "-details")) {
            options.details++;
        } else {
            return false;
        }
        return true;
    }

    private boolean takeSwitch(String option) {
        if (matches(option, "-resolve")) {
            options.resolve = true;
        } else if (matches(option, "-oneline")) {
            options.oneline = true;
        } else if (matches(option, "-timestamp")) {
            options.timestamp = true;
        } else if (matches(option, "-tshort")) {
            options.timestamp = true;
            options.shortTimestamp = true;
        } else if (matches(option, "-Version")) {
            options.version = true;
        } else if (matches(option, "-force")) {
            options.force = true;
        } else if (matches(option, "-batch")) {
            options.batchFile = Optional.of(value());
        } else if (matches(option, "-brief")) {
            options.brief = true;
        } else if (matches(option, "-json")) {
            options.json = true;
        } else if (matches(option, "-pretty")) {
            options.pretty = true;
        } else {
            return false;
        }
        return true;
    }

    private boolean takeOther(String option) {
        if (takeColor(option)) {
            return true;
        } else if (matches(option, "-help")) {
            throw usage();
        } else if (matches(option, "-netns")) {
            options.namespace = Optional.of(words.hasNext() ? words.next() : "(null)");
        } else if (matches(option, "-Numeric")) {
            options.numeric = true;
        } else if (matches(option, "-all")) {
            options.all = true;
        } else {
            return option.equals("-echo");
        }
        return true;
    }

    /** {@code -c}, {@code -color=always}; {@code auto} is for terminals, and there is none. */
    private boolean takeColor(String option) {
        int equals = option.indexOf('=');
        String bare = equals < 0 ? option : option.substring(0, equals);
        if (!matches(bare, "-color")) {
            return false;
        }
        String when = equals < 0 ? "always" : option.substring(equals + 1);
        if (!when.equals("always") && !when.equals("auto") && !when.equals("never")) {
            return false;
        }
        options.colored = when.equals("always");
        return true;
    }

    private String value() {
        if (!words.hasNext()) {
            throw usage();
        }
        return words.next();
    }

    private static void receiveBuffer(String size) {
        if (Numbers.unsigned(size, 32).isEmpty()) {
            throw new CommandException(CommandException.USAGE, "Invalid rcvbuf size '" + size + "'");
        }
    }

    private static Family family(String word) {
        if (word.equals("help")) {
            throw usage();
        }
        return switch (word) {
            case "inet" -> Family.INET;
            case "inet6" -> Family.INET6;
            case "link" -> Family.LINK;
            case "bridge" -> Family.BRIDGE;
            case "mpls" -> Family.MPLS;
            default -> throw CommandException.wrong(word, "invalid protocol family");
        };
    }

    private static CommandException usage() {
        return new CommandException(CommandException.USAGE, UsageText.of("ip").stripTrailing());
    }
}
