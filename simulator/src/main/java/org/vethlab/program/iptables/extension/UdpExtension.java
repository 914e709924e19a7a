package org.vethlab.program.iptables.extension;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.filter.xt.PortMatch;
import org.vethlab.net.filter.xt.Range;
import org.vethlab.program.iptables.Failure;

/** {@code -m udp}. */
final class UdpExtension extends Extension<PortMatch> {
    private static final int PROTOCOL = 17;

    UdpExtension() {
        super(
                "udp",
                PortMatch.class,
                Flag.invertible("source-port"),
                Flag.invertible("sport"),
                Flag.invertible("destination-port"),
                Flag.invertible("dport"));
    }

    @Override
    public PortMatch build(Given given) {
        if (!given.isFor(PROTOCOL)) {
            throw Failure.parameter("UDP match requires '-p udp'");
        }
        Range source = range(given, PROTOCOL, "sport", "source-port");
        Range destination = range(given, PROTOCOL, "dport", "destination-port");
        return new PortMatch(name(), source, destination, Optional.empty(), Optional.empty());
    }

    static Range range(Given given, int protocol, String name, String longName) {
        return given.use(name)
                .or(() -> given.use(longName))
                .map(use -> PortWords.parse(use.value(), use.inverted(), given, protocol))
                .orElse(PortMatch.ANY);
    }

    @Override
    protected String listed(PortMatch match, ListStyle style) {
        return " udp"
                + PortWords.listed("spt", match.sourcePorts(), PROTOCOL, style)
                + PortWords.listed("dpt", match.destinationPorts(), PROTOCOL, style);
    }

    @Override
    protected String saved(PortMatch match) {
        return PortWords.saved("--sport", match.sourcePorts()) + PortWords.saved("--dport", match.destinationPorts());
    }

    @Override
    protected Optional<String> translated(PortMatch match) {
        List<String> parts = new ArrayList<>();
        parts.add(PortWords.translated("udp sport", match.sourcePorts()));
        parts.add(PortWords.translated("udp dport", match.destinationPorts()));
        parts.removeIf(String::isEmpty);
        return Optional.of(String.join(" ", parts));
    }
}
