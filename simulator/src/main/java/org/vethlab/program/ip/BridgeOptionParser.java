package org.vethlab.program.ip;

import static org.vethlab.program.Arguments.matches;

import java.util.Optional;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.UsageText;
import org.vethlab.program.ip.IpOptions.Family;

/** Reads the options of {@code bridge}. */
final class BridgeOptionParser {
    private BridgeOptionParser() {}

    /** Takes the options and leaves the words from the object on. */
    static IpOptions parse(Arguments words) {
        IpOptions options = new IpOptions();
        while (words.hasNext() && words.peek().startsWith("-") && !options.version) {
            String word = words.next();
            if (word.equals("--")) {
                break;
            }
            String option = word.startsWith("--") ? word.substring(1) : word;
            if (!takeSwitch(options, option) && !takeValue(options, option, words)) {
                throw new CommandException(
                        CommandException.USAGE, "Option \"" + option + "\" is unknown, try \"bridge help\".");
            }
        }
        options.colored &= !options.json;
        return options;
    }

    private static boolean takeSwitch(IpOptions options, String option) {
        if (matches(option, "-help")) {
            throw usage();
        } else if (matches(option, "-Version")) {
            options.version = true;
        } else if (matches(option, "-stats") || matches(option, "-statistics")) {
            options.statistics++;
        } else if (matches(option, "-details")) {
            options.details++;
        } else if (matches(option, "-oneline")) {
            options.oneline = true;
        } else if (matches(option, "-timestamp")) {
            options.timestamp = true;
        } else {
            return false;
        }
        return true;
    }

    private static boolean takeValue(IpOptions options, String option, Arguments words) {
        if (matches(option, "-family")) {
            options.family = family(words);
        } else if (option.equals("-4")) {
            options.family = Family.INET;
        } else if (option.equals("-6")) {
            options.family = Family.INET6;
        } else if (matches(option, "-netns")) {
            options.namespace = Optional.of(words.hasNext() ? words.next() : "(null)");
        } else if (matches(option, "-color") || option.startsWith("-color=")) {
            options.colored = !option.endsWith("=never") && !option.endsWith("=auto");
        } else if (matches(option, "-compressvlans")) {
            options.compressVlans = true;
        } else if (matches(option, "-force")) {
            options.force = true;
        } else if (matches(option, "-json")) {
            options.json = true;
        } else if (matches(option, "-pretty")) {
            options.pretty = true;
        } else if (matches(option, "-batch")) {
            options.batchFile = Optional.of(batchFile(words));
        } else {
            return false;
        }
        return true;
    }

    private static String batchFile(Arguments words) {
        if (!words.hasNext()) {
            throw usage();
        }
        return words.next();
    }

    private static Family family(Arguments words) {
        if (!words.hasNext() || words.peek().equals("help")) {
            throw usage();
        }
        String word = words.next();
        return switch (word) {
            case "inet" -> Family.INET;
            case "inet6" -> Family.INET6;
            default -> throw CommandException.wrong(word, "invalid protocol family");
        };
    }

    private static CommandException usage() {
        return new CommandException(
                CommandException.USAGE, UsageText.of("bridge").stripTrailing());
    }
}
