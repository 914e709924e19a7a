package org.vethlab.program.text;

import java.util.List;
import java.util.Optional;

/** What {@link OptionTable} found: the options in the order in which they were given, and the operands. */
record Options(List<Given> given, List<String> operands) {
    /** An option, by its letter (or long name if it has no letter), with its argument. */
    public record Given(String option, Optional<String> value) {}

    public Options {
        given = List.copyOf(given);
        operands = List.copyOf(operands);
    }

    public boolean has(String option) {
        return given.stream().anyMatch(g -> g.option.equals(option));
    }

    /** The argument of an option; the last one wins. */
    public Optional<String> value(String option) {
        Optional<String> last = Optional.empty();
        for (Given one : given) {
            last = one.option.equals(option) ? one.value : last;
        }
        return last;
    }

    /** Which of these options was given last: of several that exclude each other it wins. */
    public Optional<String> last(String... options) {
        Optional<String> last = Optional.empty();
        for (Given one : given) {
            if (List.of(options).contains(one.option)) {
                last = Optional.of(one.option);
            }
        }
        return last;
    }
}
