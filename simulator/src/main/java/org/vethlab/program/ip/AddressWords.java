package org.vethlab.program.ip;

import static org.vethlab.program.Keywords.prefix;
import static org.vethlab.program.Keywords.word;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.ipv4.InterfaceAddress;
import org.vethlab.net.route.Scope;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Keywords;
import org.vethlab.program.Numbers;
import org.vethlab.program.UsageText;
import org.vethlab.program.ip.IpOptions.Family;

/** Reads the words of {@code ip address add} and its siblings. */
final class AddressWords {
    private static final Keywords<AddressWords> KEYWORDS = Keywords.of(
            word("peer", AddressWords::peer),
            word("remote", AddressWords::peer),
            prefix("broadcast", AddressWords::broadcast),
            word("brd", AddressWords::broadcast),
            word("anycast", said -> said.address(said.words.next())),
            word("scope", AddressWords::scope),
            word("dev", said -> said.device = Optional.of(said.words.next())),
            word("label", said -> said.label = Optional.of(said.words.next())),
            prefix("metric", AddressWords::metric),
            prefix("priority", AddressWords::metric),
            prefix("preference", AddressWords::metric),
            prefix("valid_lft", AddressWords::validLifetime),
            prefix("preferred_lft", AddressWords::preferredLifetime));

    Family family;
    Optional<InetPrefix> local = Optional.empty();
    String localWord = "";
    Optional<InetPrefix> peer = Optional.empty();
    Optional<Ipv4Address> broadcast = Optional.empty();
    /** {@code brd +}: true; {@code brd -}: false. */
    Optional<Boolean> broadcastHostBits = Optional.empty();

    Optional<Scope> scope = Optional.empty();
    Optional<String> device = Optional.empty();
    Optional<String> label = Optional.empty();
    final Set<AddressFlag> flags = EnumSet.noneOf(AddressFlag.class);
    long metric;
    long valid = InterfaceAddress.FOREVER;
    long preferred = InterfaceAddress.FOREVER;

    private final IpContext ip;
    private final Arguments words;
    private boolean validGiven;
    private boolean preferredGiven;

    private AddressWords(IpContext ip, Arguments words) {
        this.ip = ip;
        this.words = words;
        this.family = ip.options().family();
    }

    static AddressWords parse(IpContext ip, Arguments words) {
        AddressWords said = new AddressWords(ip, words);
        while (words.hasNext()) {
            String word = words.next();
            if (!KEYWORDS.take(word, said) && !said.takeFlag(word)) {
                said.local(word);
            }
        }
        return said;
    }

    private void local(String first) {
        String word = first.equals("local") ? words.next() : first;
        if (Arguments.matches(word, "help")) {
            throw new CommandException(
                    CommandException.USAGE, UsageText.of("ip-address").stripTrailing());
        }
        if (local.isPresent()) {
            throw CommandException.duplicateOrGarbage("local", word);
        }
        localWord = word;
        local = Optional.of(prefixOf(word));
    }

    private void peer() {
        String word = words.next();
        if (peer.isPresent()) {
            throw CommandException.duplicate("peer", word);
        }
        peer = Optional.of(prefixOf(word));
    }

    private void broadcast() {
        String word = words.next();
        if (broadcast.isPresent() || broadcastHostBits.isPresent()) {
            throw CommandException.duplicate("broadcast", word);
        }
        if (word.equals("+") || word.equals("-")) {
            broadcastHostBits = Optional.of(word.equals("+"));
        } else if (address(word) instanceof Ipv4Address found) {
            broadcast = Optional.of(found);
        }
    }

    private InetPrefix prefixOf(String word) {
        InetPrefix parsed = InetPrefix.parse(word, family);
        if (family == Family.UNSPEC) {
            family = parsed.family();
        }
        return parsed;
    }

    private IpAddress address(String word) {
        IpAddress parsed = InetPrefix.parseAddress(word, family);
        if (family == Family.UNSPEC) {
            family = parsed instanceof Ipv6Address ? Family.INET6 : Family.INET;
        }
        return parsed;
    }

    private void scope() {
        String word = words.next();
        scope = Optional.of(Scopes.parse(word).orElseThrow(() -> CommandException.wrong(word, "invalid scope value.")));
    }

    private void metric() {
        String word = words.next();
        metric = Numbers.unsigned(word, 32)
                .orElseThrow(() -> CommandException.wrong(word, "\"metric\" value is invalid\n"));
    }

    private void validLifetime() {
        if (validGiven) {
            throw CommandException.duplicate("valid_lft", "valid_lft");
        }
        validGiven = true;
        valid = lifetime("valid_lft");
    }

    private void preferredLifetime() {
        if (preferredGiven) {
            throw CommandException.duplicate("preferred_lft", "preferred_lft");
        }
        preferredGiven = true;
        preferred = lifetime("preferred_lft");
    }

    private long lifetime(String key) {
        String word = words.next();
        OptionalLong seconds =
                word.equals("forever") ? OptionalLong.of(InterfaceAddress.FOREVER) : Numbers.unsigned(word, 32);
        return seconds.orElseThrow(() -> CommandException.wrong(word, key + " value"));
    }

    /** A flag that cannot be set is warned of and then left out. */
    private boolean takeFlag(String word) {
        Optional<AddressFlag> flag = AddressFlag.of(word);
        if (flag.isEmpty()) {
            return false;
        }
        if (flag.get().isReadOnly()) {
            ip.fail(0, "Warning: " + word + " option is not mutable from userspace");
        } else if (flag.get().isOnlyIpv6() && family != Family.INET6) {
            ip.fail(0, "Warning: " + word + " option can be set only for IPv6 addresses");
        } else {
            flags.add(flag.get());
        }
        return true;
    }

    void checkLifetimes() {
        if ((validGiven || preferredGiven) && valid == 0) {
            throw new CommandException(1, "valid_lft is zero");
        }
        if (valid < preferred) {
            throw new CommandException(1, "preferred_lft is greater than valid_lft");
        }
        boolean multicast = local.flatMap(InetPrefix::address)
                .filter(IpAddress::isMulticast)
                .isPresent();
        if (flags.contains(AddressFlag.AUTOJOIN) && !multicast) {
            throw new CommandException(1, "autojoin needs multicast address");
        }
    }
}
