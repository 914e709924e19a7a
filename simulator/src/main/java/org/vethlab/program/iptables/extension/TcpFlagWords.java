package org.vethlab.program.iptables.extension;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vethlab.program.iptables.Failure;

/** Flags of TCP in words: {@code SYN,ACK}. */
final class TcpFlagWords {
    /** In the order of their bits. */
    private static final List<String> NAMES = List.of("FIN", "SYN", "RST", "PSH", "ACK", "URG");

    private TcpFlagWords() {}

    static int parse(String words) {
        int flags = 0;
        for (String word : words.split(",", -1)) {
            flags |= flag(word.toUpperCase(Locale.ROOT), word);
        }
        return flags;
    }

    private static int flag(String name, String word) {
        if (name.equals("ALL")) {
            return 0x3f;
        }
        if (name.equals("NONE")) {
            return 0;
        }
        int bit = NAMES.indexOf(name);
        if (bit < 0) {
            throw Failure.parameter("Unknown TCP flag `" + word + "'");
        }
        return 1 << bit;
    }

    static String text(int flags) {
        List<String> names = new ArrayList<>();
        for (int bit = 0; bit < NAMES.size(); bit++) {
            if ((flags >>> bit & 1) != 0) {
                names.add(NAMES.get(bit));
            }
        }
        return names.isEmpty() ? "NONE" : String.join(",", names);
    }
}
