package org.vethlab.program.ip;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.vethlab.addr.IpPrefix;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.route.Rule;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Numbers;

/** Reads the words behind {@code ip rule add} and {@code del} (iprule_modify). */
final class RuleRequestParser {
    /** IPTOS_TOS_MASK: rules know the type of service of old, not the whole DSCP. */
    private static final int RFC1349_BITS = 0x1e;

    private final IpContext ip;
    private final RouteNames names;
    private final Arguments words;
    private final RuleRequest request = new RuleRequest();

    RuleRequestParser(IpContext ip, RouteNames names, Arguments words) {
        this.ip = ip;
        this.names = names;
        this.words = words;
    }

    RuleRequest parse() {
        while (words.hasNext()) {
            String word = words.next();
            if (!parseAddresses(word) && !parsePacket(word) && !parseResult(word) && !parseDevice(word)) {
                parseAction(word);
            }
        }
        return request;
    }

    private boolean parseAddresses(String word) {
        if (word.equals("not")) {
            request.rule.inverted(true);
        } else if (word.equals("from")) {
            request.rule.from(prefix(words.next(), "Invalid source address"));
        } else if (word.equals("to")) {
            request.rule.to(prefix(words.next(), "Invalid dst address"));
        } else if (isPriority(word)) {
            request.priority = OptionalLong.of(require(RuleRequestParser::number, "preference value is invalid\n"));
        } else if (word.equals("tos") || Arguments.matches(word, "dsfield")) {
            request.rule.tos(service());
        } else {
            return false;
        }
        return true;
    }

    static boolean isPriority(String word) {
        return Arguments.matches(word, "preference")
                || Arguments.matches(word, "order")
                || Arguments.matches(word, "priority");
    }

    private IpPrefix prefix(String word, String refusal) {
        InetPrefix prefix = InetPrefix.parse(word, ip.options().family());
        boolean inet6 = ip.options().family() == IpOptions.Family.INET6;
        if (prefix.address().isPresent() && prefix.isIpv4() == inet6) {
            throw new NetException(Errno.EINVAL, refusal);
        }
        return prefix.prefix();
    }

    private int service() {
        int tos = require(names::serviceNumber, "TOS value is invalid\n");
        if ((tos & 3) != 0) {
            throw new NetException(Errno.EINVAL, "Invalid dsfield (tos): ECN bits must be 0");
        }
        if ((tos & ~RFC1349_BITS) != 0) {
            throw new NetException(Errno.EINVAL, "Invalid tos");
        }
        return tos;
    }

    private static Optional<Long> number(String word) {
        OptionalLong number = Numbers.unsigned(word, 32);
        return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }

    private <T> T require(Function<String, Optional<T>> reader, String complaint) {
        String word = words.next();
        return reader.apply(word).orElseThrow(() -> CommandException.wrong(word, complaint));
    }

    private boolean parsePacket(String word) {
        if (word.equals("fwmark")) {
            parseMark(words.next());
        } else if (word.equals("ipproto")) {
            request.rule.ipProtocol(require(this::ipProtocol, "Invalid \"ipproto\" value\n"));
        } else if (word.equals("sport")) {
            request.rule.sourcePorts(require(RuleRequestParser::ports, "invalid port range\n"));
        } else if (word.equals("dport")) {
            request.rule.destinationPorts(require(RuleRequestParser::ports, "invalid dport range\n"));
        } else if (word.equals("uidrange")) {
            request.rule.users(require(RuleRequestParser::users, "invalid UID range\n"));
        } else if (Arguments.matches(word, "tun_id")) {
            request.rule.tunnel(require(RuleRequestParser::number, "\"tun_id\" value is invalid\n"));
        } else {
            return false;
        }
        return true;
    }

    private Optional<Integer> ipProtocol(String word) {
        OptionalInt number = IpProtocols.number(ip.files(), word);
        return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }

    /** A mark without a mask must be equal in all bits; a mark of 0 without a mask matches everything. */
    private void parseMark(String word) {
        int slash = word.indexOf('/');
        String markWord = slash < 0 ? word : word.substring(0, slash);
        long mark = number(markWord).orElseThrow(() -> CommandException.wrong(markWord, "fwmark value is invalid\n"));
        if (slash < 0) {
            request.rule.mark((int) mark, mark == 0 ? 0 : -1);
            return;
        }
        String maskWord = word.substring(slash + 1);
        long mask = number(maskWord).orElseThrow(() -> CommandException.wrong(maskWord, "fwmask value is invalid\n"));
        request.rule.mark((int) mark, (int) mask);
    }

    /** {@code N} or {@code N-M}. Surprising: of a number that is too big 16 bits count (sscanf with %hu-%hu). */
    static Optional<Rule.Range> ports(String word) {
        String[] ends = word.split("-", 2);
        OptionalLong first = Numbers.unsigned(ends[0], 32);
        OptionalLong last = ends.length < 2 ? first : Numbers.unsigned(ends[1], 32);
        return first.isPresent() && last.isPresent()
                ? Optional.of(new Rule.Range(first.getAsLong() & 0xffff, last.getAsLong() & 0xffff))
                : Optional.empty();
    }

    static Optional<Rule.Range> users(String word) {
        String[] ends = word.split("-", 2);
        if (ends.length < 2) {
            return Optional.empty();
        }
        OptionalLong first = Numbers.unsigned(ends[0], 32);
        OptionalLong last = Numbers.unsigned(ends[1], 32);
        return first.isPresent() && last.isPresent()
                ? Optional.of(new Rule.Range(first.getAsLong(), last.getAsLong()))
                : Optional.empty();
    }

    private boolean parseResult(String word) {
        if (Arguments.matches(word, "realms")) {
            String value = words.next();
            request.rule.realms(
                    names.realms(value).orElseThrow(() -> CommandException.wrong(value, "invalid realms\n")));
        } else if (Arguments.matches(word, "protocol")) {
            request.rule.protocol(require(names::protocolNumber, "\"protocol\" value is invalid\n"));
        } else if (Arguments.matches(word, "table") || word.equals("lookup")) {
            request.table = OptionalInt.of(require(names::tableNumber, "invalid table ID\n"));
        } else if (Arguments.matches(word, "suppress_prefixlength") || word.equals("sup_pl")) {
            request.rule.suppressPrefixLength(
                    require(RuleRequestParser::length, "suppress_prefixlength value is invalid\n"));
        } else if (Arguments.matches(word, "suppress_ifgroup") || word.equals("sup_group")) {
            request.rule.suppressGroup(require(names::groupNumber, "Invalid \"suppress_ifgroup\" value\n"));
        } else {
            return false;
        }
        return true;
    }

    private static Optional<Integer> length(String word) {
        return number(word).filter(value -> value <= Integer.MAX_VALUE).map(Long::intValue);
    }

    private boolean parseDevice(String word) {
        if (word.equals("dev") || word.equals("iif")) {
            request.rule.inputDevice(require(RuleRequestParser::deviceName, "\"iif\"/\"dev\" not a valid ifname"));
        } else if (word.equals("oif")) {
            request.rule.outputDevice(require(RuleRequestParser::deviceName, "\"oif\" not a valid ifname"));
        } else if (word.equals("l3mdev")) {
            request.rule.l3mdev(true);
            request.l3mdev = true;
        } else {
            return false;
        }
        return true;
    }

    static Optional<String> deviceName(String word) {
        return InterfaceNames.isValid(word) ? Optional.of(word) : Optional.empty();
    }

    private void parseAction(String first) {
        String word = first.equals("type") ? words.next() : first;
        if (Arguments.matches(word, "help")) {
            throw IpRule.usage();
        }
        if (word.equals("nat") || Arguments.matches(word, "map-to")) {
            InetPrefix.parseAddress(words.next(), IpOptions.Family.INET);
            ip.fail(0, "Warning: route NAT is deprecated");
            request.rule.action(Rule.Action.NAT);
            request.nat = true;
            return;
        }
        if (Arguments.matches(word, "goto")) {
            request.rule.target(require(RuleRequestParser::number, "invalid target\n"));
            request.action = Optional.of(Rule.Action.GOTO);
            return;
        }
        Rule.Action action = action(word);
        request.rule.action(action);
        request.action = Optional.of(action);
    }

    /** Actions have the numbers of the route types that mean the same. */
    private Rule.Action action(String word) {
        if (Arguments.matches(word, "nop")) {
            return Rule.Action.NOP;
        }
        int code = names.typeNumber(word)
                .orElseThrow(() -> CommandException.wrong(word, "Failed to parse rule type"))
                .code();
        for (Rule.Action action : Rule.Action.values()) {
            if (action.code() == code) {
                return action;
            }
        }
        throw new NetException(Errno.EINVAL);
    }
}
