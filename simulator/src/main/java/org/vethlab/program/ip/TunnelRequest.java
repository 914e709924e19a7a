package org.vethlab.program.ip;

import static org.vethlab.program.Keywords.prefix;
import static org.vethlab.program.Keywords.word;

import java.util.Optional;
import org.vethlab.net.Errno;
import org.vethlab.net.link.IpTunnel;
import org.vethlab.net.link.IpTunnelKind;
import org.vethlab.net.link.IpTunnelSettings;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Keywords;
import org.vethlab.program.UsageText;

/** The words of {@code ip tunnel} (parse_args of ip/iptunnel.c). */
final class TunnelRequest {
    private static final Keywords<TunnelRequest> KEYWORDS = Keywords.of(
            word("mode", TunnelRequest::mode),
            word("key", request -> request.draft.keys()),
            word("ikey", request -> request.draft.receivedKey()),
            word("okey", request -> request.draft.sentKey()),
            word("seq", request -> request.draft.sequences(true, true)),
            word("iseq", request -> request.draft.sequences(true, false)),
            word("oseq", request -> request.draft.sequences(false, true)),
            word("csum", request -> request.draft.checksums(true, true)),
            word("icsum", request -> request.draft.checksums(true, false)),
            word("ocsum", request -> request.draft.checksums(false, true)),
            word("nopmtudisc", request -> request.draft.pathMtuDiscovery(false)),
            word("pmtudisc", request -> request.draft.pathMtuDiscovery(true)),
            word("remote", request -> request.draft.remote()),
            word("local", request -> request.draft.local()),
            word("dev", request -> request.deviceName = Optional.of(request.words.next())),
            word("ttl", request -> request.draft.ttl(request.draft.ttlValue())),
            word("hoplimit", request -> request.draft.ttl(request.draft.ttlValue())),
            word("hlim", request -> request.draft.ttl(request.draft.ttlValue())),
            word("tos", request -> request.draft.tos()),
            word("tclass", request -> request.draft.tos()),
            prefix("dsfield", request -> request.draft.tos()));

    private final IpContext ip;
    private final Arguments words;
    private final boolean changes;
    private String name = "";
    private Optional<IpTunnelKind> kind = Optional.empty();
    private Optional<String> deviceName = Optional.empty();
    private final TunnelDraft draft;

    private TunnelRequest(IpContext ip, Arguments words, boolean changes) {
        this.ip = ip;
        this.words = words;
        this.changes = changes;
        this.draft = new TunnelDraft(ip, words);
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
        if (draft.hasKey() && kind.filter(known -> known == IpTunnelKind.GRE).isEmpty()) {
            throw new CommandException(1, "Keys are not allowed with ipip and sit tunnels");
        }
        deviceName.ifPresent(wanted -> draft.device(ip.device(wanted)));
        if (draft.isGroupWithoutSource()) {
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
        kind = Optional.of(tunnel.tunnelKind());
        draft.startFrom(tunnel.settings4());
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

    String name() {
        return name;
    }

    Optional<IpTunnelKind> kind() {
        return kind;
    }

    /** The kind, which must be known to make or change a tunnel. */
    IpTunnelKind checkedKind() {
        draft.checkTtl();
        return kind.orElseThrow(() -> new CommandException(1, "cannot determine tunnel mode (ipip, gre, vti or sit)"));
    }

    IpTunnelSettings settings() {
        return draft.settings();
    }

    boolean fits(IpTunnel tunnel) {
        return (name.isEmpty() || name.equals(tunnel.name())) && draft.fits(tunnel.settings4());
    }
}
