package org.vethlab.program.iptables.extension;

import java.util.Optional;
import org.vethlab.net.filter.xt.MarkTarget;
import org.vethlab.program.iptables.Failure;

/** {@code -j MARK}. */
final class MarkTargetExtension extends Extension<MarkTarget> {
    MarkTargetExtension() {
        super(
                "MARK",
                MarkTarget.class,
                Flag.value("set-xmark"),
                Flag.value("set-mark"),
                Flag.value("and-mark"),
                Flag.value("or-mark"),
                Flag.value("xor-mark"));
    }

    @Override
    public MarkTarget build(Given given) {
        if (given.isEmpty()) {
            throw Failure.parameter("MARK: One of the --set-xmark, --{and,or,xor,set}-mark options is required");
        }
        Given.Use use = given.uses().get(0);
        int[] value = given.masked(use);
        return switch (use.flag().name()) {
            case "set-xmark" -> new MarkTarget(value[0], value[1]);
            case "set-mark" -> new MarkTarget(value[0], value[1] | value[0]);
            case "and-mark" -> new MarkTarget(0, ~value[0]);
            case "or-mark" -> new MarkTarget(value[0], value[0]);
            default -> new MarkTarget(value[0], 0);
        };
    }

    @Override
    protected String listed(MarkTarget target, ListStyle style) {
        return " MARK " + MarkWords.listed(target.value(), target.mask());
    }

    @Override
    protected String saved(MarkTarget target) {
        return " --set-xmark " + Hex.of(target.value()) + "/" + Hex.of(target.mask());
    }

    @Override
    protected Optional<String> translated(MarkTarget target) {
        String value = Hex.of(target.value());
        if (target.mask() == -1) {
            return Optional.of("meta mark set " + value);
        }
        if (target.mask() == 0) {
            return Optional.of("meta mark set mark xor " + value);
        }
        if (target.value() == target.mask()) {
            return Optional.of("meta mark set mark or " + value);
        }
        String cleared = "meta mark set mark and " + Hex.of(~target.mask());
        return Optional.of(target.value() == 0 ? cleared : cleared + " xor " + value);
    }
}
