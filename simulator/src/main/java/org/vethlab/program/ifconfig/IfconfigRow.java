package org.vethlab.program.ifconfig;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.NetException;
import org.vethlab.net.ipv4.InterfaceAddress;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.DeviceFlag;
import org.vethlab.net.link.OperState;
import org.vethlab.net.link.Statistics;
import org.vethlab.program.Context;

/**
 * A device, or an alias of one, as {@code ifconfig} prints it.
 *
 * @param label the device's name, or the alias's: {@code eth0:1}
 */
record IfconfigRow(Device device, String label, Optional<InterfaceAddress> address) {
    private static final int RUNNING = 0x40;

    /** The flags with a letter for {@code -s}, in the order of the long form. */
    private enum Flag {
        UP(DeviceFlag.UP.code()),
        BROADCAST(DeviceFlag.BROADCAST.code()),
        DEBUG(DeviceFlag.DEBUG.code()),
        LOOPBACK(DeviceFlag.LOOPBACK.code()),
        POINTOPOINT(DeviceFlag.POINTOPOINT.code()),
        NOTRAILERS(DeviceFlag.NOTRAILERS.code()),
        RUNNING(IfconfigRow.RUNNING),
        NOARP(DeviceFlag.NOARP.code()),
        PROMISC(DeviceFlag.PROMISC.code()),
        ALLMULTI(DeviceFlag.ALLMULTI.code()),
        SLAVE(DeviceFlag.SLAVE.code()),
        MASTER(DeviceFlag.MASTER.code()),
        MULTICAST(DeviceFlag.MULTICAST.code()),
        DYNAMIC(DeviceFlag.DYNAMIC.code());

        private final int code;

        Flag(int code) {
            this.code = code;
        }
    }

    /** The letters of {@code -s}, in their order. */
    private enum Letter {
        A(Flag.ALLMULTI, "A"),
        B(Flag.BROADCAST, "B"),
        D(Flag.DEBUG, "D"),
        L(Flag.LOOPBACK, "L"),
        M(Flag.MULTICAST, "M"),
        DYNAMIC(Flag.DYNAMIC, "d"),
        PROMISC(Flag.PROMISC, "P"),
        N(Flag.NOTRAILERS, "N"),
        O(Flag.NOARP, "O"),
        POINTOPOINT(Flag.POINTOPOINT, "P"),
        SLAVE(Flag.SLAVE, "s"),
        MASTER(Flag.MASTER, "m"),
        R(Flag.RUNNING, "R"),
        U(Flag.UP, "U");

        private final Flag flag;
        private final String text;

        Letter(Flag flag, String text) {
            this.flag = flag;
            this.text = text;
        }
    }

    private boolean isAlias() {
        return !label.equals(device.name());
    }

    /** struct ifreq has 16 bits for them, with a sign. */
    private short flags() {
        int flags = 0;
        for (DeviceFlag flag : device.flags()) {
            flags |= flag.code();
        }
        OperState state = device.operState();
        boolean running = device.isUp() && (state == OperState.UP || state == OperState.UNKNOWN);
        return (short) (running ? flags | RUNNING : flags);
    }

    private boolean has(Flag flag) {
        return (flags() & flag.code) != 0;
    }

    /** One line of the table of {@code -s}. */
    String brief() {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-15.15s %5d ", label, device.mtu()));
        if (isAlias()) {
            line.append(String.format(Locale.ROOT, "%-56s", "     - no statistics available -"));
        } else {
            Statistics s = device.statistics();
            line.append(String.format(Locale.ROOT, "%8d %6d %6d %-6d ", s.rxPackets, s.rxErrors, s.rxDropped, 0));
            line.append(String.format(Locale.ROOT, "%8d %6d %6d %6d ", s.txPackets, s.txErrors, s.txDropped, 0));
        }
        line.append(flags() == 0 ? "[NO FLAGS]" : "");
        for (Letter letter : Letter.values()) {
            line.append(has(letter.flag) ? letter.text : "");
        }
        return line.append('\n').toString();
    }

    /** All lines, the empty one at the end included. */
    String full(Context context) {
        StringBuilder text = new StringBuilder(label + ": flags=" + flags() + "<");
        for (Flag flag : Flag.values()) {
            text.append(has(flag) ? flag.name() + "," : "");
        }
        if (text.charAt(text.length() - 1) == ',') {
            text.setLength(text.length() - 1);
        }
        text.append(">  mtu ").append(device.mtu()).append('\n');
        address.ifPresent(own -> text.append(inet(own)));
        text.append(isAlias() ? "" : inet6(context));
        text.append(hardware());
        text.append(isAlias() ? "" : statistics());
        return text.append('\n').toString();
    }

    private String inet(InterfaceAddress own) {
        Ipv4Address broadcast = own.broadcast().orElse(Ipv4Address.ANY);
        return "        inet " + own.local()
                + "  netmask " + own.prefix().netmask()
                + (has(Flag.BROADCAST) ? "  broadcast " + broadcast : "")
                + (has(Flag.POINTOPOINT) ? "  destination " + own.peer() : "")
                + "\n";
    }

    /** From /proc/net/if_inet6: address, index, prefix length, scope, flags, name, all but the name hexadecimal. */
    private String inet6(Context context) {
        String file;
        try {
            file = new String(context.files().read("/proc/net/if_inet6"), StandardCharsets.UTF_8);
        } catch (NetException e) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (String line : file.split("\n", -1)) {
            String[] words = line.trim().split("\\s+");
            if (words.length == 6 && words[5].equals(label)) {
                text.append(inet6(words[0], Integer.parseInt(words[2], 16), Integer.parseInt(words[3], 16)));
            }
        }
        return text.toString();
    }

    private static String inet6(String digits, int length, int scope) {
        Ipv6Address address = new Ipv6Address(
                Long.parseUnsignedLong(digits.substring(0, 16), 16), Long.parseUnsignedLong(digits.substring(16), 16));
        String name = switch (scope) {
            case 0x00 -> "global";
            case 0x10 -> "host";
            case 0x20 -> "link";
            case 0x40 -> "site";
            default -> "";
        };
        return "        inet6 " + address + "  prefixlen " + length + "  scopeid 0x" + Integer.toHexString(scope) + "<"
                + name + ">\n";
    }

    private String hardware() {
        boolean loopback = device.has(DeviceFlag.LOOPBACK);
        return "        " + (loopback ? "loop" : "ether " + device.address())
                + "  txqueuelen " + device.queueLength()
                + (loopback ? "  (Local Loopback)\n" : "  (Ethernet)\n");
    }

    private String statistics() {
        Statistics s = device.statistics();
        String margin = "        ";
        return margin + "RX packets " + s.rxPackets + "  bytes " + s.rxBytes + " (" + human(s.rxBytes) + ")\n"
                + margin + "RX errors " + s.rxErrors + "  dropped " + s.rxDropped + "  overruns 0  frame 0\n"
                + margin + "TX packets " + s.txPackets + "  bytes " + s.txBytes + " (" + human(s.txBytes) + ")\n"
                + margin + "TX errors " + s.txErrors + "  dropped " + s.txDropped
                + " overruns 0  carrier 0  collisions "
                + s.collisions + "\n";
    }

    /** With one decimal, cut off. Exactly 1024 bytes are not yet a KiB. */
    private static String human(long bytes) {
        String[] units = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};
        int unit = 0;
        while (unit < units.length - 1 && bytes > 1L << 10 * (unit + 1)) {
            unit++;
        }
        long tenths = bytes * 10 / (1L << 10 * unit);
        return tenths / 10 + "." + tenths % 10 + " " + units[unit];
    }
}
