package org.vethlab.program.tcpdump;

import java.util.List;
import java.util.Optional;
import org.vethlab.program.CommandException;
import org.vethlab.program.GetOpt;
import org.vethlab.program.UsageText;

/** The command line of tcpdump 4.99. */
final class TcpdumpOptions {
    /** What --version says. */
    static final String VERSION =
            "tcpdump version 4.99.3\nlibpcap version 1.10.3 (with TPACKET_V3)\nOpenSSL 3.0.19 27 Jan 2026\n";

    static final int MAXIMUM_SNAPSHOT = 262144;

    private static final String LETTERS = "aAbB:c:C:dDeE:fF:G:hHi:Ij:JKlLm:M:nNOpqQ:r:s:StT:uUvV:w:W:xXy:Yz:Z:#";
    private static final List<String> LONG = List.of(
            "buffer-size=B",
            "list-interfaces=D",
            "help=h",
            "interface=i",
            "monitor-mode=I",
            "time-stamp-type=j",
            "list-time-stamp-types=J",
            "micro",
            "nano",
            "dont-verify-checksums=K",
            "list-data-link-types=L",
            "no-optimize=O",
            "no-promiscuous-mode=p",
            "direction=Q",
            "snapshot-length=s",
            "absolute-tcp-sequence-numbers=S",
            "packet-buffered=U",
            "linktype=y",
            "immediate-mode",
            "relinquish-privileges=Z",
            "count",
            "number=#",
            "print",
            "version",
            "time-stamp-precision:");

    /** Which packets -Q lets through. */
    enum Direction {
        IN,
        OUT,
        BOTH
    }

    private final GetOpt.Result words;
    private final long count;
    private final int snapshotLength;
    private final Direction direction;

    private TcpdumpOptions(GetOpt.Result words) {
        this.words = words;
        this.count = words.last("c").map(TcpdumpOptions::count).orElse(Long.MAX_VALUE);
        this.snapshotLength =
                words.last("s").map(TcpdumpOptions::snapshotLength).orElse(MAXIMUM_SNAPSHOT);
        this.direction = words.last("Q").map(TcpdumpOptions::direction).orElse(Direction.BOTH);
    }

    static TcpdumpOptions parse(List<String> arguments) {
        String usage = VERSION + UsageText.of("tcpdump").stripTrailing();
        return new TcpdumpOptions(new GetOpt("tcpdump", LETTERS, LONG)
                .failing(1, usage)
                .parse(arguments.stream()
                        .map(word -> word.equals("--snapshot-length") ? "-s" : word)
                        .toList()));
    }

    private static long count(String text) {
        if (!text.matches("[0-9]{1,9}") || Long.parseLong(text) == 0) {
            throw new CommandException(1, "tcpdump: invalid packet count " + text);
        }
        return Long.parseLong(text);
    }

    /** 0 stands for the most. */
    private static int snapshotLength(String text) {
        if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) > MAXIMUM_SNAPSHOT) {
            throw new CommandException(1, "tcpdump: invalid snaplen " + text + " (must be >= 0 and <= 262144)");
        }
        return Integer.parseInt(text) == 0 ? MAXIMUM_SNAPSHOT : Integer.parseInt(text);
    }

    private static Direction direction(String text) {
        return switch (text.toLowerCase(java.util.Locale.ROOT)) {
            case "in" -> Direction.IN;
            case "out" -> Direction.OUT;
            case "inout" -> Direction.BOTH;
            default -> throw new CommandException(1, "tcpdump: unknown capture direction `" + text + "'");
        };
    }

    boolean has(String option) {
        return words.has(option);
    }

    Optional<String> value(String option) {
        return words.last(option);
    }

    int times(String option) {
        return (int)
                words.options().stream().filter(one -> one.key().equals(option)).count();
    }

    /** The words of the filter expression, as typed. */
    List<String> expression() {
        return words.operands();
    }

    /** After how many packets to end. */
    long count() {
        return count;
    }

    int snapshotLength() {
        return snapshotLength;
    }

    Direction direction() {
        return direction;
    }

    Optional<String> device() {
        return words.last("i");
    }

    Optional<String> readFile() {
        return words.last("r");
    }

    Optional<String> writeFile() {
        return words.last("w");
    }

    boolean prints() {
        return writeFile().isEmpty() || has("print");
    }

    boolean nanoseconds() {
        return has("nano")
                || words.last("time-stamp-precision").filter("nano"::equals).isPresent();
    }

    Printout.Style style() {
        return new Printout.Style(times("v"), has("e"), has("q"), has("S"), has("K"));
    }
}
