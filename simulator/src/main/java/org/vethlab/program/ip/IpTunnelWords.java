package org.vethlab.program.ip;

import static org.vethlab.program.Keywords.prefix;
import static org.vethlab.program.Keywords.word;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.IpTunnel;
import org.vethlab.net.link.IpTunnelKind;
import org.vethlab.net.link.IpTunnelSettings;
import org.vethlab.net.link.IpTunnelSettings.GreFlags;
import org.vethlab.net.link.LinkKind;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Keywords;
import org.vethlab.program.Numbers;
import org.vethlab.program.UsageText;
import org.vethlab.program.ip.IpOptions.Family;

/** {@code type ipip | gre | gretap …} (ip/link_iptnl.c, ip/link_gre.c). */
final class IpTunnelWords implements KindWords {
    private static final Keywords<IpTunnelWords> KEYWORDS = Keywords.of(
            prefix("remote", tunnel -> tunnel.remote = tunnel.address()),
            prefix("local", tunnel -> tunnel.local = tunnel.address()),
            prefix("dev", IpTunnelWords::device),
            prefix("ttl", IpTunnelWords::ttl),
            prefix("hoplimit", IpTunnelWords::ttl),
            prefix("hlim", IpTunnelWords::ttl),
            prefix("tos", IpTunnelWords::tos),
            prefix("tclass", IpTunnelWords::tos),
            prefix("dsfield", IpTunnelWords::tos),
            prefix("nopmtudisc", tunnel -> tunnel.pathMtuDiscovery = false),
            prefix("pmtudisc", tunnel -> tunnel.pathMtuDiscovery = true),
            word("noencap", tunnel -> {}),
            word("encap", tunnel -> notSimulated("encap")),
            prefix("external", tunnel -> notSimulated("external")),
            word("fwmark", tunnel -> notSimulated("fwmark")));

    private static final Keywords<IpTunnelWords> GRE_KEYWORDS = Keywords.of(
            prefix("key", tunnel -> {
                tunnel.receivedKey = tunnel.key("key");
                tunnel.sentKey = tunnel.receivedKey;
            }),
            prefix("ikey", tunnel -> tunnel.receivedKey = tunnel.key("ikey")),
            prefix("okey", tunnel -> tunnel.sentKey = tunnel.key("okey")),
            prefix("seq", tunnel -> tunnel.flags(false, false, true, true)),
            prefix("iseq", tunnel -> tunnel.flags(false, false, true, false)),
            prefix("oseq", tunnel -> tunnel.flags(false, false, false, true)),
            prefix("csum", tunnel -> tunnel.flags(true, true, false, false)),
            prefix("icsum", tunnel -> tunnel.flags(true, false, false, false)),
            prefix("ocsum", tunnel -> tunnel.flags(false, true, false, false)),
            prefix("noignore-df", tunnel -> {}),
            prefix("ignore-df", tunnel -> notSimulated("ignore-df")));

    private final IpContext ip;
    private final IpTunnelKind kind;
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
    private boolean empty;

    private IpTunnelWords(IpContext ip, IpTunnelKind kind, Arguments words) {
        this.ip = ip;
        this.kind = kind;
        this.words = words;
    }

    /** @param known the settings that a device has which is to be changed */
    static KindWords parse(IpContext ip, IpTunnelKind kind, Arguments words, Optional<IpTunnelSettings> known) {
        IpTunnelWords tunnel = new IpTunnelWords(ip, kind, words);
        tunnel.empty = !words.hasNext();
        known.ifPresent(tunnel::startFrom);
        while (words.hasNext()) {
            String word = words.next();
            boolean gre = kind != IpTunnelKind.IPIP && GRE_KEYWORDS.take(word, tunnel);
            if (!gre && !KEYWORDS.take(word, tunnel) && !(kind == IpTunnelKind.IPIP && tunnel.mode(word))) {
                throw new CommandException(
                        1, UsageText.of("ip-link-" + kind.text()).stripTrailing());
            }
        }
        if (tunnel.ttl != 0 && !tunnel.pathMtuDiscovery) {
            throw new CommandException(1, "ttl != 0 and nopmtudisc are incompatible");
        }
        return tunnel;
    }

    /** What is not said stays as it is. */
    private void startFrom(IpTunnelSettings known) {
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

    private IpTunnelSettings settings() {
        return new IpTunnelSettings(local, remote, device, ttl, tos, pathMtuDiscovery, receivedKey, sentKey, flags);
    }

    @Override
    public Optional<LinkKind> kind() {
        return Optional.of(new LinkKind.IpTunnel(kind, settings(), false));
    }

    @Override
    public void change(Device changed) {
        if (empty) {
            return;
        }
        if (!(changed instanceof IpTunnel tunnel) || tunnel.tunnelKind() != kind) {
            throw new NetException(Errno.EOPNOTSUPP);
        }
        tunnel.change(settings());
    }

    /** {@code any} is no address. */
    private Optional<Ipv4Address> address() {
        String word = words.next();
        return Optional.of((Ipv4Address) InetPrefix.parseAddress(word, Family.INET))
                .filter(address -> !address.isUnspecified());
    }

    private void device() {
        String word = words.next();
        device = Optional.of(ip.findDevice(word)
                .orElseThrow(
                        () -> new CommandException(CommandException.USAGE, "Cannot find device \"" + word + "\"")));
    }

    private void ttl() {
        String word = words.next();
        ttl = word.equals("inherit")
                ? 0
                : (int) Numbers.unsigned(word, 8).orElseThrow(() -> CommandException.wrong(word, "invalid TTL\n"));
    }

    private void tos() {
        String word = words.next();
        tos = word.equals("inherit")
                ? 1
                : new RouteNames(ip.files(), false)
                        .serviceNumber(word)
                        .orElseThrow(() -> CommandException.wrong(word, "bad TOS value"));
    }

    private OptionalInt key(String name) {
        return parseKey(name, words.next());
    }

    /** A number, or four octets written like an address (tnl_parse_key). */
    static OptionalInt parseKey(String name, String word) {
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

    private void flags(boolean receivedSum, boolean sentSum, boolean receivedSequence, boolean sentSequence) {
        flags = new GreFlags(
                flags.receivedChecksum() || receivedSum,
                flags.sentChecksum() || sentSum,
                flags.receivedSequence() || receivedSequence,
                flags.sentSequence() || sentSequence);
    }

    /** Of ipip only; what else IPIP can carry is not simulated. */
    private boolean mode(String word) {
        if (!word.equals("mode")) {
            return false;
        }
        String mode = words.next();
        if (!mode.equals("ipip") && !mode.equals("ipv4/ipv4") && !mode.equals("any")) {
            notSimulated("mode " + mode);
        }
        return true;
    }

    private static void notSimulated(String what) {
        throw CommandException.notSimulated("tunnel " + what);
    }
}
