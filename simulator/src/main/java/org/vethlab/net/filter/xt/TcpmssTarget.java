package org.vethlab.net.filter.xt;

import java.util.Optional;
import org.vethlab.net.filter.PacketContext;
import org.vethlab.net.filter.Verdict;
import org.vethlab.net.link.Device;
import org.vethlab.wire.TcpSegment;

/** {@code TCPMSS}: a smaller maximum segment size in SYNs. @param size empty to go by the path's MTU */
public record TcpmssTarget(Optional<Integer> size) implements XtTarget {
    private static final int KIND = 2;
    private static final int LENGTH = 4;

    @Override
    public String extension() {
        return "TCPMSS";
    }

    @Override
    public Verdict evaluate(PacketContext packet) {
        packet.ipv4().ifPresent(ipv4 -> {
            if (ipv4.payload() instanceof TcpSegment tcp && tcp.has(TcpSegment.SYN)) {
                packet.replace(ipv4.withPayload(clamped(tcp, limit(packet, 40))));
            }
        });
        return Verdict.CONTINUE;
    }

    private int limit(PacketContext packet, int headers) {
        return size.orElseGet(() -> {
            int out = packet.output().map(Device::mtu).orElse(65535);
            int in = packet.input().map(Device::mtu).orElse(65535);
            return Math.min(out, in) - headers;
        });
    }

    private static TcpSegment clamped(TcpSegment segment, int limit) {
        byte[] options = segment.options().clone();
        for (int at = 0; at + LENGTH <= options.length; at += options[at] < 2 ? 1 : Math.max(options[at + 1], 1)) {
            int old = (options[at + 2] & 0xff) << 8 | options[at + 3] & 0xff;
            if (options[at] == KIND && options[at + 1] == LENGTH && old > limit) {
                options[at + 2] = (byte) (limit >>> 8);
                options[at + 3] = (byte) limit;
            }
        }
        return segment.withOptions(options);
    }
}
