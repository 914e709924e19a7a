package org.vethlab.program.iptables.extension;

import java.util.Locale;
import java.util.Optional;
import org.vethlab.net.filter.xt.NatTarget;

/** {@code -j DNAT} and {@code -j SNAT}. */
final class AddressNatExtension extends Extension<NatTarget> {
    private final String option;

    AddressNatExtension(String name, String option) {
        super(
                name,
                NatTarget.class,
                Flag.value(option),
                Flag.bare("random"),
                Flag.bare("random-fully"),
                Flag.bare("persistent"));
        this.option = option;
    }

    @Override
    public NatTarget build(Given given) {
        return new NatTarget(name(), NatWords.range(given.required(option).value(), given));
    }

    @Override
    protected String listed(NatTarget target, ListStyle style) {
        return " to:" + NatWords.text(target.range()) + NatWords.flags(target.range(), " ");
    }

    @Override
    protected String saved(NatTarget target) {
        return " --" + option + " " + NatWords.text(target.range()) + NatWords.flags(target.range(), " --");
    }

    @Override
    protected Optional<String> translated(NatTarget target) {
        return Optional.of(name().toLowerCase(Locale.ROOT) + " to " + NatWords.text(target.range())
                + NatWords.nftFlags(target.range()));
    }
}
