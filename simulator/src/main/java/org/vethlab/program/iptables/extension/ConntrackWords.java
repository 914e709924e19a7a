package org.vethlab.program.iptables.extension;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.filter.xt.AddressTest;
import org.vethlab.net.filter.xt.ConntrackMatch;
import org.vethlab.net.filter.xt.ConntrackMatch.CtState;
import org.vethlab.net.filter.xt.ConntrackMatch.CtStatus;
import org.vethlab.net.filter.xt.ConntrackMatch.EndTest;
import org.vethlab.net.filter.xt.ConntrackMatch.PortTest;
import org.vethlab.net.filter.xt.Range;
import org.vethlab.program.Numbers;
import org.vethlab.program.iptables.AddressParser;
import org.vethlab.program.iptables.Failure;

/** What the tests of connections have in words. */
final class ConntrackWords {
    private ConntrackWords() {}

    static Set<CtState> states(String words, String option) {
        Set<CtState> states = EnumSet.noneOf(CtState.class);
        for (String word : words.split(",", -1)) {
            states.add(state(word, option));
        }
        return states;
    }

    private static CtState state(String word, String option) {
        for (CtState state : CtState.values()) {
            boolean translation = state == CtState.SNAT || state == CtState.DNAT;
            if (state.name().equalsIgnoreCase(word) && (option.equals("ctstate") || !translation)) {
                return state;
            }
        }
        throw Failure.parameter("Bad " + option + " \"" + word + "\"");
    }

    static Set<CtStatus> statuses(String words) {
        Set<CtStatus> statuses = EnumSet.noneOf(CtStatus.class);
        for (String word : words.split(",", -1)) {
            Optional<CtStatus> status = List.of(CtStatus.values()).stream()
                    .filter(one -> one.name().equalsIgnoreCase(word))
                    .findFirst();
            if (status.isEmpty() && !word.equalsIgnoreCase("NONE")) {
                throw Failure.parameter("Bad ctstatus \"" + word + "\"");
            }
            status.ifPresent(statuses::add);
        }
        return statuses;
    }

    static Range seconds(String word, boolean inverted) {
        String[] halves = word.split(":", 2);
        int first = number(halves[0]);
        return new Range(first, halves.length > 1 ? number(halves[1]) : first, inverted);
    }

    private static int number(String word) {
        return (int) Numbers.unsigned(word, 31)
                .orElseThrow(() -> Failure.parameter("conntrack: bad value for option \"--ctexpire\" near \"" + word
                        + "\", or out of range (0-4294967295).\n"));
    }

    static String join(Set<? extends Enum<?>> names) {
        return names.isEmpty()
                ? "NONE"
                : String.join(",", names.stream().map(Enum::name).toList());
    }

    /** All tests, each word with a prefix: as {@code -L} shows them, or as options. */
    static String text(ConntrackMatch match, String prefix) {
        StringBuilder text = new StringBuilder();
        if (!match.states().isEmpty()) {
            append(text, match.statesInverted(), prefix + "ctstate", join(match.states()));
        }
        if (match.protocol() != 0) {
            append(text, match.protocolInverted(), prefix + "ctproto", Integer.toString(match.protocol()));
        }
        match.ends().forEach(end -> append(text, end.address().inverted(), prefix + name(end), address(end)));
        match.status().ifPresent(test -> append(text, test.inverted(), prefix + "ctstatus", join(test.statuses())));
        match.expires()
                .ifPresent(range -> append(text, range.inverted(), prefix + "ctexpire", PortWords.text(range, ":")));
        for (PortTest port : match.ports()) {
            String name = (port.ofReply() ? "ctrepl" : "ctorig") + (port.ofDestination() ? "dstport" : "srcport");
            append(text, port.ports().inverted(), prefix + name, PortWords.text(port.ports(), ":"));
        }
        match.reply().ifPresent(reply -> append(text, false, prefix + "ctdir", reply ? "REPLY" : "ORIGINAL"));
        return text.toString();
    }

    private static String name(EndTest end) {
        return (end.ofReply() ? "ctrepl" : "ctorig") + (end.ofDestination() ? "dst" : "src");
    }

    private static String address(EndTest end) {
        AddressTest test = end.address();
        int width = test.address() instanceof Ipv4Address ? 32 : 128;
        return AddressParser.prefixLength(test.mask())
                .map(length -> length == width ? test.address().toString() : test.address() + "/" + length)
                .orElse(test.address() + "/" + test.mask());
    }

    private static void append(StringBuilder text, boolean inverted, String name, String value) {
        text.append(inverted ? " ! " : " ").append(name).append(' ').append(value);
    }

    static Optional<String> translate(ConntrackMatch match) {
        List<String> parts = new ArrayList<>();
        match.reply().ifPresent(reply -> parts.add("ct direction " + (reply ? "reply" : "original")));
        if (match.protocol() != 0) {
            String direction = match.reply().orElse(false) ? "reply" : "original";
            parts.add("ct " + direction + " protocol " + (match.protocolInverted() ? "!= " : "") + match.protocol());
        }
        if (!match.states().isEmpty()) {
            parts.add(states(match));
        }
        match.status()
                .ifPresent(test -> parts.add("ct status " + (test.inverted() ? "! " : "")
                        + join(test.statuses())
                                .replace("SEEN_REPLY", "seen-reply")
                                .toLowerCase(Locale.ROOT)));
        for (EndTest end : match.ends()) {
            parts.add("ct " + (end.ofReply() ? "reply" : "original") + (end.ofDestination() ? " daddr " : " saddr ")
                    + (end.address().inverted() ? "!= " : "") + address(end));
        }
        match.expires().ifPresent(range -> parts.add("ct expiration " + PortWords.text(range, "-")));
        return Optional.of(String.join(" ", parts));
    }

    /** What NAT did is a status to nft. */
    private static String states(ConntrackMatch match) {
        String not = match.statesInverted() ? "! " : "";
        if (match.states().contains(CtState.SNAT)) {
            return "ct status " + not + "snat";
        }
        if (match.states().contains(CtState.DNAT)) {
            return "ct status " + not + "dnat";
        }
        List<String> names = new ArrayList<>();
        for (CtState state :
                List.of(CtState.INVALID, CtState.NEW, CtState.RELATED, CtState.ESTABLISHED, CtState.UNTRACKED)) {
            if (match.states().contains(state)) {
                names.add(state.name().toLowerCase(Locale.ROOT));
            }
        }
        return "ct state " + not + String.join(",", names);
    }
}
