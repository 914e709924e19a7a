package org.vethlab.program.iptables.extension;

import java.util.Optional;
import org.vethlab.net.filter.xt.TosMatch;
import org.vethlab.program.iptables.Failure;

/** {@code -m dscp}. */
final class DscpExtension extends Extension<TosMatch> {
    private static final int MOST = 63;

    DscpExtension() {
        super("dscp", TosMatch.class, Flag.invertible("dscp"), Flag.invertible("dscp-class"));
    }

    @Override
    public TosMatch build(Given given) {
        Given.Use use = given.use("dscp")
                .or(() -> given.use("dscp-class"))
                .orElseThrow(() -> Failure.parameter("DSCP match: Parameter --dscp is required"));
        int value = use.flag().name().equals("dscp") ? (int) given.number(use, 0, MOST) : DscpNames.dscp(use.value());
        return new TosMatch(name(), value, MOST, use.inverted());
    }

    @Override
    protected String listed(TosMatch match, ListStyle style) {
        return " DSCP match " + (match.inverted() ? "!" : "") + String.format("0x%02x", match.value());
    }

    @Override
    protected String saved(TosMatch match) {
        return (match.inverted() ? " !" : "") + String.format(" --dscp 0x%02x", match.value());
    }

    @Override
    protected Optional<String> translated(TosMatch match) {
        return Optional.of("ip dscp " + (match.inverted() ? "!= " : "") + String.format("0x%02x", match.value()));
    }
}
