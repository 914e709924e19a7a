package org.vethlab.net.filter.xt;

import java.util.Optional;
import org.vethlab.net.filter.PacketContext;
import org.vethlab.wire.ArpPacket;

/** ebtables' tests of ARP ({@code --arp-op}, {@code --arp-ip-src}). */
public record EthernetArpMatch(
        Optional<Range> operation,
        Optional<AddressTest> senderAddress,
        Optional<AddressTest> targetAddress,
        Optional<EthernetMatch.MacTest> senderMac,
        Optional<EthernetMatch.MacTest> targetMac,
        Optional<Boolean> gratuitous)
        implements XtMatch {
    @Override
    public String extension() {
        return "arp";
    }

    @Override
    public boolean matches(PacketContext packet) {
        return packet.packet() instanceof ArpPacket arp
                && operation
                        .filter(range -> !range.contains(arp.operation().code()))
                        .isEmpty()
                && senderAddress
                        .filter(test -> !test.matches(arp.senderAddress()))
                        .isEmpty()
                && targetAddress
                        .filter(test -> !test.matches(arp.targetAddress()))
                        .isEmpty()
                && senderMac.filter(test -> !test.matches(arp.senderMac())).isEmpty()
                && targetMac.filter(test -> !test.matches(arp.targetMac())).isEmpty()
                && gratuitous
                        .filter(wanted -> wanted != arp.senderAddress().equals(arp.targetAddress()))
                        .isEmpty();
    }
}
