package org.vethlab.program.ebtables;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.filter.xt.EthernetMatch.MacTest;

/** Hardware addresses with masks, and the names of the well-known ones. */
public final class MacWords {
    private static final long ALL = 0xffff_ffff_ffffL;
    private static final Map<String, MacTest> NAMES = names();

    private MacWords() {}

    private static Map<String, MacTest> names() {
        Map<String, MacTest> names = new LinkedHashMap<>();
        names.put("Unicast", test(0, 0x0100_0000_0000L));
        names.put("Multicast", test(0x0100_0000_0000L, 0x0100_0000_0000L));
        names.put("Broadcast", test(ALL, ALL));
        names.put("BGA", test(0x0180_c200_0000L, ALL));
        return names;
    }

    private static MacTest test(long address, long mask) {
        return new MacTest(new MacAddress(address), new MacAddress(mask), false);
    }

    public static Optional<MacTest> parse(String word, boolean inverted) {
        for (Map.Entry<String, MacTest> entry : NAMES.entrySet()) {
            if (entry.getKey().equalsIgnoreCase(word)) {
                return Optional.of(
                        new MacTest(entry.getValue().address(), entry.getValue().mask(), inverted));
            }
        }
        String[] halves = word.split("/", 2);
        Optional<MacAddress> address = mac(halves[0]);
        Optional<MacAddress> mask = halves.length > 1 ? mac(halves[1]) : Optional.of(new MacAddress(ALL));
        return address.flatMap(given ->
                mask.map(ones -> new MacTest(new MacAddress(given.bits() & ones.bits()), ones, inverted)));
    }

    static Optional<MacAddress> mac(String word) {
        String[] groups = word.split(":", -1);
        long bits = 0;
        for (String group : groups) {
            if (groups.length != 6 || !group.matches("[0-9a-fA-F]{1,2}")) {
                return Optional.empty();
            }
            bits = bits << 8 | Integer.parseInt(group, 16);
        }
        return Optional.of(new MacAddress(bits));
    }

    public static String text(MacTest test) {
        for (Map.Entry<String, MacTest> entry : NAMES.entrySet()) {
            boolean same = entry.getValue().address().equals(test.address())
                    && entry.getValue().mask().equals(test.mask());
            if (same) {
                return entry.getKey();
            }
        }
        return test.mask().bits() == ALL ? test.address().toString() : test.address() + "/" + test.mask();
    }
}
