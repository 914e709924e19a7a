package org.vethlab.net.filter.xt;

import java.util.Optional;
import org.vethlab.net.filter.PacketContext;
import org.vethlab.wire.IpPayload;
import org.vethlab.wire.RawData;
import org.vethlab.wire.TcpSegment;
import org.vethlab.wire.UdpDatagram;

/** Ports of TCP or UDP ({@code --sport}, {@code --dport}); with TCP, flags and an option too. */
public record PortMatch(
        String extension,
        Range sourcePorts,
        Range destinationPorts,
        Optional<FlagTest> flags,
        Optional<OptionTest> option)
        implements XtMatch {
    /** Any port: it says nothing. */
    public static final Range ANY = Range.all(65535);

    /** Of the flags in the mask just those to compare are set. */
    public record FlagTest(int mask, int set, boolean inverted) {}

    /** A TCP option is there. */
    public record OptionTest(int kind, boolean inverted) {}

    @Override
    public boolean matches(PacketContext packet) {
        IpPayload payload = packet.transport().orElse(NOTHING);
        if (payload instanceof TcpSegment tcp) {
            return sourcePorts.contains(tcp.sourcePort())
                    && destinationPorts.contains(tcp.destinationPort())
                    && flags.filter(test -> (tcp.flags() & test.mask()) == test.set() == test.inverted())
                            .isEmpty()
                    && option.filter(test -> has(tcp, test.kind()) == test.inverted())
                            .isEmpty();
        }
        return payload instanceof UdpDatagram udp
                && sourcePorts.contains(udp.sourcePort())
                && destinationPorts.contains(udp.destinationPort());
    }

    private static final IpPayload NOTHING = new RawData(0, new byte[0]);

    private static boolean has(TcpSegment segment, int kind) {
        byte[] options = segment.options();
        int at = 0;
        while (at < options.length) {
            int found = options[at] & 0xff;
            if (found == kind) {
                return true;
            }
            at += found < 2 || at + 1 >= options.length ? 1 : Math.max(options[at + 1] & 0xff, 1);
        }
        return false;
    }
}
