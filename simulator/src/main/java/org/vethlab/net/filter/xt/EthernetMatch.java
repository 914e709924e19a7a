package org.vethlab.net.filter.xt;

import java.util.Optional;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.filter.PacketContext;
import org.vethlab.wire.EthernetFrame;

/**
 * What every rule of ebtables may test (struct ebt_entry).
 *
 * @param protocol EtherType; -1 for any, 0 for IEEE 802.3 lengths
 */
public record EthernetMatch(
        int protocol,
        boolean protocolInverted,
        Optional<MacTest> source,
        Optional<MacTest> destination,
        Optional<InterfaceTest> input,
        Optional<InterfaceTest> output)
        implements XtMatch {
    /** Any protocol. */
    public static final int ANY = -1;

    private static final int LEAST_TYPE = 1536;

    /** An address under a mask. */
    public record MacTest(MacAddress address, MacAddress mask, boolean inverted) {
        boolean matches(MacAddress tested) {
            return (((tested.bits() ^ address.bits()) & mask.bits()) == 0) != inverted;
        }
    }

    @Override
    public String extension() {
        return "";
    }

    @Override
    public boolean matches(PacketContext packet) {
        Optional<EthernetFrame> frame = packet.frame();
        return (protocol == ANY || isProtocol(packet.packet().etherType()) != protocolInverted)
                && (input.isEmpty() || input.get().matches(packet.input()))
                && (output.isEmpty() || output.get().matches(packet.output()))
                && source.filter(test ->
                                frame.isEmpty() || !test.matches(frame.get().source()))
                        .isEmpty()
                && destination
                        .filter(test ->
                                frame.isEmpty() || !test.matches(frame.get().destination()))
                        .isEmpty();
    }

    private boolean isProtocol(int etherType) {
        return protocol == 0 ? etherType < LEAST_TYPE : etherType == protocol;
    }
}
