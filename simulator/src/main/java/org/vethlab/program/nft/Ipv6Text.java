package org.vethlab.program.nft;

/** What the scanner takes for an IPv6 address: eight groups, or fewer with one {@code ::} in them. */
final class Ipv6Text {
    private static final int GROUPS = 8;

    private Ipv6Text() {}

    static boolean isAddress(String text) {
        int gap = text.indexOf("::");
        String groups = text.indexOf('.') < 0 ? text : withoutIpv4(text);
        if (groups.isEmpty()) {
            return false;
        }
        if (gap < 0) {
            return count(groups) == GROUPS;
        }
        int before = count(groups.substring(0, gap));
        int after = count(groups.substring(gap + 2));
        return before >= 0 && after >= 0 && before + after < GROUPS;
    }

    /** Only {@code ::1.2.3.4} and {@code ::ffff:1.2.3.4}; their last part counts as two groups. */
    private static String withoutIpv4(String text) {
        int colon = text.lastIndexOf(':');
        String head = text.substring(0, colon + 1);
        return head.equals("::") || head.equalsIgnoreCase("::ffff:") ? head + "0:0" : "";
    }

    /** The number of groups; negative if one of them is none. */
    private static int count(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        String[] groups = text.split(":", -1);
        for (String group : groups) {
            if (group.isEmpty() || group.length() > 4) {
                return -1;
            }
        }
        return groups.length;
    }
}
