package org.vethlab.program.ip;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.ipv6.Ipv6AddressFlag;
import org.vethlab.net.ipv6.Ipv6AddressRequest;
import org.vethlab.net.ipv6.Ipv6Addresses;
import org.vethlab.net.link.Device;

/** {@code ip -6 address add}, {@code change}, {@code replace} and {@code delete}. */
final class Ipv6AddressModify {
    private final Ipv6Addresses addresses;

    Ipv6AddressModify(IpContext ip) {
        this.addresses = ip.net().ipv6().addresses();
    }

    int run(AddressModify.Verb verb, AddressWords said, Device device) {
        InetPrefix local = said.local.or(() -> said.peer).orElseThrow(() -> new NetException(Errno.EINVAL));
        int length = said.peer.map(InetPrefix::length).orElse(local.length());
        switch (verb) {
            case ADD -> addresses.add(request(said, device, local.ipv6(), length));
            case REPLACE -> addresses.replace(request(said, device, local.ipv6(), length));
            case DELETE -> addresses.delete(device, local.ipv6(), length);
        }
        return 0;
    }

    private static Ipv6AddressRequest request(AddressWords said, Device device, Ipv6Address local, int length) {
        Optional<Ipv6Address> peer = said.peer.map(InetPrefix::ipv6).filter(far -> !far.equals(local));
        return new Ipv6AddressRequest(
                device, local, peer, length, flags(said.flags), said.valid, said.preferred, said.metric);
    }

    /** What the kernel lets users set; it ignores the rest. */
    private static Set<Ipv6AddressFlag> flags(Set<AddressFlag> said) {
        EnumSet<Ipv6AddressFlag> flags = EnumSet.noneOf(Ipv6AddressFlag.class);
        for (AddressFlag flag : said) {
            switch (flag) {
                case NODAD -> flags.add(Ipv6AddressFlag.NODAD);
                case HOME -> flags.add(Ipv6AddressFlag.HOMEADDRESS);
                case MNGTMPADDR -> flags.add(Ipv6AddressFlag.MANAGETEMPADDR);
                case NOPREFIXROUTE -> flags.add(Ipv6AddressFlag.NOPREFIXROUTE);
                case AUTOJOIN -> flags.add(Ipv6AddressFlag.MCAUTOJOIN);
                default -> {}
            }
        }
        return flags;
    }
}
