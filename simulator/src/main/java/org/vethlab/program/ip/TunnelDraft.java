package org.vethlab.program.ip;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.IpTunnelSettings;
import org.vethlab.net.link.IpTunnelSettings.GreFlags;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Numbers;
import org.vethlab.program.ip.IpOptions.Family;

/**
 * The settings of a tunnel over IPv4 while their words are read: {@code ip link} and {@code ip tunnel} have tables of
 * words of their own (ip/link_gre.c, ip/iptunnel.c), but the values behind them are the same.
 */
final class TunnelDraft {
    private final IpContext ip;
    private final Arguments words;
    private Optional<Ipv4Address> local = Optional.empty();
    private Optional<Ipv4Address> remote = Optional.empty();
    private Optional<Device> device = Optional.empty();
    private int ttl;
    private int tos;
    private boolean pathMtuDiscovery = true;
    private OptionalInt receivedKey = OptionalInt.empty();
    private OptionalInt sentKey = OptionalInt.empty();
    private GreFlags flags = GreFlags.NONE;

    TunnelDraft(IpContext ip, Arguments words) {
        this.ip = ip;
        this.words = words;
    }

    /** What is not said stays as it is. */
    void startFrom(IpTunnelSettings known) {
        local = known.local();
        remote = known.remote();
        device = known.lower();
        ttl = known.ttl();
        tos = known.tos();
        pathMtuDiscovery = known.pathMtuDiscovery();
        receivedKey = known.receivedKey();
        sentKey = known.sentKey();
        flags = known.flags();
    }

    IpTunnelSettings settings() {
        return new IpTunnelSettings(local, remote, device, ttl, tos, pathMtuDiscovery, receivedKey, sentKey, flags);
    }

    // the values of words

    void local() {
        local = address();
    }

    void remote() {
        remote = address();
    }

    /** {@code any} is no address. */
    private Optional<Ipv4Address> address() {
        return Optional.of((Ipv4Address) InetPrefix.parseAddress(words.next(), Family.INET))
                .filter(address -> !address.isUnspecified());
    }

    void device(Device lower) {
        device = Optional.of(lower);
    }

    /** @param inherited what {@code inherit} stands for */
    void ttl(int inherited) {
        String word = words.next();
        ttl = word.equals("inherit")
                ? inherited
                : (int) Numbers.unsigned(word, 8).orElseThrow(() -> CommandException.wrong(word, "invalid TTL\n"));
    }

    void tos() {
        String word = words.next();
        tos = word.equals("inherit")
                ? 1
                : new RouteNames(ip.files(), false)
                        .serviceNumber(word)
                        .orElseThrow(() -> CommandException.wrong(word, "bad TOS value"));
    }

    void pathMtuDiscovery(boolean on) {
        pathMtuDiscovery = on;
    }

    void keys() {
        receivedKey = key("key");
        sentKey = receivedKey;
    }

    void receivedKey() {
        receivedKey = key("ikey");
    }

    void sentKey() {
        sentKey = key("okey");
    }

    /** A number, or four octets written like an address (tnl_parse_key). */
    private OptionalInt key(String name) {
        String word = words.next();
        if (word.indexOf('.') >= 0) {
            return OptionalInt.of(((Ipv4Address) InetPrefix.parseAddress(word, Family.INET)).bits());
        }
        OptionalLong number = Numbers.unsigned(word, 32);
        if (number.isEmpty()) {
            throw new CommandException(
                    CommandException.USAGE,
                    "invalid value for \"" + name + "\": \"" + word + "\"; it should be an unsigned integer");
        }
        return OptionalInt.of((int) number.getAsLong());
    }

    void checksums(boolean received, boolean sent) {
        flags = new GreFlags(
                flags.receivedChecksum() || received,
                flags.sentChecksum() || sent,
                flags.receivedSequence(),
                flags.sentSequence());
    }

    void sequences(boolean received, boolean sent) {
        flags = new GreFlags(
                flags.receivedChecksum(),
                flags.sentChecksum(),
                flags.receivedSequence() || received,
                flags.sentSequence() || sent);
    }

    // what was said

    int ttlValue() {
        return ttl;
    }

    /** @throws CommandException if a fixed time to live is to go with packets that may be cut */
    void checkTtl() {
        if (ttl != 0 && !pathMtuDiscovery) {
            throw new CommandException(1, "ttl != 0 and nopmtudisc are incompatible");
        }
    }

    boolean hasKey() {
        return receivedKey.isPresent() || sentKey.isPresent();
    }

    boolean isGroupWithoutSource() {
        return remote.filter(Ipv4Address::isMulticast).isPresent() && local.isEmpty();
    }

    /** Whether a tunnel has the ends that were said. */
    boolean fits(IpTunnelSettings settings) {
        return (remote.isEmpty() || remote.equals(settings.remote()))
                && (local.isEmpty() || local.equals(settings.local()));
    }
}
