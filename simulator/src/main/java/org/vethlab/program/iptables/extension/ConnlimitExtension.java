package org.vethlab.program.iptables.extension;

import org.vethlab.net.filter.xt.ConnlimitMatch;
import org.vethlab.program.iptables.Failure;

/** {@code -m connlimit}. */
final class ConnlimitExtension extends Extension<ConnlimitMatch> {
    ConnlimitExtension() {
        super(
                "connlimit",
                ConnlimitMatch.class,
                Flag.value("connlimit-upto"),
                Flag.invertible("connlimit-above"),
                Flag.value("connlimit-mask"),
                Flag.bare("connlimit-saddr"),
                Flag.bare("connlimit-daddr"));
    }

    @Override
    public ConnlimitMatch build(Given given) {
        Given.Use use = given.use("connlimit-above")
                .or(() -> given.use("connlimit-upto"))
                .orElseThrow(
                        () -> Failure.parameter("You must specify \"--connlimit-above\" or \"--connlimit-upto\"."));
        int width = given.isIpv6() ? 128 : 32;
        int mask = given.use("connlimit-mask")
                .map(word -> (int) given.number(word, 0, width))
                .orElse(width);
        boolean upTo = use.flag().name().equals("connlimit-upto");
        int limit = (int) given.number(use, 0, Integer.MAX_VALUE);
        return new ConnlimitMatch(limit, upTo != use.inverted(), mask, given.has("connlimit-daddr"));
    }

    @Override
    protected String listed(ConnlimitMatch match, ListStyle style) {
        return " #conn " + (match.byDestination() ? "dst" : "src") + "/" + match.mask()
                + (match.inverted() ? " <= " : " > ") + match.limit();
    }

    @Override
    protected String saved(ConnlimitMatch match) {
        return (match.inverted() ? " --connlimit-upto " : " --connlimit-above ") + match.limit() + " --connlimit-mask "
                + match.mask() + (match.byDestination() ? " --connlimit-daddr" : " --connlimit-saddr");
    }
}
