package org.vethlab.program.ss;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.program.AddressLookup;
import org.vethlab.program.AddressLookup.Family;
import org.vethlab.program.AddressLookup.LookupException;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;
import org.vethlab.program.Services;
import org.vethlab.program.UsageText;

/** Reads ss's expressions ({@code ssfilter.y}). */
final class SsFilterParser {
    private final Deque<String> tokens;
    private final AddressLookup lookup;
    private final Services services;

    private SsFilterParser(Context context, List<String> words) {
        this.tokens = new ArrayDeque<>();
        words.forEach(word -> Arrays.stream(word.strip().split("[ \t]+"))
                .filter(token -> !token.isEmpty())
                .forEach(tokens::add));
        this.lookup = new AddressLookup(context);
        this.services = new Services(context.files());
    }

    /** @throws CommandException with ss's words */
    static Optional<SsFilter> parse(Context context, List<String> words) {
        SsFilterParser parser = new SsFilterParser(context, words);
        if (parser.tokens.isEmpty()) {
            return Optional.empty();
        }
        SsFilter filter = parser.disjunction();
        if (!parser.tokens.isEmpty()) {
            throw syntaxError();
        }
        return Optional.of(filter);
    }

    private static CommandException syntaxError() {
        return new CommandException(
                CommandException.USAGE,
                "ss: bison bellows (while parsing filter): \"syntax error!\" Sorry.\n"
                        + UsageText.of("ss").stripTrailing());
    }

    private SsFilter disjunction() {
        SsFilter left = conjunction();
        while (next("|", "||", "or")) {
            left = new SsFilter.Or(left, conjunction());
        }
        return left;
    }

    private SsFilter conjunction() {
        SsFilter left = single();
        while (!tokens.isEmpty() && !isOneOf(tokens.peek(), "|", "||", "or", ")")) {
            next("&", "&&", "and");
            left = new SsFilter.And(left, single());
        }
        return left;
    }

    private SsFilter single() {
        if (next("!", "not")) {
            return new SsFilter.Not(single());
        }
        if (next("(")) {
            SsFilter inner = disjunction();
            if (!next(")")) {
                throw syntaxError();
            }
            return inner;
        }
        String word = take();
        return switch (word) {
            case "src", "dst" -> host(word.equals("dst"));
            case "sport", "dport" -> port(word.equals("dport"));
            case "dev" -> device();
            case "fwmark", "cgroup", "autobound" -> throw CommandException.notSimulated("ss " + word);
            default -> {
                parseHost(false, word);
                throw syntaxError();
            }
        };
    }

    private SsFilter device() {
        boolean not = next("!=", "ne", "neq");
        if (!not) {
            next("=", "==", "eq");
        }
        SsFilter device = new SsFilter.OnDevice(take());
        return not ? new SsFilter.Not(device) : device;
    }

    private SsFilter host(boolean destination) {
        next("=", "==", "eq");
        return parseHost(destination, take());
    }

    private SsFilter port(boolean destination) {
        String operator = isOneOf(
                        tokens.isEmpty() ? "" : tokens.peek(),
                        "=",
                        "==",
                        "eq",
                        "!=",
                        "ne",
                        "neq",
                        ">",
                        "gt",
                        "<",
                        "lt",
                        ">=",
                        "ge",
                        "geq",
                        "<=",
                        "le",
                        "leq")
                ? take()
                : "=";
        OptionalInt port = parsePort(take().replaceFirst("^:", ""));
        int number = port.orElse(-1);
        SsFilter same = new SsFilter.Host(destination, Ipv4Address.ANY, 0, port);
        return switch (operator) {
            case "!=", "ne", "neq" -> new SsFilter.Not(same);
            case ">=", "ge", "geq" -> new SsFilter.AtLeast(destination, number);
            case "<=", "le", "leq" -> new SsFilter.AtMost(destination, number);
            case ">", "gt" -> new SsFilter.Not(new SsFilter.AtMost(destination, number));
            case "<", "lt" -> new SsFilter.Not(new SsFilter.AtLeast(destination, number));
            default -> same;
        };
    }

    /**
     * {@code ADDRESS/LENGTH:PORT}, {@code [ADDRESS]:PORT}, {@code :PORT}, {@code *:PORT}. Surprising: of an IPv6 address
     * without brackets the last group is taken for a port.
     */
    private SsFilter parseHost(boolean destination, String word) {
        String text = word.replaceFirst("^inet6?:", "");
        int slash = Math.max(0, text.indexOf('/'));
        int bracket = text.startsWith("[") ? text.indexOf(']') : -1;
        int colon = bracket > 0 ? text.indexOf(':', bracket) : text.lastIndexOf(':');
        boolean hasPort = colon >= slash;
        String host = hasPort ? text.substring(0, colon) : text;
        OptionalInt port = hasPort ? parsePort(text.substring(colon + 1)) : OptionalInt.empty();
        if (host.isEmpty() || host.startsWith("*")) {
            return new SsFilter.Host(destination, Ipv4Address.ANY, 0, port);
        }
        String bare = host.replaceAll("[\\[\\]]", "");
        int length = bare.indexOf('/');
        IpAddress address = address(host, length < 0 ? bare : bare.substring(0, length));
        int bits = length < 0 ? address.length() : prefix(host, bare.substring(length + 1), address.length());
        return new SsFilter.Host(destination, address, bits, port);
    }

    private IpAddress address(String word, String text) {
        try {
            return lookup.find(text, Family.ANY, false).get(0).address();
        } catch (LookupException e) {
            throw noPrefix(word);
        }
    }

    private static int prefix(String word, String digits, int most) {
        if (!digits.matches("[0-9]{1,3}") || Integer.parseInt(digits) > most) {
            throw noPrefix(word);
        }
        return Integer.parseInt(digits);
    }

    private static CommandException noPrefix(String word) {
        return new CommandException(
                1, "Error: an inet prefix is expected rather than \"" + word + "\".\nCannot parse dst/src address.");
    }

    private OptionalInt parsePort(String word) {
        if (word.isEmpty() || word.startsWith("*")) {
            return OptionalInt.empty();
        }
        if (word.matches("[0-9]{1,9}")) {
            return OptionalInt.of(Integer.parseInt(word));
        }
        OptionalInt named = services.port(word, "tcp");
        OptionalInt found = named.isPresent() ? named : services.port(word, "udp");
        if (found.isEmpty()) {
            throw new CommandException(
                    1, "Error: \"" + word + "\" does not look like a port.\nCannot parse dst/src address.");
        }
        return found;
    }

    private String take() {
        if (tokens.isEmpty()) {
            throw syntaxError();
        }
        return tokens.pop();
    }

    private boolean next(String... words) {
        boolean found = !tokens.isEmpty() && isOneOf(tokens.peek(), words);
        if (found) {
            tokens.pop();
        }
        return found;
    }

    private static boolean isOneOf(String word, String... words) {
        return Arrays.asList(words).contains(word);
    }
}
