package org.vethlab.net.filter.xt;

import org.vethlab.addr.MacAddress;
import org.vethlab.net.filter.PacketContext;
import org.vethlab.net.filter.Verdict;
import org.vethlab.wire.EthernetFrame;

/**
 * ebtables' {@code dnat}, {@code snat} and {@code redirect}: another hardware address.
 *
 * @param address that of the bridge for {@code redirect}, whatever stands here
 */
public record EthernetTarget(String extension, MacAddress address, Verdict verdict) implements XtTarget {
    @Override
    public Verdict evaluate(PacketContext packet) {
        packet.frame().ifPresent(frame -> packet.metadata().setFrame(changed(packet, frame)));
        return verdict;
    }

    private EthernetFrame changed(PacketContext packet, EthernetFrame frame) {
        MacAddress bridge = packet.input()
                .flatMap(port -> port.master())
                .map(master -> master.address())
                .orElse(address);
        return switch (extension) {
            case "snat" -> new EthernetFrame(frame.destination(), address, frame.payload());
            case "dnat" -> new EthernetFrame(address, frame.source(), frame.payload());
            default -> new EthernetFrame(bridge, frame.source(), frame.payload());
        };
    }
}
