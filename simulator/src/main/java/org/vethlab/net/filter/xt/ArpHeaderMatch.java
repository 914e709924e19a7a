package org.vethlab.net.filter.xt;

import java.util.Optional;
import org.vethlab.net.filter.PacketContext;
import org.vethlab.wire.ArpPacket;

/** What every rule of arptables may test (struct arpt_arp). */
public record ArpHeaderMatch(
        Optional<InterfaceTest> input,
        Optional<InterfaceTest> output,
        Optional<AddressTest> source,
        Optional<AddressTest> target,
        Optional<EthernetMatch.MacTest> sourceMac,
        Optional<EthernetMatch.MacTest> targetMac,
        Optional<Range> operation)
        implements XtMatch {
    @Override
    public String extension() {
        return "";
    }

    @Override
    public boolean matches(PacketContext packet) {
        return packet.packet() instanceof ArpPacket arp
                && input.filter(test -> !test.matches(packet.input())).isEmpty()
                && output.filter(test -> !test.matches(packet.output())).isEmpty()
                && source.filter(test -> !test.matches(arp.senderAddress())).isEmpty()
                && target.filter(test -> !test.matches(arp.targetAddress())).isEmpty()
                && sourceMac.filter(test -> !test.matches(arp.senderMac())).isEmpty()
                && targetMac.filter(test -> !test.matches(arp.targetMac())).isEmpty()
                && operation
                        .filter(range -> !range.contains(arp.operation().code()))
                        .isEmpty();
    }
}
