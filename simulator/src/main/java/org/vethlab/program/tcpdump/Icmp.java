package org.vethlab.program.tcpdump;

/** ICMP (RFC 792), and the packets that its errors quote. */
final class Icmp {
    private static final int HEADER = 8;
    private static final int UNREACHABLE = 3;
    private static final int SOURCE_QUENCH = 4;
    private static final int REDIRECT = 5;
    private static final int TIME_EXCEEDED = 11;
    private static final int PARAMETER_PROBLEM = 12;

    /** By code of "unreachable"; the place of the quoted destination is marked. */
    private static final String[] UNREACHABLES = {
        "net %s unreachable",
        "host %s unreachable",
        "",
        "",
        "",
        "%s unreachable - source route failed",
        "net %s unreachable - unknown",
        "host %s unreachable - unknown",
        "%s unreachable - source host isolated",
        "net %s unreachable - admin prohibited",
        "host %s unreachable - admin prohibited",
        "net %s unreachable - tos prohibited",
        "host %s unreachable - tos prohibited",
        "host %s unreachable - admin prohibited filter",
        "host %s unreachable - host precedence violation",
        "host %s unreachable - precedence cutoff"
    };

    private final Printout out;
    private final Dissector dissector;

    Icmp(Printout out, Dissector dissector) {
        this.out = out;
        this.dissector = dissector;
    }

    void print(IpPayloadView payload) {
        out.enter("icmp");
        PacketView message = payload.bytes();
        message.need(2);
        int type = message.u8(0);
        String description = describe(type, message.u8(1), message);
        out.print("ICMP ", description, ", length ", payload.length());
        if (out.verbose() && !payload.fragmented() && message.has(payload.length())) {
            checksum(message, payload.length());
        }
        if (out.verbose() && quotes(type)) {
            out.print("\n\t");
            PacketView quoted = message.from(HEADER);
            int length = quoted.u16(2);
            dissector.ipv4().print(quoted.cut(length), length);
        }
    }

    private void checksum(PacketView message, int length) {
        long sum = message.sum(length);
        int found = message.u16(2);
        if (!Checksums.isGood(sum)) {
            out.print(" (wrong icmp cksum ", Integer.toHexString(found));
            out.print(" (->", Integer.toHexString(Checksums.expected(sum, found)), ")!)");
        }
    }

    private static boolean quotes(int type) {
        return type == UNREACHABLE
                || type == SOURCE_QUENCH
                || type == REDIRECT
                || type == TIME_EXCEEDED
                || type == PARAMETER_PROBLEM;
    }

    private String describe(int type, int code, PacketView message) {
        return switch (type) {
            case 0 -> "echo reply, id " + message.u16(4) + ", seq " + message.u16(6);
            case 8 -> "echo request, id " + message.u16(4) + ", seq " + message.u16(6);
            case UNREACHABLE -> unreachable(code, message);
            case SOURCE_QUENCH -> "source quench";
            case REDIRECT -> redirect(code, message);
            case 9 -> routerAdvertisement(message);
            case 10 -> "router solicitation";
            case TIME_EXCEEDED ->
                switch (code) {
                    case 0 -> "time exceeded in-transit";
                    case 1 -> "ip reassembly time exceeded";
                    default -> "time exceeded-#" + code;
                };
            case PARAMETER_PROBLEM ->
                code != 0 ? "parameter problem - code " + code : "parameter problem - octet " + message.u8(4);
            case 13 -> "time stamp query id " + message.u16(4) + " seq " + message.u16(6);
            case 14 -> timeStamps(message);
            case 15 -> "information request";
            case 16 -> "information reply";
            case 17 -> "address mask request";
            case 18 -> String.format("address mask is 0x%08x", message.u32(8));
            default -> "type-#" + type;
        };
    }

    private String unreachable(int code, PacketView message) {
        PacketView quoted = message.from(HEADER);
        String destination = out.names().host(quoted.ipv4(16));
        switch (code) {
            case 2:
                return destination + " protocol " + quoted.u8(9) + " unreachable";
            case 3:
                return destination + " " + port(quoted) + " unreachable";
            case 4:
                int mtu = message.u16(6);
                return destination + " unreachable - need to frag" + (mtu == 0 ? "" : " (mtu " + mtu + ")");
            default:
                return code < UNREACHABLES.length
                        ? String.format(UNREACHABLES[code], destination)
                        : destination + " unreachable - #" + code;
        }
    }

    private String port(PacketView quoted) {
        int protocol = quoted.u8(9);
        int port = quoted.u16((quoted.u8(0) & 15) * 4 + 2);
        return switch (protocol) {
            case 6 -> "tcp port " + out.names().port(port, "tcp");
            case 17 -> "udp port " + out.names().port(port, "udp");
            default -> "protocol " + protocol + " port " + port;
        };
    }

    private String redirect(int code, PacketView message) {
        String destination = out.names().host(message.ipv4(HEADER + 16));
        String gateway = out.names().host(message.ipv4(4));
        return switch (code) {
            case 0 -> "redirect " + destination + " to net " + gateway;
            case 1 -> "redirect " + destination + " to host " + gateway;
            case 2 -> "redirect-tos " + destination + " to net " + gateway;
            case 3 -> "redirect-tos " + destination + " to host " + gateway;
            default -> "redirect-#" + code + " " + destination + " to " + gateway;
        };
    }

    private String routerAdvertisement(PacketView message) {
        StringBuilder text = new StringBuilder("router advertisement lifetime ");
        int lifetime = message.u16(6);
        if (lifetime < 60) {
            text.append(lifetime);
        } else if (lifetime < 3600) {
            text.append(String.format("%d:%02d", lifetime / 60, lifetime % 60));
        } else {
            text.append(String.format("%d:%02d:%02d", lifetime / 3600, lifetime % 3600 / 60, lifetime % 60));
        }
        int addresses = message.u8(4);
        text.append(' ').append(addresses).append(':');
        if (message.u8(5) != 2) {
            return text.append(" [size ").append(message.u8(5)).append(']').toString();
        }
        for (int i = 0; i < addresses; i++) {
            int at = HEADER + 8 * i;
            text.append(" {")
                    .append(out.names().host(message.ipv4(at)))
                    .append(' ')
                    .append(message.u32(at + 4))
                    .append('}');
        }
        return text.toString();
    }

    private static String timeStamps(PacketView message) {
        return "time stamp reply id " + message.u16(4) + " seq " + message.u16(6) + ": org " + ofDay(message.u32(8))
                + ", recv " + ofDay(message.u32(12)) + ", xmit " + ofDay(message.u32(16));
    }

    /** Milliseconds since midnight. */
    private static String ofDay(long millis) {
        long seconds = millis / 1000;
        return String.format("%02d:%02d:%02d.%03d", seconds / 3600, seconds % 3600 / 60, seconds % 60, millis % 1000);
    }
}
