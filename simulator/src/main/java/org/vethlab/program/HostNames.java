package org.vethlab.program;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.NetException;

/** Addresses by name: those of /etc/hosts, as there is no name server. */
final class HostNames {
    private HostNames() {}

    /** A number as inet_aton(3) reads it, {@code default} for 0.0.0.0, or a name of /etc/hosts. */
    static Optional<Ipv4Address> resolve(Context context, String word) {
        if (word.equals("default")) {
            return Optional.of(Ipv4Address.ANY);
        }
        return number(word).or(() -> lookup(context, word));
    }

    /** What the resolver says of a word that it cannot resolve (hstrerror). */
    static String failure(String word) {
        boolean numeric = word.chars().allMatch(c -> c == '.' || Character.isDigit(c));
        return numeric ? "Unknown host" : "Host name lookup failure";
    }

    /** One to four numbers; the last one fills what is left: {@code 10.1} is 10.0.0.1. */
    private static Optional<Ipv4Address> number(String word) {
        String[] groups = word.split("\\.", -1);
        long bits = 0;
        for (int i = 0; i < groups.length; i++) {
            int width = i == groups.length - 1 ? 8 * (5 - groups.length) : 8;
            long group = groups.length > 4 ? -1 : Numbers.unsigned(groups[i], width).orElse(-1);
            if (group < 0) {
                return Optional.empty();
            }
            bits = bits << width | group;
        }
        return Optional.of(new Ipv4Address((int) bits));
    }

    private static Optional<Ipv4Address> lookup(Context context, String name) {
        String hosts;
        try {
            hosts = new String(context.files().read("/etc/hosts"), StandardCharsets.UTF_8);
        } catch (NetException e) {
            return Optional.empty();
        }
        for (String line : hosts.split("\n", -1)) {
            String[] words = line.replaceFirst("#.*", "").trim().split("\\s+");
            for (int i = 1; i < words.length; i++) {
                if (words[i].equals(name)) {
                    return number(words[0]);
                }
            }
        }
        return Optional.empty();
    }
}
