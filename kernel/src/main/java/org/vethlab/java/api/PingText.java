package org.vethlab.java.api;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vethlab.lab.LabException;

/** Reads what ping (iputils) prints. */
final class PingText {
    private static final Pattern REPLY = Pattern.compile(
            "\\d+ bytes from (?<from>.+?): icmp_seq=(?<sequence>\\d+) ttl=(?<ttl>\\d+)(?: time=(?<time>[\\d.]+)"
                    + " ms)?(?<rest>.*)");

    private static final Pattern STATISTICS =
            Pattern.compile("(?m)^(?<sent>\\d+) packets transmitted, (?<received>\\d+) received,");

    /** The kernel had no way to send: a finding, not a mistake of who typed. */
    private static final Pattern NO_WAY = Pattern.compile("(?m)^ping: (?:connect|sendmsg|sendto): (?<why>.*)$");

    private PingText() {}

    /** @throws LabException if ping did not understand what it was asked */
    static PingResult read(String address, CommandResult ping) {
        String text = ping.output() + ping.errors();
        Matcher statistics = STATISTICS.matcher(text);
        if (!statistics.find()) {
            if (NO_WAY.matcher(text).find()) {
                return new PingResult(address, 0, 0, replies(address, text), errors(text), text);
            }
            ping.orThrow();
            throw new LabException(ping.place() + ": " + ping.script() + " printed no statistics");
        }
        return new PingResult(
                address,
                Integer.parseInt(statistics.group("sent")),
                Integer.parseInt(statistics.group("received")),
                replies(address, text),
                errors(text),
                text);
    }

    private static RowList<PingReply> replies(String address, String text) {
        List<PingReply> replies = new ArrayList<>();
        text.lines().map(REPLY::matcher).filter(Matcher::find).forEach(line -> replies.add(reply(line)));
        return new RowList<>("Answers of " + address, replies);
    }

    private static PingReply reply(Matcher line) {
        String time = line.group("time");
        return new PingReply(
                line.group("from"),
                Integer.parseInt(line.group("sequence")),
                Integer.parseInt(line.group("ttl")),
                time == null ? 0 : Double.parseDouble(time),
                line.group("rest").contains("(DUP!)"));
    }

    private static List<String> errors(String text) {
        return text.lines()
                .filter(line -> line.startsWith("From ") || line.startsWith("ping: "))
                .toList();
    }
}
