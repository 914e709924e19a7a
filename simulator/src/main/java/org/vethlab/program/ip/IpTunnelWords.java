package org.vethlab.program.ip;

import static org.vethlab.program.Keywords.prefix;
import static org.vethlab.program.Keywords.word;

import java.util.Optional;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.IpTunnel;
import org.vethlab.net.link.IpTunnelKind;
import org.vethlab.net.link.IpTunnelSettings;
import org.vethlab.net.link.LinkKind;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Keywords;
import org.vethlab.program.UsageText;

/** {@code type ipip | gre | gretap …} (ip/link_iptnl.c, ip/link_gre.c). */
final class IpTunnelWords implements KindWords {
    private static final Keywords<IpTunnelWords> KEYWORDS = Keywords.of(
            prefix("remote", tunnel -> tunnel.draft.remote()),
            prefix("local", tunnel -> tunnel.draft.local()),
            prefix("dev", IpTunnelWords::device),
            prefix("ttl", tunnel -> tunnel.draft.ttl(0)),
            prefix("hoplimit", tunnel -> tunnel.draft.ttl(0)),
            prefix("hlim", tunnel -> tunnel.draft.ttl(0)),
            prefix("tos", tunnel -> tunnel.draft.tos()),
            prefix("tclass", tunnel -> tunnel.draft.tos()),
            prefix("dsfield", tunnel -> tunnel.draft.tos()),
            prefix("nopmtudisc", tunnel -> tunnel.draft.pathMtuDiscovery(false)),
            prefix("pmtudisc", tunnel -> tunnel.draft.pathMtuDiscovery(true)),
            word("noencap", tunnel -> {}),
            word("encap", tunnel -> notSimulated("encap")),
            prefix("external", tunnel -> notSimulated("external")),
            word("fwmark", tunnel -> notSimulated("fwmark")));

    private static final Keywords<IpTunnelWords> GRE_KEYWORDS = Keywords.of(
            prefix("key", tunnel -> tunnel.draft.keys()),
            prefix("ikey", tunnel -> tunnel.draft.receivedKey()),
            prefix("okey", tunnel -> tunnel.draft.sentKey()),
            prefix("seq", tunnel -> tunnel.draft.sequences(true, true)),
            prefix("iseq", tunnel -> tunnel.draft.sequences(true, false)),
            prefix("oseq", tunnel -> tunnel.draft.sequences(false, true)),
            prefix("csum", tunnel -> tunnel.draft.checksums(true, true)),
            prefix("icsum", tunnel -> tunnel.draft.checksums(true, false)),
            prefix("ocsum", tunnel -> tunnel.draft.checksums(false, true)),
            prefix("noignore-df", tunnel -> {}),
            prefix("ignore-df", tunnel -> notSimulated("ignore-df")));

    private final IpContext ip;
    private final IpTunnelKind kind;
    private final Arguments words;
    private final TunnelDraft draft;
    private boolean empty;

    private IpTunnelWords(IpContext ip, IpTunnelKind kind, Arguments words) {
        this.ip = ip;
        this.kind = kind;
        this.words = words;
        this.draft = new TunnelDraft(ip, words);
    }

    /** @param known the settings that a device has which is to be changed */
    static KindWords parse(IpContext ip, IpTunnelKind kind, Arguments words, Optional<IpTunnelSettings> known) {
        IpTunnelWords tunnel = new IpTunnelWords(ip, kind, words);
        tunnel.empty = !words.hasNext();
        known.ifPresent(tunnel.draft::startFrom);
        while (words.hasNext()) {
            String word = words.next();
            boolean gre = kind != IpTunnelKind.IPIP && GRE_KEYWORDS.take(word, tunnel);
            if (!gre && !KEYWORDS.take(word, tunnel) && !(kind == IpTunnelKind.IPIP && tunnel.mode(word))) {
                throw new CommandException(
                        1, UsageText.of("ip-link-" + kind.text()).stripTrailing());
            }
        }
        tunnel.draft.checkTtl();
        return tunnel;
    }

    @Override
    public Optional<LinkKind> kind() {
        return Optional.of(new LinkKind.IpTunnel(kind, draft.settings(), false));
    }

    @Override
    public void change(Device changed) {
        if (empty) {
            return;
        }
        if (!(changed instanceof IpTunnel tunnel) || tunnel.tunnelKind() != kind) {
            throw new NetException(Errno.EOPNOTSUPP);
        }
        tunnel.change(draft.settings());
    }

    private void device() {
        String word = words.next();
        draft.device(ip.findDevice(word)
                .orElseThrow(
                        () -> new CommandException(CommandException.USAGE, "Cannot find device \"" + word + "\"")));
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
