package org.vethlab.program.iptables.extension;

import java.util.Optional;
import org.vethlab.net.filter.xt.TcpmssTarget;
import org.vethlab.program.iptables.Failure;

/** {@code -j TCPMSS}. */
final class TcpmssTargetExtension extends Extension<TcpmssTarget> {
    private static final int TCP = 6;

    TcpmssTargetExtension() {
        super("TCPMSS", TcpmssTarget.class, Flag.value("set-mss"), Flag.bare("clamp-mss-to-pmtu"));
    }

    @Override
    public TcpmssTarget build(Given given) {
        if (given.isEmpty()) {
            throw Failure.parameter("TCPMSS target: At least one parameter is required");
        }
        if (!given.isFor(TCP)) {
            throw Failure.parameter("TCPMSS target: only valid with \"-p tcp\"");
        }
        return new TcpmssTarget(given.use("set-mss").map(use -> (int) given.number(use, 0, PortWords.MOST)));
    }

    @Override
    protected String listed(TcpmssTarget target, ListStyle style) {
        return " TCPMSS " + target.size().map(size -> "set " + size).orElse("clamp to PMTU");
    }

    @Override
    protected String saved(TcpmssTarget target) {
        return target.size().map(size -> " --set-mss " + size).orElse(" --clamp-mss-to-pmtu");
    }

    @Override
    protected Optional<String> translated(TcpmssTarget target) {
        return Optional.of("tcp option maxseg size set "
                + target.size().map(String::valueOf).orElse("rt mtu"));
    }
}
