package org.vethlab.program.ip;

import java.util.Optional;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.LinkKind;
import org.vethlab.net.link.LinkRequest;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.UsageText;

/** {@code type veth [peer …]}: the peer is described by the same words as a device. */
final class VethWords {
    private VethWords() {}

    static KindWords parse(IpContext ip, Arguments words, boolean creates) {
        if (!words.hasNext()) {
            LinkRequest anyPeer = LinkRequest.of(new LinkKind.VethPeer());
            return KindWords.fixed(new LinkKind.Veth(anyPeer), true);
        }
        if (!words.takeIf("peer")) {
            throw new CommandException(1, UsageText.of("ip-link-veth").stripTrailing());
        }
        LinkSettings peer = LinkParser.parse(ip, words);
        peer.type.ifPresent(type -> {
            throw CommandException.duplicate("type", type);
        });
        if (creates && peer.name.isPresent() && !peer.name.equals(peer.device)) {
            throw LinkModify.nameAndDevice();
        }
        if (!creates) {
            peer.device.or(() -> peer.name).ifPresent(ip::device);
        }
        if (peer.device.filter(name -> name.length() > InterfaceNames.LONGEST).isPresent()) {
            throw new NetException(Errno.ERANGE, "Attribute failed policy validation");
        }
        LinkRequest request = LinkRequests.of(peer, Optional.empty(), new LinkKind.VethPeer());
        return KindWords.fixed(new LinkKind.Veth(request), false);
    }
}
