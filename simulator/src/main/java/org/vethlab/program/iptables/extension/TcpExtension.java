package org.vethlab.program.iptables.extension;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vethlab.net.filter.xt.PortMatch;
import org.vethlab.net.filter.xt.PortMatch.FlagTest;
import org.vethlab.net.filter.xt.PortMatch.OptionTest;
import org.vethlab.net.filter.xt.Range;
import org.vethlab.program.iptables.Failure;

/** {@code -m tcp}. */
final class TcpExtension extends Extension<PortMatch> {
    private static final int PROTOCOL = 6;

    TcpExtension() {
        super(
                "tcp",
                PortMatch.class,
                Flag.invertible("source-port"),
                Flag.invertible("sport"),
                Flag.invertible("destination-port"),
                Flag.invertible("dport"),
                new Flag("syn", 0, true, false),
                new Flag("tcp-flags", 2, true, false),
                Flag.invertible("tcp-option"));
    }

    @Override
    public PortMatch build(Given given) {
        if (!given.isFor(PROTOCOL)) {
            throw Failure.parameter("TCP match requires '-p tcp'");
        }
        Range source = UdpExtension.range(given, PROTOCOL, "sport", "source-port");
        Range destination = UdpExtension.range(given, PROTOCOL, "dport", "destination-port");
        Optional<OptionTest> option =
                given.use("tcp-option").map(use -> new OptionTest((int) given.number(use, 1, 255), use.inverted()));
        return new PortMatch(name(), source, destination, flags(given), option);
    }

    private static Optional<FlagTest> flags(Given given) {
        List<Given.Use> uses = given.uses().stream()
                .filter(use ->
                        use.flag().name().equals("syn") || use.flag().name().equals("tcp-flags"))
                .toList();
        if (uses.size() > 1) {
            throw Failure.parameter("Only one of `--syn' or `--tcp-flags'  allowed");
        }
        return uses.stream().findFirst().map(use -> {
            boolean syn = use.flag().name().equals("syn");
            int mask = syn ? 0x17 : TcpFlagWords.parse(use.value());
            int set = syn ? 0x02 : TcpFlagWords.parse(use.values().get(1));
            return new FlagTest(mask, set, use.inverted());
        });
    }

    @Override
    protected String listed(PortMatch match, ListStyle style) {
        StringBuilder text = new StringBuilder(" tcp");
        text.append(PortWords.listed("spt", match.sourcePorts(), PROTOCOL, style));
        text.append(PortWords.listed("dpt", match.destinationPorts(), PROTOCOL, style));
        match.option()
                .ifPresent(test -> text.append(" option=")
                        .append(test.inverted() ? "!" : "")
                        .append(test.kind()));
        match.flags()
                .ifPresent(test -> text.append(" flags:")
                        .append(test.inverted() ? "!" : "")
                        .append(
                                style.numeric()
                                        ? String.format("0x%02X/0x%02X", test.mask(), test.set())
                                        : TcpFlagWords.text(test.mask()) + "/" + TcpFlagWords.text(test.set())));
        return text.toString();
    }

    @Override
    protected String saved(PortMatch match) {
        StringBuilder text = new StringBuilder();
        text.append(PortWords.saved("--sport", match.sourcePorts()));
        text.append(PortWords.saved("--dport", match.destinationPorts()));
        match.option()
                .ifPresent(test -> text.append(test.inverted() ? " !" : "")
                        .append(" --tcp-option ")
                        .append(test.kind()));
        match.flags()
                .ifPresent(test -> text.append(test.inverted() ? " !" : "")
                        .append(" --tcp-flags ")
                        .append(TcpFlagWords.text(test.mask()))
                        .append(' ')
                        .append(TcpFlagWords.text(test.set())));
        return text.toString();
    }

    @Override
    protected Optional<String> translated(PortMatch match) {
        List<String> parts = new ArrayList<>();
        match.flags().ifPresent(test -> parts.add(flags(test)));
        parts.add(PortWords.translated("tcp sport", match.sourcePorts()));
        parts.add(PortWords.translated("tcp dport", match.destinationPorts()));
        match.option()
                .ifPresent(test -> parts.add("tcp option " + test.kind() + (test.inverted() ? " missing" : " exists")));
        parts.removeIf(String::isEmpty);
        return Optional.of(String.join(" ", parts));
    }

    /** Of the mask {@code ALL}, nft shows only which flags are set. */
    private static String flags(FlagTest test) {
        String mask = TcpFlagWords.text(test.mask()).toLowerCase(Locale.ROOT);
        String set = TcpFlagWords.text(test.set()).toLowerCase(Locale.ROOT);
        String not = test.inverted() ? "!= " : "";
        if (test.set() == 0) {
            return test.inverted() ? "tcp flags " + mask : "tcp flags ! " + mask;
        }
        return "tcp flags " + not + set + " / " + mask;
    }
}
