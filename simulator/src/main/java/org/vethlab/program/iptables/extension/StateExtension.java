package org.vethlab.program.iptables.extension;

import java.util.List;
import java.util.Optional;
import org.vethlab.net.filter.xt.ConntrackMatch;

/** {@code -m state}: the older name of {@code -m conntrack --ctstate}. */
final class StateExtension extends Extension<ConntrackMatch> {
    StateExtension() {
        super("state", ConntrackMatch.class, Flag.invertible("state"));
    }

    @Override
    public ConntrackMatch build(Given given) {
        Given.Use use = given.required("state");
        return new ConntrackMatch(
                name(),
                ConntrackWords.states(use.value(), "state"),
                use.inverted(),
                0,
                false,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    protected String listed(ConntrackMatch match, ListStyle style) {
        return (match.statesInverted() ? " !" : "") + " state " + ConntrackWords.join(match.states());
    }

    @Override
    protected String saved(ConntrackMatch match) {
        return (match.statesInverted() ? " !" : "") + " --state " + ConntrackWords.join(match.states());
    }

    @Override
    protected Optional<String> translated(ConntrackMatch match) {
        return ConntrackWords.translate(match);
    }
}
