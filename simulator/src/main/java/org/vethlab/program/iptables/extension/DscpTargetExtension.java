package org.vethlab.program.iptables.extension;

import java.util.Optional;
import org.vethlab.net.filter.xt.TosTarget;
import org.vethlab.program.iptables.Failure;

/** {@code -j DSCP}. */
final class DscpTargetExtension extends Extension<TosTarget> {
    private static final int MOST = 63;

    DscpTargetExtension() {
        super("DSCP", TosTarget.class, Flag.value("set-dscp"), Flag.value("set-dscp-class"));
    }

    @Override
    public TosTarget build(Given given) {
        Given.Use use = given.use("set-dscp")
                .or(() -> given.use("set-dscp-class"))
                .orElseThrow(() -> Failure.parameter("DSCP target: Parameter --set-dscp is required"));
        int value =
                use.flag().name().equals("set-dscp") ? (int) given.number(use, 0, MOST) : DscpNames.dscp(use.value());
        return new TosTarget(name(), value, MOST);
    }

    @Override
    protected String listed(TosTarget target, ListStyle style) {
        return String.format(" DSCP set 0x%02x", target.value());
    }

    @Override
    protected String saved(TosTarget target) {
        return String.format(" --set-dscp 0x%02x", target.value());
    }

    @Override
    protected Optional<String> translated(TosTarget target) {
        return Optional.of(String.format("ip dscp set 0x%02x", target.value()));
    }
}
