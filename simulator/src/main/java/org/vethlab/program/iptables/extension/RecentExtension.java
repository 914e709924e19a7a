package org.vethlab.program.iptables.extension;

import java.util.List;
import java.util.Locale;
import org.vethlab.net.filter.xt.RecentMatch;
import org.vethlab.program.iptables.Failure;

/** {@code -m recent}. */
final class RecentExtension extends Extension<RecentMatch> {
    private static final List<String> ACTIONS = List.of("set", "rcheck", "update", "remove");

    RecentExtension() {
        super(
                "recent",
                RecentMatch.class,
                Flag.invertibleBare("set"),
                Flag.invertibleBare("rcheck"),
                Flag.invertibleBare("update"),
                Flag.invertibleBare("remove"),
                Flag.value("seconds"),
                Flag.value("hitcount"),
                Flag.bare("rttl"),
                Flag.bare("reap"),
                Flag.value("name"),
                Flag.bare("rsource"),
                Flag.bare("rdest"),
                Flag.value("mask"));
    }

    @Override
    public RecentMatch build(Given given) {
        List<Given.Use> actions = given.uses().stream()
                .filter(use -> ACTIONS.contains(use.flag().name()))
                .toList();
        if (actions.isEmpty()) {
            throw Failure.parameter("recent: you must specify one of `--set', `--rcheck' `--update' or `--remove'");
        }
        Given.Use action = actions.get(0);
        RecentMatch.Action what = switch (action.flag().name()) {
            case "set" -> RecentMatch.Action.SET;
            case "rcheck" -> RecentMatch.Action.CHECK;
            case "update" -> RecentMatch.Action.UPDATE;
            default -> RecentMatch.Action.REMOVE;
        };
        return new RecentMatch(
                what,
                given.names().recentList(given.value("name").orElse("DEFAULT")),
                given.use("seconds").map(use -> (int) given.number(use, 1, Integer.MAX_VALUE)),
                given.use("hitcount").map(use -> (int) given.number(use, 0, Integer.MAX_VALUE)),
                !given.has("rdest"),
                action.inverted());
    }

    private static String mask(RecentMatch match) {
        return match.list().isIpv6() ? "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff" : "255.255.255.255";
    }

    @Override
    protected String listed(RecentMatch match, ListStyle style) {
        StringBuilder text = new StringBuilder(match.inverted() ? " !" : "");
        text.append(" recent: ").append(match.action());
        match.seconds().ifPresent(seconds -> text.append(" seconds: ").append(seconds));
        match.hits().ifPresent(hits -> text.append(" hit_count: ").append(hits));
        return text.append(" name: ")
                .append(match.list().name())
                .append(match.bySource() ? " side: source" : " side: dest")
                .append(" mask: ")
                .append(mask(match))
                .toString();
    }

    @Override
    protected String saved(RecentMatch match) {
        String action = match.action() == RecentMatch.Action.CHECK
                ? "rcheck"
                : match.action().name().toLowerCase(Locale.ROOT);
        StringBuilder text = new StringBuilder(match.inverted() ? " ! --" : " --").append(action);
        match.seconds().ifPresent(seconds -> text.append(" --seconds ").append(seconds));
        match.hits().ifPresent(hits -> text.append(" --hitcount ").append(hits));
        return text.append(" --name ")
                .append(match.list().name())
                .append(" --mask ")
                .append(mask(match))
                .append(match.bySource() ? " --rsource" : " --rdest")
                .toString();
    }
}
