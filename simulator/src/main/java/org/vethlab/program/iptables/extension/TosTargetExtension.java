package org.vethlab.program.iptables.extension;

import java.util.Optional;
import org.vethlab.net.filter.xt.TosTarget;
import org.vethlab.program.iptables.Failure;

/** {@code -j TOS}. */
final class TosTargetExtension extends Extension<TosTarget> {
    TosTargetExtension() {
        super(
                "TOS",
                TosTarget.class,
                Flag.value("set-tos"),
                Flag.value("and-tos"),
                Flag.value("or-tos"),
                Flag.value("xor-tos"));
    }

    @Override
    public TosTarget build(Given given) {
        if (given.isEmpty()) {
            throw Failure.parameter("TOS: An action is required");
        }
        Given.Use use = given.uses().get(0);
        Optional<Integer> named = DscpNames.service(use.value());
        if (named.isPresent()) {
            return new TosTarget(name(), named.get(), 0x3f);
        }
        int[] value = given.masked(use);
        return switch (use.flag().name()) {
            case "set-tos" -> new TosTarget(name(), value[0] & 0xff, value[1] & 0xff);
            case "and-tos" -> new TosTarget(name(), 0, ~value[0] & 0xff);
            case "or-tos" -> new TosTarget(name(), value[0], value[0]);
            default -> new TosTarget(name(), value[0], 0);
        };
    }

    @Override
    protected String listed(TosTarget target, ListStyle style) {
        return String.format(" TOS set 0x%02x/0x%02x", target.value(), target.mask());
    }

    @Override
    protected String saved(TosTarget target) {
        return String.format(" --set-tos 0x%02x/0x%02x", target.value(), target.mask());
    }

    /** Surprising: nft is told IPv6's field even in a rule for IPv4. */
    @Override
    protected Optional<String> translated(TosTarget target) {
        return Optional.of(String.format("ip6 dscp set 0x%02x", target.value() >>> 2));
    }
}
