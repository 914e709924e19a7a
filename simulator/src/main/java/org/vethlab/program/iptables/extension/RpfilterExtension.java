package org.vethlab.program.iptables.extension;

import java.util.Optional;
import org.vethlab.net.filter.xt.RpfilterMatch;

/** {@code -m rpfilter}. */
final class RpfilterExtension extends Extension<RpfilterMatch> {
    RpfilterExtension() {
        super(
                "rpfilter",
                RpfilterMatch.class,
                Flag.bare("loose"),
                Flag.bare("validmark"),
                Flag.bare("accept-local"),
                Flag.bare("invert"));
    }

    @Override
    public RpfilterMatch build(Given given) {
        return new RpfilterMatch(
                given.has("loose"), given.has("validmark"), given.has("accept-local"), given.has("invert"));
    }

    @Override
    protected String listed(RpfilterMatch match, ListStyle style) {
        return " rpfilter" + words(match, " ");
    }

    @Override
    protected String saved(RpfilterMatch match) {
        return words(match, " --");
    }

    private static String words(RpfilterMatch match, String prefix) {
        return (match.loose() ? prefix + "loose" : "")
                + (match.validMark() ? prefix + "validmark" : "")
                + (match.acceptLocal() ? prefix + "accept-local" : "")
                + (match.inverted() ? prefix + "invert" : "");
    }

    @Override
    protected Optional<String> translated(RpfilterMatch match) {
        if (match.acceptLocal()) {
            return Optional.empty();
        }
        return Optional.of("fib saddr" + (match.validMark() ? " . mark" : "") + (match.loose() ? "" : " . iif")
                + " oif " + (match.inverted() ? "" : "!= ") + "0");
    }
}
