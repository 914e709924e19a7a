package org.vethlab.program.iptables.extension;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.filter.xt.IprangeMatch;
import org.vethlab.net.filter.xt.IprangeMatch.AddressRange;
import org.vethlab.program.CommandException;
import org.vethlab.program.iptables.Failure;

/** {@code -m iprange}. */
final class IprangeExtension extends Extension<IprangeMatch> {
    IprangeExtension() {
        super("iprange", IprangeMatch.class, Flag.invertible("src-range"), Flag.invertible("dst-range"));
    }

    @Override
    public IprangeMatch build(Given given) {
        if (given.isEmpty()) {
            throw Failure.parameter("iprange match: You must specify `--src-range' or `--dst-range'");
        }
        return new IprangeMatch(range(given, "src-range"), range(given, "dst-range"));
    }

    private Optional<AddressRange> range(Given given, String option) {
        return given.use(option).map(use -> {
            String[] halves = use.value().split("-", 2);
            IpAddress first = NatWords.address(halves[0], given.variant()).orElseThrow(() -> bad(option, use.value()));
            IpAddress last = halves.length < 2
                    ? first
                    : NatWords.address(halves[1], given.variant()).orElseThrow(() -> bad(option, use.value()));
            return new AddressRange(first, last, use.inverted());
        });
    }

    private static CommandException bad(String option, String word) {
        return Failure.parameter("iprange: Bad value for \"--" + option + "\" option: \"" + word + "\"");
    }

    @Override
    protected String listed(IprangeMatch match, ListStyle style) {
        return text(" source IP range ", match.source()) + text(" destination IP range ", match.destination());
    }

    private static String text(String label, Optional<AddressRange> range) {
        return range.map(given -> label + not(given.inverted()) + given.first() + "-" + given.last())
                .orElse("");
    }

    @Override
    protected String saved(IprangeMatch match) {
        return option("--src-range", match.source()) + option("--dst-range", match.destination());
    }

    private static String option(String name, Optional<AddressRange> range) {
        return range.map(given -> " " + not(given.inverted()) + name + " " + given.first() + "-" + given.last())
                .orElse("");
    }

    @Override
    protected Optional<String> translated(IprangeMatch match) {
        List<String> parts = new ArrayList<>();
        match.source().ifPresent(range -> parts.add(words("saddr", range)));
        match.destination().ifPresent(range -> parts.add(words("daddr", range)));
        return Optional.of(String.join(" ", parts));
    }

    private static String words(String field, AddressRange range) {
        String family = range.first() instanceof Ipv4Address ? "ip " : "ip6 ";
        return family + field + (range.inverted() ? " != " : " ") + range.first() + "-" + range.last();
    }
}
