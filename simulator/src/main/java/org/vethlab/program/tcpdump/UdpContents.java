package org.vethlab.program.tcpdump;

import java.util.Optional;

/** What some UDP ports are known for: a datagram to or from one of them is taken apart, whatever it holds. */
final class UdpContents {
    private static final int BOOT_SERVER = 67;
    private static final int BOOT_CLIENT = 68;
    private static final int TFTP = 69;
    private static final int TIME = 123;
    private static final int MANAGEMENT = 161;
    private static final int LOG = 514;
    private static final int ROUTING = 520;
    private static final int ENCAPSULATED = 4500;
    private static final int CALLS = 5060;

    private static final String[] TFTP_OPERATIONS = {"", "RRQ", "WRQ", "DATA", "ACK", "ERROR", "OACK"};
    private static final String[] TIME_MODES = {
        "unspecified",
        "symmetric active",
        "symmetric passive",
        "Client",
        "Server",
        "Broadcast",
        "Control Message",
        "Reserved"
    };
    private static final String[] FACILITIES = {
        "kernel",
        "user",
        "mail",
        "daemon",
        "auth",
        "syslog",
        "lpr",
        "news",
        "uucp",
        "cron",
        "authpriv",
        "ftp",
        "ntp",
        "security",
        "console",
        "cron",
        "local0",
        "local1",
        "local2",
        "local3",
        "local4",
        "local5",
        "local6",
        "local7"
    };
    private static final String[] SEVERITIES = {
        "emergency", "alert", "critical", "error", "warning", "notice", "info", "debug"
    };

    private final Printout out;

    UdpContents(Printout out) {
        this.out = out;
    }

    /** @return whether one of the ports is known */
    boolean print(int source, int destination, PacketView data, int length) {
        Optional<Runnable> known = printer(source, data, length).or(() -> printer(destination, data, length));
        known.ifPresent(Runnable::run);
        return known.isPresent();
    }

    private Optional<Runnable> printer(int port, PacketView data, int length) {
        return switch (port) {
            case DomainName.PORT, DomainName.MULTICAST_PORT ->
                Optional.of(() -> new DomainName(out).print(data, length));
            case BOOT_SERVER, BOOT_CLIENT -> Optional.of(() -> boot(data, length));
            case TFTP -> Optional.of(() -> fileTransfer(data, length));
            case TIME -> Optional.of(() -> time(data, length));
            case MANAGEMENT -> isCutShort(data, length) ? Optional.of(() -> cutShort(data, length)) : Optional.empty();
            case LOG -> Optional.of(() -> log(data, length));
            case ROUTING -> Optional.of(() -> routing(data, length));
            case ENCAPSULATED -> Optional.of(() -> encapsulated(data, length));
            case CALLS -> Optional.of(() -> out.print("SIP"));
            default -> Optional.empty();
        };
    }

    private void boot(PacketView data, int length) {
        out.enter("bootp");
        int operation = data.u8(0);
        String name =
                operation == 1 ? "Request" : operation == 2 ? "Reply" : String.format("unknown (0x%02x)", operation);
        out.print("BOOTP/DHCP, ", name);
        if (data.u8(1) == 1 && data.u8(2) == 6 && operation == 1) {
            out.print(" from ", data.mac(28));
        }
        out.print(", length ", length);
    }

    private void fileTransfer(PacketView data, int length) {
        out.enter("tftp");
        out.print("TFTP, length ", length);
        int operation = data.u16(0);
        if (operation == 0 || operation >= TFTP_OPERATIONS.length) {
            out.print(", tftp-#", operation);
            return;
        }
        out.print(", ", TFTP_OPERATIONS[operation]);
        switch (TFTP_OPERATIONS[operation]) {
            case "RRQ", "WRQ" -> request(new String(data.copy(length), java.nio.charset.StandardCharsets.ISO_8859_1));
            case "DATA", "ACK" -> out.print(" block ", data.u16(2));
            default -> {}
        }
    }

    private void request(String message) {
        String[] words = message.substring(2).split("\0", -1);
        out.print(" \"", words[0], "\"", words.length > 1 ? " " + words[1] : "");
    }

    private void time(PacketView data, int length) {
        out.enter("ntp");
        int status = data.u8(0);
        out.print("NTPv", status >>> 3 & 7, ", ", TIME_MODES[status & 7], ", length ", length);
    }

    /** The message says that it is longer than it is: all that is told of what is no SNMP. */
    private static boolean isCutShort(PacketView data, int length) {
        return length >= 2 && data.has(2) && data.u8(1) < 0x80 && data.u8(1) > length - 2;
    }

    private void cutShort(PacketView data, int length) {
        out.print(" [len", length - 2, "<asnlen", data.u8(1), "]");
    }

    private void log(PacketView data, int length) {
        out.enter("syslog");
        int priority = 0;
        int at = 1;
        for (; at < 5 && data.u8(at) >= '0' && data.u8(at) <= '9'; at++) {
            priority = priority * 10 + data.u8(at) - '0';
        }
        if (data.u8(0) != '<' || data.u8(at) != '>') {
            out.invalid();
            return;
        }
        int facility = priority >>> 3;
        String name = facility < FACILITIES.length ? FACILITIES[facility] : "unknown (" + facility + ")";
        out.print("SYSLOG ", name, ".", SEVERITIES[priority & 7], ", length: ", length);
    }

    private void routing(PacketView data, int length) {
        out.enter("rip");
        int command = data.u8(0);
        String name = command == 1 ? "Request" : command == 2 ? "Response" : "unknown command (" + command + ")";
        out.print(out.verbose() ? "\n\t" : "", "RIPv", data.u8(1), ", ", name, ", length: ", length);
    }

    private void encapsulated(PacketView data, int length) {
        out.enter("isakmp");
        if (length < 4 || data.u8(0) == 0xff && length == 1) {
            out.print(length == 1 ? "isakmp-nat-keep-alive" : "[|isakmp]");
            return;
        }
        out.print(String.format("UDP-encap: ESP(spi=0x%08x,seq=0x%x), length %d", data.u32(0), data.u32(4), length));
    }
}
