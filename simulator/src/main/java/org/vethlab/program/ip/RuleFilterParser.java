package org.vethlab.program.ip;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.vethlab.addr.IpPrefix;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Numbers;
import org.vethlab.program.ip.IpOptions.Family;

/** Reads the SELECTOR of {@code ip rule list} and {@code flush} (iprule_list_flush_or_save). */
final class RuleFilterParser {
    private final IpContext ip;
    private final RouteNames names;
    private final Arguments words;
    private final RuleFilter filter = new RuleFilter();

    RuleFilterParser(IpContext ip, RouteNames names, Arguments words) {
        this.ip = ip;
        this.names = names;
        this.words = words;
    }

    RuleFilter parse() {
        while (words.hasNext()) {
            String word = words.next();
            if (!parseRule(word) && !parsePacket(word)) {
                boolean keyword = Arguments.matches(word, "dst") || Arguments.matches(word, "to");
                filter.to = Optional.of(prefix(keyword ? words.next() : word));
            }
        }
        return filter;
    }

    private boolean parseRule(String word) {
        if (RuleRequestParser.isPriority(word)) {
            filter.priority = OptionalLong.of(require(RuleFilterParser::number, "preference value is invalid\n"));
        } else if (word.equals("not")) {
            filter.inverted = true;
        } else if (word.equals("tos") || word.equals("dsfield")) {
            filter.tos = OptionalInt.of(require(names::serviceNumber, "TOS value is invalid\n"));
        } else if (word.equals("dev") || word.equals("iif")) {
            filter.input = Optional.of(require(RuleRequestParser::deviceName, "\"iif\"/\"dev\" not a valid ifname"));
        } else if (word.equals("oif")) {
            filter.output = Optional.of(require(RuleRequestParser::deviceName, "\"oif\" not a valid ifname"));
        } else if (word.equals("l3mdev")) {
            filter.l3mdev = true;
        } else if (Arguments.matches(word, "lookup") || Arguments.matches(word, "table")) {
            filter.table = require(names::tableNumber, "table id value is invalid\n");
        } else if (Arguments.matches(word, "protocol")) {
            parseProtocol(words.next());
        } else {
            return false;
        }
        return true;
    }

    private boolean parsePacket(String word) {
        if (word.equals("fwmark")) {
            parseMark(words.next());
        } else if (word.equals("uidrange")) {
            filter.users = Optional.of(require(RuleRequestParser::users, "invalid UID range\n"));
        } else if (Arguments.matches(word, "tun_id")) {
            filter.tunnel = require(RuleFilterParser::number, "\"tun_id\" value is invalid\n");
        } else if (Arguments.matches(word, "from") || Arguments.matches(word, "src")) {
            filter.from = Optional.of(prefix(words.next()));
        } else if (word.equals("ipproto")) {
            String value = words.next();
            filter.ipProtocol = IpProtocols.number(ip.files(), value)
                    .orElseThrow(() -> CommandException.wrong(value, "Invalid \"ipproto\" value\n"));
        } else if (word.equals("sport")) {
            filter.sourcePorts = Optional.of(require(RuleRequestParser::ports, "invalid port range\n"));
        } else if (word.equals("dport")) {
            filter.destinationPorts = Optional.of(require(RuleRequestParser::ports, "invalid dport range\n"));
        } else {
            return false;
        }
        return true;
    }

    private <T> T require(Function<String, Optional<T>> reader, String complaint) {
        String word = words.next();
        return reader.apply(word).orElseThrow(() -> CommandException.wrong(word, complaint));
    }

    private static Optional<Long> number(String word) {
        OptionalLong number = Numbers.unsigned(word, 32);
        return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }

    private IpPrefix prefix(String word) {
        Family family = ip.options().family();
        return InetPrefix.parse(word, family == Family.UNSPEC ? Family.INET : family)
                .prefix();
    }

    private void parseProtocol(String word) {
        Optional<Integer> protocol = names.protocolNumber(word);
        if (protocol.isEmpty() && !word.equals("all")) {
            throw CommandException.wrong(word, "invalid \"protocol\"\n");
        }
        filter.protocol = protocol.map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    private void parseMark(String word) {
        int slash = word.indexOf('/');
        String mark = slash < 0 ? word : word.substring(0, slash);
        filter.mark = number(mark)
                .orElseThrow(() -> CommandException.wrong(mark, "fwmark value is invalid\n"))
                .intValue();
        if (slash >= 0) {
            String mask = word.substring(slash + 1);
            filter.markMask = number(mask)
                    .orElseThrow(() -> CommandException.wrong(mask, "fwmask value is invalid\n"))
                    .intValue();
        }
    }
}
