package org.vethlab.program.iptables.extension;

import java.util.Optional;
import org.vethlab.net.filter.xt.TosMatch;

/** {@code -m tos}. */
final class TosExtension extends Extension<TosMatch> {
    TosExtension() {
        super("tos", TosMatch.class, Flag.invertible("tos"));
    }

    @Override
    public TosMatch build(Given given) {
        Given.Use use = given.required("tos");
        Optional<Integer> named = DscpNames.service(use.value());
        if (named.isPresent()) {
            return new TosMatch(name(), named.get(), 0x3f, use.inverted());
        }
        int[] value = given.masked(use);
        return new TosMatch(name(), value[0] & 0xff, value[1] & 0xff, use.inverted());
    }

    @Override
    protected String listed(TosMatch match, ListStyle style) {
        Optional<String> named =
                match.mask() == 0x3f && !style.numeric() ? DscpNames.serviceName(match.value()) : Optional.empty();
        return " tos match" + (match.inverted() ? " !" : "")
                + named.orElse(String.format("0x%02x/0x%02x", match.value(), match.mask()));
    }

    @Override
    protected String saved(TosMatch match) {
        return (match.inverted() ? " !" : "") + String.format(" --tos 0x%02x/0x%02x", match.value(), match.mask());
    }
}
