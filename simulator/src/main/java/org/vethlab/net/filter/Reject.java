package org.vethlab.net.filter;

import java.util.Optional;
import org.vethlab.net.Namespace;

/** Refuses a packet and tells its sender ({@code reject}). */
public record Reject(Kind kind, int code) implements Statement {
    /** NFT_REJECT_*. */
    public enum Kind {
        /** An ICMP or ICMPv6 message with the code of the packet's own family. */
        UNREACHABLE,
        TCP_RESET,
        /** A code that stands for one of each family (NFT_REJECT_ICMPX_*): 0 no route, 1 port, 2 host, 3 administratively. */
        EITHER
    }

    @Override
    public Verdict evaluate(PacketContext packet) {
        Namespace namespace = packet.namespace();
        Optional<Integer> message = code(packet.ipv6().isPresent());
        if (packet.ipv4().isPresent()) {
            message.ifPresentOrElse(
                    value -> namespace.ipv4().reject().unreachable(packet, value),
                    () -> namespace.ipv4().reject().reset(packet));
        }
        if (packet.ipv6().isPresent()) {
            message.ifPresentOrElse(
                    value -> namespace.ipv6().reject().unreachable(packet, value),
                    () -> namespace.ipv6().reject().reset(packet));
        }
        return Verdict.DROP;
    }

    private Optional<Integer> code(boolean ipv6) {
        return switch (kind) {
            case TCP_RESET -> Optional.empty();
            case UNREACHABLE -> Optional.of(code);
            case EITHER -> Optional.of(ipv6 ? ipv6Code() : ipv4Code());
        };
    }

    private int ipv4Code() {
        return switch (code) {
            case 0 -> 0;
            case 1 -> 3;
            case 2 -> 1;
            default -> 13;
        };
    }

    private int ipv6Code() {
        return switch (code) {
            case 0 -> 0;
            case 1 -> 4;
            case 2 -> 3;
            default -> 1;
        };
    }
}
