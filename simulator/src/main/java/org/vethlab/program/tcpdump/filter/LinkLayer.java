package org.vethlab.program.tcpdump.filter;

import java.util.Optional;
import org.vethlab.addr.IpAddress;

/**
 * What an expression is compiled for.
 *
 * @param kind what stands before each packet
 * @param live whether packets come from the kernel, which knows more of them than their bytes
 * @param netmask of the device, for {@code ip broadcast}; 0 if it has none
 * @param names of hosts and ports
 */
public record LinkLayer(Kind kind, boolean live, int netmask, Names names) {
    /** Where the fields are. A type offset of -1 says that there is no type, and all is IP. */
    public enum Kind {
        ETHERNET(12, 14),
        COOKED(14, 16),
        COOKED2(0, 20),
        RAW_IP(-1, 0);

        private final int typeOffset;
        private final int headerLength;

        Kind(int typeOffset, int headerLength) {
            this.typeOffset = typeOffset;
            this.headerLength = headerLength;
        }

        int typeOffset() {
            return typeOffset;
        }

        int headerLength() {
            return headerLength;
        }
    }

    /** Turns names into numbers. */
    public interface Names {
        Optional<IpAddress> host(String name);

        /** @param protocol {@code tcp} or {@code udp} */
        Optional<Integer> port(String name, String protocol);
    }
}
