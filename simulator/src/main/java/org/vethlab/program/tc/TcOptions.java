package org.vethlab.program.tc;

import static org.vethlab.program.Arguments.matches;

import java.util.Optional;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.UsageText;

/** The options before the object; any beginning of a name will do, and the first name in iproute2's order wins. */
final class TcOptions {
    private final Arguments words;
    int statistics;
    boolean details;
    boolean raw;
    boolean pretty;
    boolean graph;
    boolean iec;
    boolean force;
    boolean json;
    boolean oneline;
    boolean version;
    boolean help;
    Optional<String> batchFile = Optional.empty();
    Optional<String> namespace = Optional.empty();

    private TcOptions(Arguments words) {
        this.words = words;
    }

    /** Takes the options and leaves the words from the object on. */
    static TcOptions parse(Arguments words) {
        TcOptions options = new TcOptions(words);
        while (words.hasNext() && words.peek().startsWith("-") && !options.version && !options.help) {
            options.take(words.next());
        }
        return options;
    }

    private void take(String option) {
        if (!takeShown(option) && !takeOther(option) && !takeIgnored(option)) {
            throw new CommandException(
                    CommandException.USAGE, "Option \"" + option + "\" is unknown, try \"tc -help\".");
        }
    }

    private boolean takeShown(String option) {
        if (matches(option, "-stats") || matches(option, "-statistics")) {
            statistics++;
        } else if (matches(option, "-details")) {
            details = true;
        } else if (matches(option, "-raw")) {
            raw = true;
        } else if (matches(option, "-pretty")) {
            pretty = true;
        } else if (matches(option, "-graph")) {
            graph = true;
        } else if (matches(option, "-Version")) {
            version = true;
        } else if (matches(option, "-iec")) {
            iec = true;
        } else {
            return false;
        }
        return true;
    }

    private boolean takeOther(String option) {
        if (matches(option, "-help")) {
            help = true;
        } else if (matches(option, "-force")) {
            force = true;
        } else if (matches(option, "-batch")) {
            if (!words.hasNext()) {
                throw new CommandException(
                        CommandException.USAGE, UsageText.of("tc").stripTrailing());
            }
            batchFile = Optional.of(words.next());
        } else if (matches(option, "-netns")) {
            namespace = Optional.of(words.hasNext() ? words.next() : "(null)");
        } else {
            return false;
        }
        return true;
    }

    private boolean takeIgnored(String option) {
        if (matches(option, "-Numeric") || matches(option, "-names") || option.equals("-nm")) {
            return true;
        }
        if (matches(option, "-cf") || matches(option, "-conf")) {
            words.next();
        } else if (matches(option, "-json")) {
            json = true;
        } else if (matches(option, "-oneline")) {
            oneline = true;
        } else {
            return matches(option, "-color")
                    || matches(option, "-timestamp")
                    || matches(option, "-tshort")
                    || matches(option, "-brief");
        }
        return true;
    }
}
