package org.vethlab.program.iptables.extension;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.filter.xt.MultiportMatch;
import org.vethlab.net.filter.xt.Range;
import org.vethlab.program.iptables.Failure;

/** {@code -m multiport}. */
final class MultiportExtension extends Extension<MultiportMatch> {
    private static final int MOST = 15;

    MultiportExtension() {
        super(
                "multiport",
                MultiportMatch.class,
                Flag.invertible("source-ports"),
                Flag.invertible("sports"),
                Flag.invertible("destination-ports"),
                Flag.invertible("dports"),
                Flag.invertible("ports"));
    }

    @Override
    public MultiportMatch build(Given given) {
        if (!List.of(6, 17, 33, 132, 136).contains(given.protocol())) {
            throw Failure.parameter("multiport needs `-p tcp', `-p udp', `-p udplite', `-p sctp' or `-p dccp'");
        }
        if (given.isEmpty()) {
            throw Failure.parameter("multiport expection an option");
        }
        Given.Use use = given.uses().get(0);
        MultiportMatch.Which which = switch (use.flag().name()) {
            case "source-ports", "sports" -> MultiportMatch.Which.SOURCE;
            case "destination-ports", "dports" -> MultiportMatch.Which.DESTINATION;
            default -> MultiportMatch.Which.EITHER;
        };
        return new MultiportMatch(which, ports(use.value(), given), use.inverted());
    }

    private static List<Range> ports(String words, Given given) {
        List<Range> ports = new ArrayList<>();
        int count = 0;
        for (String word : words.split(",", -1)) {
            Range range = PortWords.parse(word, false, given, given.protocol());
            ports.add(range);
            count += range.isSingle() ? 1 : 2;
        }
        if (count > MOST) {
            throw Failure.parameter("too many ports specified");
        }
        return ports;
    }

    private static String word(MultiportMatch match) {
        return switch (match.which()) {
            case SOURCE -> "sports";
            case DESTINATION -> "dports";
            case EITHER -> "ports";
        };
    }

    @Override
    protected String listed(MultiportMatch match, ListStyle style) {
        List<String> texts = new ArrayList<>();
        for (Range range : match.ports()) {
            String first = PortWords.name(range.first(), 6, style);
            texts.add(range.isSingle() ? first : first + ":" + PortWords.name(range.last(), 6, style));
        }
        return " multiport " + word(match) + " " + (match.inverted() ? " !" : "") + String.join(",", texts);
    }

    @Override
    protected String saved(MultiportMatch match) {
        return (match.inverted() ? " !" : "") + " --" + word(match) + " " + list(match, ":", ",");
    }

    private static String list(MultiportMatch match, String between, String comma) {
        return String.join(
                comma,
                match.ports().stream()
                        .map(range -> PortWords.text(range, between))
                        .toList());
    }

    @Override
    protected Optional<String> translated(MultiportMatch match) {
        String not = match.inverted() ? "!= " : "";
        String set = list(match, "-", ", ");
        boolean several = match.ports().size() > 1;
        String ports = several ? "{ " + set + " }" : set;
        return switch (match.which()) {
            case SOURCE -> Optional.of("tcp sport " + not + ports);
            case DESTINATION -> Optional.of("tcp dport " + not + ports);
            case EITHER ->
                Optional.of("tcp sport . tcp dport " + not + "{ 0-65535 . " + set + ", " + set + " . 0-65535 }");
        };
    }
}
