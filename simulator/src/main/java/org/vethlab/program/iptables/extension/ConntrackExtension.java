package org.vethlab.program.iptables.extension;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vethlab.net.filter.xt.ConntrackMatch;
import org.vethlab.net.filter.xt.ConntrackMatch.EndTest;
import org.vethlab.net.filter.xt.ConntrackMatch.PortTest;
import org.vethlab.net.filter.xt.ConntrackMatch.StatusTest;
import org.vethlab.program.iptables.AddressParser;
import org.vethlab.program.iptables.Failure;

/** {@code -m conntrack}. */
final class ConntrackExtension extends Extension<ConntrackMatch> {
    private static final List<String> ADDRESSES = List.of("ctorigsrc", "ctorigdst", "ctreplsrc", "ctrepldst");
    private static final List<String> PORTS =
            List.of("ctorigsrcport", "ctorigdstport", "ctreplsrcport", "ctrepldstport");

    ConntrackExtension() {
        super(
                "conntrack",
                ConntrackMatch.class,
                Flag.invertible("ctstate"),
                Flag.invertible("ctproto"),
                Flag.invertible("ctorigsrc"),
                Flag.invertible("ctorigdst"),
                Flag.invertible("ctreplsrc"),
                Flag.invertible("ctrepldst"),
                Flag.invertible("ctorigsrcport"),
                Flag.invertible("ctorigdstport"),
                Flag.invertible("ctreplsrcport"),
                Flag.invertible("ctrepldstport"),
                Flag.invertible("ctstatus"),
                Flag.invertible("ctexpire"),
                Flag.value("ctdir"));
    }

    @Override
    public ConntrackMatch build(Given given) {
        if (given.isEmpty()) {
            throw Failure.parameter("conntrack: At least one option is required");
        }
        List<EndTest> ends = new ArrayList<>();
        for (String name : ADDRESSES) {
            given.use(name)
                    .map(use -> AddressParser.parseHost(use.value(), use.inverted(), given.variant(), given.names()))
                    .ifPresent(test -> ends.add(new EndTest(name.contains("repl"), name.endsWith("dst"), test)));
        }
        List<PortTest> ports = new ArrayList<>();
        for (String name : PORTS) {
            given.use(name)
                    .map(use -> PortWords.parse(use.value(), use.inverted(), given, given.protocol()))
                    .ifPresent(range -> ports.add(new PortTest(name.contains("repl"), name.contains("dst"), range)));
        }
        int protocol = given.value("ctproto").map(given.names()::protocol).orElse(0);
        return new ConntrackMatch(
                name(),
                given.value("ctstate")
                        .map(words -> ConntrackWords.states(words, "ctstate"))
                        .orElse(Set.of()),
                given.isInverted("ctstate"),
                protocol,
                given.isInverted("ctproto"),
                ends,
                ports,
                given.use("ctstatus").map(use -> new StatusTest(ConntrackWords.statuses(use.value()), use.inverted())),
                given.use("ctexpire").map(use -> ConntrackWords.seconds(use.value(), use.inverted())),
                given.value("ctdir").map(ConntrackExtension::isReply));
    }

    private static boolean isReply(String word) {
        if (word.equalsIgnoreCase("REPLY")) {
            return true;
        }
        if (!word.equalsIgnoreCase("ORIGINAL")) {
            throw Failure.parameter("conntrack: Bad value for \"--ctdir\" option: \"" + word + "\"");
        }
        return false;
    }

    @Override
    protected String listed(ConntrackMatch match, ListStyle style) {
        return ConntrackWords.text(match, "");
    }

    @Override
    protected String saved(ConntrackMatch match) {
        return ConntrackWords.text(match, "--");
    }

    @Override
    protected Optional<String> translated(ConntrackMatch match) {
        return ConntrackWords.translate(match);
    }
}
