package org.vethlab.program.ip;

import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv4Prefix;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.ipv4.AddressMatch;
import org.vethlab.net.ipv4.Addresses;
import org.vethlab.net.ipv4.InterfaceAddress;
import org.vethlab.net.link.Device;
import org.vethlab.net.route.Scope;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.ip.IpOptions.Family;

/** {@code ip address add}, {@code change}, {@code replace} and {@code delete} (ipaddr_modify). */
final class AddressModify {
    /** What is to be done. {@code change} and {@code replace} are the same to the kernel. */
    enum Verb {
        ADD,
        REPLACE,
        DELETE
    }

    private static final int LABEL_LENGTH = 15;

    private final IpContext ip;
    private final Verb verb;

    AddressModify(IpContext ip, Verb verb) {
        this.ip = ip;
        this.verb = verb;
    }

    int run(Arguments words) {
        AddressWords said = AddressWords.parse(ip, words);
        String name = said.device.orElseThrow(
                () -> new CommandException(1, "Not enough information: \"dev\" argument is required."));
        if (isWildcardDeletion(said)) {
            ip.fail(0, wildcardWarning(said));
        }
        Optional<Ipv4Address> broadcast = broadcast(said);
        Device device = ip.device(name);
        said.checkLifetimes();
        if (said.family == Family.INET6) {
            return new Ipv6AddressModify(ip).run(verb, said, device);
        }
        if (said.family != Family.INET) {
            throw new NetException(Errno.EOPNOTSUPP);
        }
        if (said.label.filter(label -> label.length() > LABEL_LENGTH).isPresent()) {
            throw new NetException(Errno.ERANGE, "Attribute failed policy validation");
        }
        Addresses addresses = ip.net().ipv4().addresses();
        switch (verb) {
            case ADD -> addresses.add(address(said, device, broadcast));
            case REPLACE -> addresses.replace(address(said, device, broadcast));
            case DELETE -> addresses.delete(match(said, device));
        }
        return 0;
    }

    private boolean isWildcardDeletion(AddressWords said) {
        return verb == Verb.DELETE
                && said.peer.isEmpty()
                && said.local
                        .filter(local -> local.isIpv4() && !local.lengthGiven())
                        .isPresent();
    }

    private static String wildcardWarning(AddressWords said) {
        return "Warning: Executing wildcard deletion to stay compatible with old scripts.\n"
                + "         Explicitly specify the prefix length (" + said.localWord + "/32) to avoid this warning.\n"
                + "         This special behaviour is likely to disappear in further releases,\n"
                + "         fix your scripts!";
    }

    /** {@code +} sets all host bits of the peer's subnet, {@code -} clears them; a /31 or /32 gets none. */
    private Optional<Ipv4Address> broadcast(AddressWords said) {
        if (said.broadcastHostBits.isEmpty() || verb == Verb.DELETE) {
            return said.broadcast;
        }
        if (said.family != Family.INET) {
            throw new CommandException(1, "Broadcast can be set only for IPv4 addresses");
        }
        InetPrefix subnet = said.peer.or(() -> said.local).orElseThrow();
        if (subnet.length() > 30) {
            return Optional.empty();
        }
        Ipv4Prefix prefix = subnet.ipv4Prefix();
        return Optional.of(said.broadcastHostBits.get() ? prefix.broadcast() : prefix.network());
    }

    private InterfaceAddress address(AddressWords said, Device device, Optional<Ipv4Address> broadcast) {
        InetPrefix subnet = said.peer.or(() -> said.local).orElseThrow(() -> new NetException(Errno.EINVAL));
        InetPrefix local =
                said.local.orElseThrow(() -> new NetException(Errno.EINVAL, "ipv4: Local address is not supplied"));
        return new InterfaceAddress(
                device,
                local.ipv4(),
                subnet.ipv4(),
                length(said),
                broadcast,
                said.scope.orElse(local.ipv4().isLoopback() ? Scope.HOST : Scope.GLOBAL),
                said.label.orElse(device.name()),
                false,
                said.valid,
                said.preferred,
                said.flags.contains(AddressFlag.NOPREFIXROUTE),
                said.metric);
    }

    private AddressMatch match(AddressWords said, Device device) {
        Optional<AddressMatch.Subnet> subnet = isWildcardDeletion(said)
                ? Optional.empty()
                : said.peer.or(() -> said.local).map(prefix -> new AddressMatch.Subnet(prefix.ipv4(), length(said)));
        return new AddressMatch(device, said.local.map(InetPrefix::ipv4), subnet, said.label);
    }

    /** The peer's length; the local address's if that is 0 or there is no peer. */
    private static int length(AddressWords said) {
        int peerLength = said.peer.map(InetPrefix::length).orElse(0);
        return peerLength != 0 ? peerLength : said.local.map(InetPrefix::length).orElse(0);
    }
}
