package org.vethlab.program.iptables;

import java.util.Optional;
import org.vethlab.net.filter.Statement;
import org.vethlab.net.filter.xt.AddressTest;
import org.vethlab.net.filter.xt.IpHeaderMatch;
import org.vethlab.net.filter.xt.XtMatch;
import org.vethlab.net.filter.xt.XtTarget;
import org.vethlab.program.iptables.extension.Extension;
import org.vethlab.program.iptables.extension.Extensions;
import org.vethlab.program.iptables.extension.ListStyle;

/** Rules in words: as options ({@code -S}), as a line of a list ({@code -L}), or of one just made ({@code -v}). */
final class RuleText {
    private final Variant variant;
    private final ListStyle style;

    RuleText(Variant variant, ListStyle style) {
        this.variant = variant;
        this.style = style;
    }

    /** The options that would make the rule again. */
    String options(RuleSpec rule, boolean withCounters) {
        StringBuilder text = new StringBuilder();
        IpHeaderMatch header = rule.header();
        header.source().ifPresent(test -> option(text, test.inverted(), "-s", saved(test)));
        header.destination().ifPresent(test -> option(text, test.inverted(), "-d", saved(test)));
        header.input().ifPresent(test -> option(text, test.inverted(), "-i", test.toString()));
        header.output().ifPresent(test -> option(text, test.inverted(), "-o", test.toString()));
        if (header.protocol() != 0) {
            option(text, header.protocolInverted(), "-p", style.names().protocolName(header.protocol()));
        }
        header.fragment().ifPresent(only -> text.append(only ? " -f" : " ! -f"));
        for (XtMatch match : rule.matches()) {
            text.append(" -m ")
                    .append(match.extension())
                    .append(extension(match).map(e -> e.save(match)).orElse(""));
        }
        if (withCounters) {
            text.append(" -c ")
                    .append(rule.counter().packets())
                    .append(' ')
                    .append(rule.counter().bytes());
        }
        if (!rule.targetName().isEmpty()) {
            text.append(rule.isGoto() ? " -g " : " -j ").append(rule.targetName());
        }
        rule.target()
                .ifPresent(target ->
                        text.append(extension(target).map(e -> e.save(target)).orElse("")));
        return text.toString();
    }

    private static void option(StringBuilder text, boolean inverted, String name, String value) {
        text.append(inverted ? " ! " : " ").append(name).append(' ').append(value);
    }

    private static String saved(AddressTest test) {
        return test.address() + "/"
                + AddressParser.prefixLength(test.mask())
                        .map(String::valueOf)
                        .orElse(test.mask().toString());
    }

    private Optional<Extension<? extends XtMatch>> extension(XtMatch match) {
        return Extensions.match(match.extension(), variant);
    }

    private Optional<Extension<? extends XtTarget>> extension(XtTarget target) {
        return Extensions.target(target.extension(), variant);
    }

    /** What stands behind the counters in a list. */
    String line(RuleSpec rule, boolean withDevices) {
        IpHeaderMatch header = rule.header();
        StringBuilder text = new StringBuilder();
        text.append(String.format("%-9s ", listedTarget(rule)));
        text.append(header.protocolInverted() ? '!' : ' ');
        String protocol = style.numeric()
                ? Integer.toString(header.protocol())
                : style.names().protocolName(header.protocol());
        text.append(String.format("%-4s ", protocol));
        text.append(fragment(header)).append(' ');
        if (withDevices) {
            text.append(String.format(" %-6s %-6s ", device(header, true), device(header, false)));
        }
        text.append(address(header.source())).append(address(header.destination()));
        text.append(rule.isGoto() ? "[goto] " : "");
        extensions(rule, text);
        return text.toString();
    }

    /** The older name shows only as an option. */
    private static String listedTarget(RuleSpec rule) {
        return rule.targetName().equals("NOTRACK") ? "CT" : rule.targetName();
    }

    private void extensions(RuleSpec rule, StringBuilder text) {
        rule.matches()
                .forEach(match ->
                        text.append(extension(match).map(e -> list(e, match)).orElse("")));
        rule.target()
                .ifPresent(target ->
                        text.append(extension(target).map(e -> list(e, target)).orElse("")));
    }

    private String list(Extension<?> extension, Statement statement) {
        return extension.list(statement, style);
    }

    private String fragment(IpHeaderMatch header) {
        return header.fragment().map(only -> only ? "-f" : "!f").orElse("--");
    }

    private String device(IpHeaderMatch header, boolean input) {
        String any = style.numeric() ? "*" : "any";
        return (input ? header.input() : header.output())
                .map(test -> (test.inverted() ? "!" : "") + test)
                .orElse(any);
    }

    private String address(Optional<AddressTest> test) {
        boolean inverted = test.map(AddressTest::inverted).orElse(false);
        String any = !style.numeric() ? "anywhere" : variant.isIpv6() ? "::/0" : "0.0.0.0/0";
        return (inverted ? "!" : " ")
                + String.format("%-19s ", test.map(this::address).orElse(any));
    }

    /** A host needs no mask. */
    private String address(AddressTest test) {
        String name =
                style.numeric() ? test.address().toString() : style.names().addressName(test.address());
        int width = variant.isIpv6() ? 128 : 32;
        return AddressParser.prefixLength(test.mask())
                .map(length -> length == width ? name : name + "/" + length)
                .orElse(name + "/" + test.mask());
    }

    /** What {@code -v} says of a rule that is added, found or deleted. */
    String verbose(RuleSpec rule) {
        IpHeaderMatch header = rule.header();
        StringBuilder text = new StringBuilder(rule.targetName());
        text.append("  ").append(header.protocolInverted() ? "!" : "");
        text.append(style.names().protocolName(header.protocol()));
        text.append(" opt ").append(fragment(header));
        text.append(" in ").append(device(header, true)).append(" out ").append(device(header, false));
        text.append(" ")
                .append(plain(header.source()))
                .append("  ->")
                .append(plain(header.destination()))
                .append("  ");
        extensions(rule, text);
        return text.toString();
    }

    private String plain(Optional<AddressTest> test) {
        boolean inverted = test.map(AddressTest::inverted).orElse(false);
        return (inverted ? "!" : " ") + test.map(this::address).orElse(variant.isIpv6() ? "::/0" : "0.0.0.0/0");
    }
}
