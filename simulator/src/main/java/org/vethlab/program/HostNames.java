package org.vethlab.program;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.NetException;

/** Names and addresses of hosts: those of /etc/hosts, as there is no name server. */
public final class HostNames {
    private static final Pattern NAME = Pattern.compile("\\w[\\w-]{0,62}(\\.[\\w-]{1,63})*\\.?");

    private HostNames() {}

    /**
     * The address of a host, given by number or by name, as getaddrinfo(3) finds it.
     *
     * @throws CommandException {@code PROGRAM: NAME: why}, status 2
     */
    public static Ipv4Address resolve(Context context, String program, String word) {
        return number(word)
                .or(() -> lookup(context, word))
                .orElseThrow(() -> new CommandException(2, program + ": " + word + ": " + whyUnknown(word)));
    }

    /** What getaddrinfo(3) says of a word that it cannot resolve (gai_strerror). */
    public static String whyUnknown(String word) {
        return isName(word) ? "Temporary failure in name resolution" : "Name or service not known";
    }

    /** As net-tools resolves: a number, {@code default} for 0.0.0.0, or a name. */
    public static Optional<Ipv4Address> resolve(Context context, String word) {
        if (word.equals("default")) {
            return Optional.of(Ipv4Address.ANY);
        }
        return number(word).or(() -> lookup(context, word));
    }

    /** What the resolver says of a word that it cannot resolve (hstrerror). */
    public static String failure(String word) {
        boolean numeric = word.chars().allMatch(c -> c == '.' || Character.isDigit(c));
        return numeric || !isName(word) ? "Unknown host" : "Host name lookup failure";
    }

    /** Whether a word can be a host's name: only then is the name server asked that isn't there (res_hnok). */
    private static boolean isName(String word) {
        return NAME.matcher(word).matches();
    }

    /** The name of an address, if it has one (getnameinfo(3)). */
    public static Optional<String> nameOf(Context context, IpAddress address) {
        String text = address.toString();
        return entries(context)
                .filter(words -> words.get(0).equals(text))
                .map(words -> words.get(1))
                .findFirst();
    }

    private static Optional<Ipv4Address> lookup(Context context, String name) {
        return entries(context)
                .filter(words -> words.subList(1, words.size()).contains(name))
                .map(words -> number(words.get(0)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Stream<List<String>> entries(Context context) {
        try {
            String hosts = new String(context.files().read("/etc/hosts"), StandardCharsets.UTF_8);
            return hosts.lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .map(line -> Arrays.asList(line.split("\\s+")))
                    .filter(words -> words.size() > 1);
        } catch (NetException missing) {
            return Stream.empty();
        }
    }

    /**
     * An address as inet_aton(3) reads it: one to four numbers, decimal, octal or hexadecimal, the last of which fills
     * what is left; {@code 192.168.1} is 192.168.0.1.
     */
    public static Optional<Ipv4Address> number(String word) {
        String[] groups = word.split("\\.", -1);
        long bits = 0;
        for (int i = 0; i < groups.length; i++) {
            int width = i == groups.length - 1 ? 8 * (5 - groups.length) : 8;
            long group =
                    groups.length > 4 ? -1 : Numbers.unsigned(groups[i], width).orElse(-1);
            if (group < 0) {
                return Optional.empty();
            }
            bits = bits << width | group;
        }
        return Optional.of(new Ipv4Address((int) bits));
    }
}
