package org.vethlab.program.ebtables;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vethlab.program.Numbers;

/** The names of Ethernet's protocols that students meet (/etc/ethertypes). */
final class EtherTypes {
    private static final Map<String, Integer> NAMES = names();
    private static final int LEAST = 0x600;

    private EtherTypes() {}

    private static Map<String, Integer> names() {
        Map<String, Integer> names = new LinkedHashMap<>();
        names.put("IPv4", 0x0800);
        names.put("ARP", 0x0806);
        names.put("RARP", 0x8035);
        names.put("802_1Q", 0x8100);
        names.put("IPX", 0x8137);
        names.put("IPv6", 0x86dd);
        names.put("MPLS", 0x8847);
        names.put("PPP_DISC", 0x8863);
        names.put("PPP_SES", 0x8864);
        names.put("EAPOL", 0x888e);
        names.put("S-TAG", 0x88a8);
        names.put("LLDP", 0x88cc);
        names.put("MACSEC", 0x88e5);
        names.put("PTP", 0x88f7);
        return names;
    }

    /** By number, name or second name; 0 for LENGTH. */
    static Optional<Integer> parse(String word) {
        String name = switch (word.toLowerCase(Locale.ROOT)) {
            case "ip", "ip4" -> "ipv4";
            case "ip6" -> "ipv6";
            case "8021q", "1q" -> "802_1q";
            case "ether-arp" -> "arp";
            default -> word.toLowerCase(Locale.ROOT);
        };
        if (name.equals("length")) {
            return Optional.of(0);
        }
        Optional<Integer> known = NAMES.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
        String digits = word.startsWith("0x") ? word : "0x" + word;
        return known.or(() -> Numbers.unsigned(digits, 16).stream()
                .mapToObj(value -> (int) value)
                .filter(value -> value >= LEAST)
                .findFirst());
    }

    static String name(int protocol) {
        if (protocol == 0) {
            return "Length";
        }
        return NAMES.entrySet().stream()
                .filter(entry -> entry.getValue() == protocol)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("0x" + Integer.toHexString(protocol));
    }
}
