package org.vethlab.net.filter.xt;

import java.util.Optional;
import org.vethlab.net.filter.PacketContext;

/**
 * What every rule of iptables may test without {@code -m} (struct ipt_ip).
 *
 * @param protocol 0 for any
 * @param fragment whether only later fragments are meant ({@code -f}), or only others
 */
public record IpHeaderMatch(
        Optional<AddressTest> source,
        Optional<AddressTest> destination,
        Optional<InterfaceTest> input,
        Optional<InterfaceTest> output,
        int protocol,
        boolean protocolInverted,
        Optional<Boolean> fragment)
        implements XtMatch {
    @Override
    public String extension() {
        return "";
    }

    @Override
    public boolean matches(PacketContext packet) {
        return matchesDevices(packet)
                && (protocol == 0 || (packet.protocol() == protocol) != protocolInverted)
                && (source.isEmpty() || source.get().matches(Addresses.source(packet)))
                && (destination.isEmpty() || destination.get().matches(Addresses.destination(packet)))
                && (fragment.isEmpty() || fragment.get() == isLaterFragment(packet));
    }

    private boolean matchesDevices(PacketContext packet) {
        return (input.isEmpty() || input.get().matches(packet.input()))
                && (output.isEmpty() || output.get().matches(packet.output()));
    }

    private static boolean isLaterFragment(PacketContext packet) {
        return packet.ipv4().filter(ipv4 -> ipv4.fragmentOffset() > 0).isPresent();
    }
}
