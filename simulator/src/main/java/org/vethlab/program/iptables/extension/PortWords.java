package org.vethlab.program.iptables.extension;

import org.vethlab.net.filter.xt.PortMatch;
import org.vethlab.net.filter.xt.Range;
import org.vethlab.program.iptables.Failure;

/** Ports and ranges of ports in words. */
final class PortWords {
    static final int MOST = 65535;

    private PortWords() {}

    /** {@code 80}, {@code 80:90}, {@code :90}, {@code 80:}, by number or name. */
    static Range parse(String word, boolean inverted, Given given, int protocol) {
        int colon = word.indexOf(':');
        if (colon < 0) {
            int port = given.names().port(word, protocol);
            return new Range(port, port, inverted);
        }
        String from = word.substring(0, colon);
        String to = word.substring(colon + 1);
        int first = from.isEmpty() ? 0 : given.names().port(from, protocol);
        int last = to.isEmpty() ? MOST : given.names().port(to, protocol);
        if (first > last) {
            throw Failure.parameter("invalid portrange (min > max)");
        }
        return new Range(first, last, inverted);
    }

    /** {@code dpt:22}, {@code spts:!1:1000}; empty for any port. */
    static String listed(String name, Range range, int protocol, ListStyle style) {
        if (range.equals(PortMatch.ANY)) {
            return "";
        }
        String not = range.inverted() ? "!" : "";
        return range.isSingle()
                ? " " + name + ":" + not + name(range.first(), protocol, style)
                : " " + name + "s:" + not + name(range.first(), protocol, style) + ":"
                        + name(range.last(), protocol, style);
    }

    static String name(int port, int protocol, ListStyle style) {
        return style.numeric() ? Integer.toString(port) : style.names().portName(port, protocol);
    }

    static String saved(String option, Range range) {
        if (range.equals(PortMatch.ANY)) {
            return "";
        }
        return (range.inverted() ? " ! " : " ") + option + " " + text(range, ":");
    }

    static String translated(String field, Range range) {
        return range.equals(PortMatch.ANY) ? "" : field + " " + (range.inverted() ? "!= " : "") + text(range, "-");
    }

    static String text(Range range, String between) {
        return range.isSingle() ? Integer.toString(range.first()) : range.first() + between + range.last();
    }
}
