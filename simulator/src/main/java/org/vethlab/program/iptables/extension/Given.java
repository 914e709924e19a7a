package org.vethlab.program.iptables.extension;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.program.CommandException;
import org.vethlab.program.Numbers;
import org.vethlab.program.iptables.Failure;
import org.vethlab.program.iptables.Names;
import org.vethlab.program.iptables.Variant;

/** The options that were given to one extension, and what it must know of the rest of the rule. */
public final class Given {
    private final String extension;
    private final Variant variant;
    private final Names names;
    private final List<Use> uses = new ArrayList<>();
    private int protocol;
    private boolean protocolInverted;

    public Given(String extension, Variant variant, Names names) {
        this.extension = extension;
        this.variant = variant;
        this.names = names;
    }

    /** An option as it was given. */
    public record Use(Flag flag, boolean inverted, List<String> values) {
        public String value() {
            return values.get(0);
        }
    }

    /** @throws CommandException for an option that may not be inverted, or is given twice */
    public void add(Use use) {
        if (use.inverted() && !use.flag().invertible()) {
            throw Failure.parameter(extension + ": option \"--" + use.flag().name() + "\" cannot be inverted.\n");
        }
        if (use.flag().once() && has(use.flag().name())) {
            throw Failure.parameter(extension + ": option \"--" + use.flag().name() + "\" can only be used once.\n");
        }
        uses.add(use);
    }

    public void protocol(int number, boolean inverted) {
        protocol = number;
        protocolInverted = inverted;
    }

    /** The protocol that the rule is for; 0 for any. */
    public int protocol() {
        return protocolInverted ? 0 : protocol;
    }

    public boolean isFor(int number) {
        return protocol() == number;
    }

    public Variant variant() {
        return variant;
    }

    public boolean isIpv6() {
        return variant.isIpv6();
    }

    public Names names() {
        return names;
    }

    public List<Use> uses() {
        return uses;
    }

    public boolean isEmpty() {
        return uses.isEmpty();
    }

    public boolean has(String name) {
        return use(name).isPresent();
    }

    public Optional<Use> use(String name) {
        return uses.stream().filter(use -> use.flag().name().equals(name)).findFirst();
    }

    public Optional<String> value(String name) {
        return use(name).map(Use::value);
    }

    public boolean isInverted(String name) {
        return use(name).map(Use::inverted).orElse(false);
    }

    /** @throws CommandException if the option is missing */
    public Use required(String name) {
        return use(name)
                .orElseThrow(() -> Failure.parameter(extension + ": option \"--" + name + "\" must be specified\n"));
    }

    /** A number in a range. @throws CommandException for anything else */
    public long number(Use use, long least, long most) {
        long value = Numbers.unsigned(use.value(), 62).orElse(-1);
        if (value < least || value > most) {
            throw Failure.parameter(extension + ": bad value for option \"--"
                    + use.flag().name() + "\", or out of range (" + least + "-" + most + ").\n");
        }
        return value;
    }

    /** A value and a mask: {@code 5}, {@code 0x10/0xff}; both 32 bits wide. */
    public int[] masked(Use use) {
        String[] halves = use.value().split("/", 2);
        return new int[] {word(use, halves[0]), halves.length > 1 ? word(use, halves[1]) : -1};
    }

    private int word(Use use, String text) {
        long value = Numbers.unsigned(text, 62).orElse(-1);
        if (value < 0 || value > 0xffff_ffffL) {
            throw Failure.parameter(extension + ": bad integer value for option \"--"
                    + use.flag().name() + "\", or out of range.\n");
        }
        return (int) value;
    }
}
