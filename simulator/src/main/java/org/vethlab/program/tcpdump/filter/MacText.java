package org.vethlab.program.tcpdump.filter;

/** MAC addresses as filters write them: with colons, dashes or dots, of one or two digits, or three groups of four. */
final class MacText {
    private MacText() {}

    static long parse(String text) {
        String[] groups = text.split("[:.-]");
        long bits = 0;
        for (String group : groups) {
            bits = bits << (groups.length == 3 ? 16 : 8) | Integer.parseInt(group, 16);
        }
        return bits;
    }
}
