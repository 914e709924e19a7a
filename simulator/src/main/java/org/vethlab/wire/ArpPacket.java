package org.vethlab.wire;

import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.MacAddress;

/** ARP for IPv4 over Ethernet (RFC 826). */
public record ArpPacket(
        Operation operation,
        MacAddress senderMac,
        Ipv4Address senderAddress,
        MacAddress targetMac,
        Ipv4Address targetAddress)
        implements Payload {
    public static final int ETHER_TYPE = 0x0806;
    public static final int LENGTH = 28;

    private static final int ETHERNET = 1;

    /** The operations of RFC 826. */
    public enum Operation {
        REQUEST(1),
        REPLY(2);

        private final int code;

        Operation(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }

        static Operation of(int code) {
            for (Operation operation : values()) {
                if (operation.code == code) {
                    return operation;
                }
            }
            throw new WireException("ARP operation " + code);
        }
    }

    public static ArpPacket request(
            MacAddress senderMac, Ipv4Address sender, MacAddress targetMac, Ipv4Address target) {
        return new ArpPacket(Operation.REQUEST, senderMac, sender, targetMac, target);
    }

    /** The answer to this request: the target's address is at {@code mac}. */
    public ArpPacket reply(MacAddress mac) {
        return new ArpPacket(Operation.REPLY, mac, targetAddress, senderMac, senderAddress);
    }

    @Override
    public int etherType() {
        return ETHER_TYPE;
    }

    @Override
    public int length() {
        return LENGTH;
    }

    @Override
    public void write(ByteWriter out, ChecksumOffload offload) {
        out.u16(ETHERNET).u16(Ipv4Packet.ETHER_TYPE).u8(6).u8(4).u16(operation.code());
        out.mac(senderMac).ipv4(senderAddress).mac(targetMac).ipv4(targetAddress);
    }

    static ArpPacket read(ByteReader in) {
        if (in.u16() != ETHERNET || in.u16() != Ipv4Packet.ETHER_TYPE || in.u8() != 6 || in.u8() != 4) {
            throw new WireException("ARP for other than IPv4 over Ethernet");
        }
        Operation operation = Operation.of(in.u16());
        return new ArpPacket(operation, in.mac(), in.ipv4(), in.mac(), in.ipv4());
    }
}
