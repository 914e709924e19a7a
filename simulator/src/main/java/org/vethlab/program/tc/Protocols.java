package org.vethlab.program.tc;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.vethlab.program.Numbers;

/** Names of EtherTypes as iproute2 knows them (lib/ll_proto.c). */
final class Protocols {
    private static final Map<String, Integer> NAMES = names();

    private Protocols() {}

    private static Map<String, Integer> names() {
        Map<String, Integer> names = new LinkedHashMap<>();
        names.put("ip", 0x0800);
        names.put("x25", 0x0805);
        names.put("arp", 0x0806);
        names.put("rarp", 0x8035);
        names.put("ipv6", 0x86dd);
        names.put("802_3", 0x0001);
        names.put("802_2", 0x0004);
        names.put("all", 0x0003);
        names.put("802.1Q", 0x8100);
        names.put("802.1ad", 0x88a8);
        names.put("mpls_uc", 0x8847);
        names.put("mpls_mc", 0x8848);
        names.put("ppp_disc", 0x8863);
        names.put("ppp_ses", 0x8864);
        names.put("lldp", 0x88cc);
        return names;
    }

    /** Without regard to case, or a number. */
    static OptionalInt number(String word) {
        for (Map.Entry<String, Integer> name : NAMES.entrySet()) {
            if (name.getKey().equalsIgnoreCase(word)) {
                return OptionalInt.of(name.getValue());
            }
        }
        OptionalLong number = Numbers.unsigned(word, 16);
        return number.isPresent() ? OptionalInt.of((int) number.getAsLong()) : OptionalInt.empty();
    }

    static String name(int number) {
        return NAMES.entrySet().stream()
                .filter(name -> name.getValue() == number)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("[" + number + "]");
    }
}
