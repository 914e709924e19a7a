package org.vethlab.program.ip;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.vethlab.net.NetException;
import org.vethlab.process.Files;
import org.vethlab.program.Numbers;

/** Names of IP protocols by /etc/protocols (lib/inet_proto.c). */
final class IpProtocols {
    private IpProtocols() {}

    /** The name, or {@code ipproto-N} for one without. */
    static String name(Files files, int protocol, boolean numeric) {
        if (!numeric) {
            for (List<String> line : lines(files)) {
                if (line.get(1).equals(Integer.toString(protocol))) {
                    return line.get(0);
                }
            }
        }
        return "ipproto-" + protocol;
    }

    /** By number, name or alias. */
    static OptionalInt number(Files files, String word) {
        OptionalLong number = Numbers.unsigned(word, 8);
        if (number.isPresent()) {
            return OptionalInt.of((int) number.getAsLong());
        }
        for (List<String> line : lines(files)) {
            if (line.get(0).equals(word) || line.subList(2, line.size()).contains(word)) {
                OptionalLong found = Numbers.unsigned(line.get(1), 8);
                return found.isPresent() ? OptionalInt.of((int) found.getAsLong()) : OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }

    /** Name, number, aliases. */
    private static List<List<String>> lines(Files files) {
        try {
            return new String(files.read("/etc/protocols"), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .map(line -> Arrays.asList(line.split("\\s+")))
                    .filter(words -> words.size() >= 2)
                    .toList();
        } catch (NetException missing) {
            return List.of();
        }
    }
}
