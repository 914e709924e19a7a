package org.vethlab.program.tcpdump;

import java.util.Arrays;
import org.vethlab.wire.LinkType;
import org.vethlab.wire.PcapPacket;

/** Turns packets into the lines that tcpdump prints. */
final class PacketPrinter {
    private final TcpdumpOptions options;
    private final LinkType link;
    private final Printout out;
    private final Dissector dissector;
    private final TimeStamps times;
    private int number;

    PacketPrinter(TcpdumpOptions options, LinkType link, Names names, LinuxCooked.Interfaces interfaces) {
        this.options = options;
        this.link = link;
        this.out = new Printout(options.style(), names);
        this.dissector = new Dissector(out, interfaces);
        this.times = new TimeStamps(options.times("t"), options.nanoseconds());
    }

    /** One packet's lines, the last newline included. */
    String print(PcapPacket packet) {
        number++;
        out.print(options.has("#") ? String.format("%5d  ", number) : "", times.of(packet.time()));
        int header = dissect(PacketView.of(packet.bytes()), packet.length());
        dump(packet, Math.min(header, packet.bytes().length));
        out.print("\n");
        return out.take();
    }

    private int dissect(PacketView packet, int length) {
        try {
            switch (link) {
                case ETHERNET -> dissector.ethernet().frame(packet, length);
                case LINUX_SLL2 -> dissector.cooked().version2(packet, length);
                case LINUX_SLL -> dissector.cooked().version1(packet, length);
                case IPV6 -> dissector.ipv6().print(packet, length);
                default -> raw(packet, length);
            }
        } catch (TruncatedPacket e) {
            out.truncated();
        }
        return headerLength(packet);
    }

    private void raw(PacketView packet, int length) {
        if (packet.u8(0) >>> 4 == 6) {
            dissector.ipv6().print(packet, length);
        } else {
            dissector.ipv4().print(packet, length);
        }
    }

    private int headerLength(PacketView packet) {
        return switch (link) {
            case ETHERNET -> Ethernet.headerLength(packet);
            case LINUX_SLL2 -> LinuxCooked.HEADER2;
            case LINUX_SLL -> LinuxCooked.HEADER1;
            default -> 0;
        };
    }

    /** -A, -x, -X: without the link-layer header, unless the letter is doubled. */
    private void dump(PcapPacket packet, int header) {
        byte[] all = packet.bytes();
        byte[] payload = Arrays.copyOfRange(all, header, all.length);
        if (options.times("X") > 0) {
            dissector.hex().withText("\n\t", options.times("X") > 1 ? all : payload);
        } else if (options.times("x") > 0) {
            dissector.hex().plain("\n\t", options.times("x") > 1 ? all : payload);
        } else if (options.times("A") > 0) {
            dissector.hex().text(options.times("A") > 1 ? all : payload);
        }
    }
}
