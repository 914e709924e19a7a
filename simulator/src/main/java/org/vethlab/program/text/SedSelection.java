package org.vethlab.program.text;

import java.util.Optional;

/** The addresses of one command, and whether a range is open now. */
final class SedSelection {
    /** What the addresses are compared with. */
    interface Lines {
        long number();

        boolean isLast();

        boolean matches(Optional<PosixRegex> regex);
    }

    static final SedSelection ALL = new SedSelection(Optional.empty(), Optional.empty(), false);

    private final Optional<SedAddress> first;
    private final Optional<SedAddress> second;
    private final boolean negated;
    private boolean open;
    private long end;

    SedSelection(Optional<SedAddress> first, Optional<SedAddress> second, boolean negated) {
        this.first = first;
        this.second = second;
        this.negated = negated;
        this.open = isZero(first);
    }

    /** 0,/regex/: the range is open before the first line, so that its end may match there. */
    private static boolean isZero(Optional<SedAddress> address) {
        return address.equals(Optional.of(new SedAddress.Line(0)));
    }

    boolean isRange() {
        return second.isPresent();
    }

    boolean isNegated() {
        return negated;
    }

    /** Whether a range goes on behind the line that was selected last. */
    boolean isOpen() {
        return open;
    }

    boolean selects(Lines lines) {
        if (first.isEmpty()) {
            return !negated;
        }
        boolean selected = second.isEmpty() ? hits(first.get(), lines) : inRange(second.get(), lines);
        return selected != negated;
    }

    private boolean inRange(SedAddress last, Lines lines) {
        if (!open) {
            if (!hits(first.orElseThrow(), lines)) {
                return false;
            }
            open = opens(last, lines);
            return true;
        }
        if (last instanceof SedAddress.Regex regex) {
            open = !lines.matches(regex.regex());
            return true;
        }
        if (last instanceof SedAddress.Last) {
            open = !lines.isLast();
            return true;
        }
        open = lines.number() < end;
        return lines.number() <= end;
    }

    /** Whether the range goes on behind its first line. */
    private boolean opens(SedAddress last, Lines lines) {
        if (last instanceof SedAddress.Regex) {
            return true;
        }
        if (last instanceof SedAddress.Last) {
            return !lines.isLast();
        }
        long number = lines.number();
        end = number;
        if (last instanceof SedAddress.Line line) {
            end = line.number();
        } else if (last instanceof SedAddress.Plus plus) {
            end = number + plus.lines();
        } else if (last instanceof SedAddress.Multiple multiple && multiple.of() > 0) {
            end = (number + multiple.of() - 1) / multiple.of() * multiple.of();
        }
        return end > number;
    }

    private static boolean hits(SedAddress address, Lines lines) {
        if (address instanceof SedAddress.Line line) {
            return line.number() == lines.number();
        }
        if (address instanceof SedAddress.Step step) {
            return step.step() <= 0
                    ? lines.number() == step.first()
                    : lines.number() >= step.first() && (lines.number() - step.first()) % step.step() == 0;
        }
        if (address instanceof SedAddress.Regex regex) {
            return lines.matches(regex.regex());
        }
        return address instanceof SedAddress.Last && lines.isLast();
    }
}
