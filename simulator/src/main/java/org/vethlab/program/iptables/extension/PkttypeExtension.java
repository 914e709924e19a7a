package org.vethlab.program.iptables.extension;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vethlab.net.filter.xt.PkttypeMatch;
import org.vethlab.net.link.PacketType;
import org.vethlab.program.iptables.Failure;

/** {@code -m pkttype}. */
final class PkttypeExtension extends Extension<PkttypeMatch> {
    private static final Map<String, PacketType> TYPES = Map.of(
            "unicast", PacketType.HOST,
            "host", PacketType.HOST,
            "broadcast", PacketType.BROADCAST,
            "bcast", PacketType.BROADCAST,
            "multicast", PacketType.MULTICAST,
            "mcast", PacketType.MULTICAST);

    PkttypeExtension() {
        super("pkttype", PkttypeMatch.class, Flag.invertible("pkt-type"));
    }

    @Override
    public PkttypeMatch build(Given given) {
        Given.Use use = given.required("pkt-type");
        return Optional.ofNullable(TYPES.get(use.value().toLowerCase(Locale.ROOT)))
                .map(type -> new PkttypeMatch(type, use.inverted()))
                .orElseThrow(() -> Failure.parameter("Bad packet type '" + use.value() + "'"));
    }

    private static String name(PkttypeMatch match) {
        return match.type() == PacketType.HOST ? "unicast" : match.type().name().toLowerCase(Locale.ROOT);
    }

    @Override
    protected String listed(PkttypeMatch match, ListStyle style) {
        return " PKTTYPE " + (match.inverted() ? "!= " : "= ") + name(match);
    }

    @Override
    protected String saved(PkttypeMatch match) {
        return (match.inverted() ? " !" : "") + " --pkt-type " + name(match);
    }

    @Override
    protected Optional<String> translated(PkttypeMatch match) {
        return Optional.of("pkttype " + (match.inverted() ? "!= " : "") + name(match));
    }
}
