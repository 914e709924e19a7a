package org.vethlab.program.iptables.extension;

import java.util.Optional;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.filter.conntrack.NatRange;
import org.vethlab.net.filter.xt.AddressTest;
import org.vethlab.net.filter.xt.NatTarget;
import org.vethlab.program.iptables.AddressParser;

/** {@code -j NETMAP}: a whole network for another. */
final class NetmapExtension extends Extension<NatTarget> {
    NetmapExtension() {
        super("NETMAP", NatTarget.class, Flag.value("to"));
    }

    @Override
    public NatTarget build(Given given) {
        String word = given.required("to").value();
        AddressTest network = AddressParser.parse(word, false, given.variant(), given.names());
        IpAddress last = network.address();
        if (network.address() instanceof Ipv4Address first && network.mask() instanceof Ipv4Address mask) {
            last = new Ipv4Address(first.bits() | ~mask.bits());
        }
        return new NatTarget(
                name(),
                new NatRange(
                        Optional.of(network.address()),
                        Optional.of(last),
                        Optional.empty(),
                        false,
                        false,
                        false,
                        true));
    }

    private static String network(NatTarget target) {
        IpAddress first = target.range().firstAddress().orElseThrow();
        if (first instanceof Ipv4Address from && target.range().lastAddress().orElseThrow() instanceof Ipv4Address to) {
            Ipv4Address mask = new Ipv4Address(~(from.bits() ^ to.bits()));
            return AddressParser.prefixLength(mask)
                    .map(length -> from + "/" + length)
                    .orElse(from + "/" + mask);
        }
        return first.toString();
    }

    @Override
    protected String listed(NatTarget target, ListStyle style) {
        return " to:" + network(target);
    }

    @Override
    protected String saved(NatTarget target) {
        return " --to " + network(target);
    }
}
