package org.vethlab.program.netstat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.program.Context;

/** netstat -g: the multicast groups of /proc/net/igmp and igmp6. */
final class Groups {
    private Groups() {}

    static String text(Context context) {
        StringBuilder text = new StringBuilder("IPv6/IPv4 Group Memberships\n"
                + "Interface       RefCnt Group\n"
                + "--------------- ------ ---------------------\n");
        String device = "";
        for (String line : lines(context, "/proc/net/igmp")) {
            String[] words = line.strip().split("\\s+");
            if (line.startsWith("\t")) {
                Ipv4Address group = new Ipv4Address(Integer.reverseBytes(Integer.parseUnsignedInt(words[0], 16)));
                text.append(row(device, words[1], group.toString()));
            } else if (words.length > 1) {
                device = words[1];
            }
        }
        for (String line : lines(context, "/proc/net/igmp6")) {
            String[] words = line.strip().split("\\s+");
            Ipv6Address group = new Ipv6Address(
                    Long.parseUnsignedLong(words[2].substring(0, 16), 16),
                    Long.parseUnsignedLong(words[2].substring(16), 16));
            text.append(row(words[1], words[3], group.toString()));
        }
        return text.toString();
    }

    private static String row(String device, String references, String group) {
        return String.format(Locale.ROOT, "%-15s %-6s %s\n", device, references, group);
    }

    private static String[] lines(Context context, String path) {
        String text = new String(context.files().read(path), StandardCharsets.UTF_8);
        return text.isEmpty() ? new String[0] : text.split("\n");
    }
}
