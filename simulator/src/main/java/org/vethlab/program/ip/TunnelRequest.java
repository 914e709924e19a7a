package org.vethlab.program.ip;

import static org.vethlab.program.Keywords.prefix;
import static org.vethlab.program.Keywords.word;

import java.util.Optional;
import java.util.OptionalInt;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.Errno;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.IpTunnel;
import org.vethlab.net.link.IpTunnelKind;
import org.vethlab.net.link.IpTunnelSettings;
import org.vethlab.net.link.IpTunnelSettings.GreFlags;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Keywords;
import org.vethlab.program.Numbers;
import org.vethlab.program.UsageText;
import org.vethlab.program.ip.IpOptions.Family;

/** The words of {@code ip tunnel} (parse_args of ip/iptunnel.c). */
final class TunnelRequest {
    private static final Keywords<TunnelRequest> KEYWORDS = Keywords.of(
            word("mode", TunnelRequest::mode),
            word("key", request -> {
                request.receivedKey = request.key("key");
                request.sentKey = request.receivedKey;
            }),
            word("ikey", request -> request.receivedKey = request.key("ikey")),
            word("okey", request -> request.sentKey = request.key("okey")),
            word("seq", request -> request.flags(false, false, true, true)),
            word("iseq", request -> request.flags(false, false, true, false)),
            word("oseq", request -> request.flags(false, false, false, true)),
            word("csum", request -> request.flags(true, true, false, false)),
            word("icsum", request -> request.flags(true, false, false, false)),
            word("ocsum", request -> request.flags(false, true, false, false)),
            word("nopmtudisc", request -> request.pathMtuDiscovery = false),
            word("pmtudisc", request -> request.pathMtuDiscovery = true),
            word("remote", request -> request.remote = request.address()),
            word("local", request -> request.local = request.address()),
            word("dev", request -> request.deviceName = Optional.of(request.words.next())),
            word("ttl", TunnelRequest::ttl),
            word("hoplimit", TunnelRequest::ttl),
            word("hlim", TunnelRequest::ttl),
            word("tos", TunnelRequest::tos),
            word("tclass", TunnelRequest::tos),
            prefix("dsfield", TunnelRequest::tos));

    private final IpContext ip;
    private final Arguments words;
    private final boolean changes;
    private String name = "";
    private Optional<IpTunnelKind> kind = Optional.empty();
    private Optional<Ipv4Address> local = Optional.empty();
    private Optional<Ipv4Address> remote = Optional.empty();
    private Optional<String> deviceName = Optional.empty();
    private Optional<Device> device = Optional.empty();
    private int ttl;
    private int tos;
    private boolean pathMtuDiscovery = true;
    private OptionalInt receivedKey = OptionalInt.empty();
    private OptionalInt sentKey = OptionalInt.empty();
    private GreFlags flags = GreFlags.NONE;

    private TunnelRequest(IpContext ip, Arguments words, boolean changes) {
        this.ip = ip;
        this.words = words;
        this.changes = changes;
    }

    /** @param changes whether what a tunnel has that is named first is where to start from */
    static TunnelRequest parse(IpContext ip, Arguments words, boolean changes) {
        TunnelRequest request = new TunnelRequest(ip, words, changes);
        boolean first = true;
        while (words.hasNext()) {
            String word = words.next();
            if (!KEYWORDS.take(word, request)) {
                request.name(word, first);
            }
            first = false;
        }
        request.finish();
        return request;
    }

    private void finish() {
        if (kind.isEmpty()) {
            kind = kindByName();
        }
        boolean keyed = receivedKey.isPresent() || sentKey.isPresent();
        if (keyed && kind.filter(known -> known == IpTunnelKind.GRE).isEmpty()) {
            throw new CommandException(1, "Keys are not allowed with ipip and sit tunnels");
        }
        deviceName.ifPresent(wanted -> device = Optional.of(ip.device(wanted)));
        if (remote.filter(Ipv4Address::isMulticast).isPresent() && local.isEmpty()) {
            throw new CommandException(1, "A broadcast tunnel requires a source address");
        }
    }

    private Optional<IpTunnelKind> kindByName() {
        if (name.startsWith("gre")) {
            return Optional.of(IpTunnelKind.GRE);
        }
        if (name.startsWith("sit") || name.startsWith("isatap") || name.startsWith("vti")) {
            throw CommandException.notSimulated("ip tunnel " + name);
        }
        return name.startsWith("ipip") ? Optional.of(IpTunnelKind.IPIP) : Optional.empty();
    }

    private void name(String first, boolean leads) {
        if (!first.equals("name") && Arguments.matches(first, "help")) {
            throw new CommandException(
                    CommandException.USAGE, UsageText.of("ip-tunnel").stripTrailing());
        }
        String word = first.equals("name") ? words.next() : first;
        if (!name.isEmpty()) {
            throw CommandException.duplicateOrGarbage("name", word);
        }
        if (!InterfaceNames.isValid(word)) {
            throw CommandException.wrong(word, "\"name\" not a valid ifname");
        }
        name = word;
        if (changes && leads) {
            startFrom(word);
        }
    }

    private void startFrom(String word) {
        if (!(ip.net().devices().byName(word).orElse(null) instanceof IpTunnel tunnel)) {
            throw new CommandException(1, "get tunnel \"" + word + "\" failed: " + Errno.ENODEV.text());
        }
        IpTunnelSettings known = tunnel.settings4();
        kind = Optional.of(tunnel.tunnelKind());
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

    private void mode() {
        String word = words.next();
        IpTunnelKind wanted = switch (word) {
            case "ipip", "ip/ip" -> IpTunnelKind.IPIP;
            case "gre", "gre/ip" -> IpTunnelKind.GRE;
            case "sit", "ipv6/ip", "isatap", "vti" -> throw CommandException.notSimulated("ip tunnel mode " + word);
            default -> throw new CommandException(CommandException.USAGE, "Unknown tunnel mode \"" + word + "\"");
        };
        if (kind.isPresent() && kind.get() != wanted) {
            throw new CommandException(CommandException.USAGE, "You managed to ask for more than one tunnel mode.");
        }
        kind = Optional.of(wanted);
    }

    private OptionalInt key(String keyword) {
        return IpTunnelWords.parseKey(keyword, words.next());
    }

    private void flags(boolean receivedSum, boolean sentSum, boolean receivedSequence, boolean sentSequence) {
        flags = new GreFlags(
                flags.receivedChecksum() || receivedSum,
                flags.sentChecksum() || sentSum,
                flags.receivedSequence() || receivedSequence,
                flags.sentSequence() || sentSequence);
    }

    private Optional<Ipv4Address> address() {
        return Optional.of((Ipv4Address) InetPrefix.parseAddress(words.next(), Family.INET))
                .filter(address -> !address.isUnspecified());
    }

    private void ttl() {
        String word = words.next();
        if (!word.equals("inherit")) {
            ttl = (int) Numbers.unsigned(word, 8).orElseThrow(() -> CommandException.wrong(word, "invalid TTL\n"));
        }
    }

    private void tos() {
        String word = words.next();
        tos = word.equals("inherit")
                ? 1
                : new RouteNames(ip.files(), false)
                        .serviceNumber(word)
                        .orElseThrow(() -> CommandException.wrong(word, "bad TOS value"));
    }

    String name() {
        return name;
    }

    Optional<IpTunnelKind> kind() {
        return kind;
    }

    /** The kind, which must be known to make or change a tunnel. */
    IpTunnelKind checkedKind() {
        if (ttl != 0 && !pathMtuDiscovery) {
            throw new CommandException(1, "ttl != 0 and nopmtudisc are incompatible");
        }
        return kind.orElseThrow(() -> new CommandException(1, "cannot determine tunnel mode (ipip, gre, vti or sit)"));
    }

    IpTunnelSettings settings() {
        return new IpTunnelSettings(local, remote, device, ttl, tos, pathMtuDiscovery, receivedKey, sentKey, flags);
    }

    boolean fits(IpTunnel tunnel) {
        IpTunnelSettings settings = tunnel.settings4();
        return (name.isEmpty() || name.equals(tunnel.name()))
                && (remote.isEmpty() || remote.equals(settings.remote()))
                && (local.isEmpty() || local.equals(settings.local()));
    }
}
