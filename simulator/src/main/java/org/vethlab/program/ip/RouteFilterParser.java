package org.vethlab.program.ip;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Numbers;
import org.vethlab.program.ip.IpOptions.Family;

/** Reads the SELECTOR of {@code ip route show} and {@code flush} (iproute_list_flush_or_save). */
final class RouteFilterParser {
    private final IpContext ip;
    private final RouteNames names;
    private final Arguments words;
    private final Family family;
    private final RouteFilter filter = new RouteFilter();
    private Optional<String> device = Optional.empty();
    private Optional<String> input = Optional.empty();

    RouteFilterParser(IpContext ip, RouteNames names, Arguments words) {
        this.ip = ip;
        this.names = names;
        this.words = words;
        this.family = ip.options().family();
    }

    RouteFilter parse() {
        while (words.hasNext()) {
            if (!parseSelector(words.next())) {
                words.back();
                parsePrefix();
            }
        }
        // The kernel is asked only after all words are read: errors of words come first.
        filter.input = input.map(ip::device);
        filter.device = device.map(ip::device);
        return filter;
    }

    private boolean parseSelector(String word) {
        if (Arguments.matches(word, "table")) {
            parseTable(words.next());
        } else if (Arguments.matches(word, "vrf")) {
            filter.ofVrf(VrfNames.tableOfRoute(ip, words.next()));
        } else if (Arguments.matches(word, "cached") || Arguments.matches(word, "cloned")) {
            filter.cache = true;
        } else if (word.equals("tos") || Arguments.matches(word, "dsfield")) {
            filter.tos = OptionalInt.of(require(names::serviceNumber, "TOS value is invalid\n"));
        } else if (Arguments.matches(word, "protocol")) {
            parseProtocol(words.next());
        } else if (Arguments.matches(word, "scope")) {
            parseScope(words.next());
        } else if (Arguments.matches(word, "type")) {
            filter.type = Optional.of(require(names::typeNumber, "node type value is invalid\n"));
        } else {
            return parseWay(word);
        }
        return true;
    }

    private boolean parseWay(String word) {
        if (word.equals("dev") || word.equals("oif")) {
            device = Optional.of(words.next());
        } else if (word.equals("iif")) {
            input = Optional.of(words.next());
        } else if (word.equals("mark")) {
            filter.marked = require(RouteFilterParser::number, "invalid mark value") != 0;
        } else if (isMetric(word)) {
            filter.metric = Optional.of(require(RouteFilterParser::number, "\"metric\" value is invalid\n"));
        } else if (word.equals("via")) {
            parseGateway(words.next());
        } else if (word.equals("src")) {
            filter.source = prefix();
        } else if (Arguments.matches(word, "realms")) {
            parseRealms(words.next());
        } else if (Arguments.matches(word, "from")) {
            parseFrom();
        } else {
            return false;
        }
        return true;
    }

    static boolean isMetric(String word) {
        return Arguments.matches(word, "metric") || Arguments.matches(word, "priority") || word.equals("preference");
    }

    private interface Reader<T> {
        Optional<T> read(String word);
    }

    private <T> T require(Reader<T> reader, String complaint) {
        String word = words.next();
        return reader.read(word).orElseThrow(() -> CommandException.wrong(word, complaint));
    }

    private static Optional<Long> number(String word) {
        OptionalLong number = Numbers.unsigned(word, 32);
        return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }

    private void parseTable(String word) {
        Optional<Integer> table = names.tableNumber(word);
        if (table.isPresent()) {
            filter.table = table.get();
        } else if (word.equals("all")) {
            filter.table = 0;
        } else if (word.equals("cache")) {
            filter.cache = true;
        } else if (word.equals("help")) {
            throw IpRoute.usage();
        } else {
            throw CommandException.wrong(word, "table id value is invalid\n");
        }
    }

    private void parseProtocol(String word) {
        Optional<Integer> protocol = names.protocolNumber(word);
        if (protocol.isEmpty() && !word.equals("all")) {
            throw CommandException.wrong(word, "invalid \"protocol\"\n");
        }
        filter.protocol = protocol.map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    private void parseScope(String word) {
        filter.scope = names.scopeNumber(word);
        if (filter.scope.isEmpty() && !word.equals("all")) {
            throw CommandException.wrong(word, "invalid \"scope\"\n");
        }
    }

    private void parseGateway(String word) {
        Optional<Family> named = IpRoute.family(word);
        filter.gateway = Optional.of(
                named.isPresent() ? InetPrefix.parse(words.next(), named.get()) : InetPrefix.parse(word, family));
    }

    private void parseRealms(String word) {
        filter.realms = names.realms(word);
        if (filter.realms.isEmpty()) {
            throw CommandException.wrong(word, "invalid realms\n");
        }
        int realms = filter.realms.getAsInt();
        if ((realms & 0xffff) == 0 && word.endsWith("/")) {
            filter.realmsMask &= ~0xffff;
        }
        if (realms >>> 16 == 0 && (word.indexOf('/') < 0 || word.startsWith("/"))) {
            filter.realmsMask &= 0xffff;
        }
    }

    private void parseFrom() {
        boolean any = words.takeIfMatches("match");
        if (!any && !words.takeIfMatches("root")) {
            words.takeIfMatches("exact");
        }
        Optional<InetPrefix> from = prefix();
        filter.from = any ? Optional.empty() : from;
    }

    /** Without a family {@code any} and {@code all} filter nothing, but {@code default} does. */
    private Optional<InetPrefix> prefix() {
        InetPrefix prefix = InetPrefix.parse(words.next(), family);
        return prefix.family() == Family.UNSPEC && !prefix.lengthGiven() ? Optional.empty() : Optional.of(prefix);
    }

    /** {@code root} wants routes inside the prefix, {@code match} those that hold it, {@code exact} both at once. */
    private void parsePrefix() {
        words.takeIfMatches("to");
        if (words.takeIfMatches("root")) {
            filter.root = prefix();
        } else if (words.takeIfMatches("match")) {
            filter.match = prefix();
        } else {
            words.takeIfMatches("exact");
            filter.match = prefix();
            filter.root = filter.match;
        }
    }
}
