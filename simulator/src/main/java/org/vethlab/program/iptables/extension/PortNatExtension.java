package org.vethlab.program.iptables.extension;

import java.util.Locale;
import java.util.Optional;
import org.vethlab.net.filter.conntrack.NatRange.Ports;
import org.vethlab.net.filter.xt.NatTarget;

/** {@code -j MASQUERADE} and {@code -j REDIRECT}: the address is this host's own. */
final class PortNatExtension extends Extension<NatTarget> {
    private final String label;

    PortNatExtension(String name, String label) {
        super(name, NatTarget.class, Flag.value("to-ports"), Flag.bare("random"), Flag.bare("random-fully"));
        this.label = label;
    }

    @Override
    public NatTarget build(Given given) {
        Optional<Ports> ports = given.value("to-ports").map(word -> NatWords.ports(word, given));
        return new NatTarget(name(), NatWords.with(given, Optional.empty(), Optional.empty(), ports));
    }

    @Override
    protected String listed(NatTarget target, ListStyle style) {
        String ports = target.range()
                .ports()
                .map(given -> label + NatWords.text(given))
                .orElse("");
        return ports + NatWords.flags(target.range(), " ");
    }

    @Override
    protected String saved(NatTarget target) {
        String ports = target.range()
                .ports()
                .map(given -> " --to-ports " + NatWords.text(given))
                .orElse("");
        return ports + NatWords.flags(target.range(), " --");
    }

    @Override
    protected Optional<String> translated(NatTarget target) {
        String ports = target.range()
                .ports()
                .map(given -> " to :" + NatWords.text(given))
                .orElse("");
        return Optional.of(name().toLowerCase(Locale.ROOT) + ports + NatWords.nftFlags(target.range()));
    }
}
