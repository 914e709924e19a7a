package org.vethlab.program.tc;

import static org.vethlab.program.Arguments.matches;

import java.util.Optional;
import org.vethlab.net.link.Device;
import org.vethlab.net.sched.ActionSpec;
import org.vethlab.net.sched.Control;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;

/** {@code mirred ingress|egress mirror|redirect dev NAME} (parse_mirred). */
final class MirredParser {
    private final TcContext tc;
    private final Arguments words;

    MirredParser(TcContext tc, Arguments words) {
        this.tc = tc;
        this.words = words;
    }

    /** Nothing if the words make no sense, which has been said. */
    Optional<ActionSpec> parse() {
        words.next();
        String direction = words.next();
        if (matches(direction, "help")) {
            throw new CommandException(
                    CommandException.USAGE, Complaints.usage("action-mirred").text());
        }
        boolean egress = matches(direction, "egress");
        if (!egress && !matches(direction, "ingress")) {
            tc.complain("mirred option not supported " + direction);
            return Optional.empty();
        }
        boolean mirrors = false;
        boolean chosen = false;
        while (true) {
            String word = words.next();
            if (matches(word, "mirror") || matches(word, "redirect")) {
                if (chosen) {
                    tc.complain("Can't have both mirror and redir");
                    return Optional.empty();
                }
                mirrors = matches(word, "mirror");
                chosen = true;
            } else if (chosen && matches(word, "dev")) {
                return target(words.next(), egress, mirrors);
            }
        }
    }

    private Optional<ActionSpec> target(String name, boolean egress, boolean mirrors) {
        Optional<Device> device = tc.net().devices().byName(name);
        if (device.isEmpty()) {
            tc.complain("Cannot find device \"" + name + "\"");
            return Optional.empty();
        }
        Control control = mirrors ? ActionParser.control(words, Control.PIPE) : Control.STOLEN;
        return Optional.of(new ActionSpec.Mirred(device.get(), !egress, mirrors, control));
    }
}
