package org.vethlab.program.nft;

import java.util.List;
import java.util.Optional;
import org.vethlab.net.filter.Family;
import org.vethlab.net.filter.Hook;

/** The names of priorities of base chains. */
final class Priorities {
    private static final int REACH = 10;
    private static final List<Named> IP = List.of(
            new Named("raw", -300),
            new Named("mangle", -150),
            new Named("dstnat", -100),
            new Named("filter", 0),
            new Named("security", 50),
            new Named("srcnat", 100));
    private static final List<Named> BRIDGE = List.of(
            new Named("dstnat", -300), new Named("filter", -200), new Named("out", 100), new Named("srcnat", 300));

    private Priorities() {}

    private record Named(String name, int value) {}

    private static List<Named> of(Family family) {
        return family == Family.BRIDGE ? BRIDGE : IP;
    }

    /** The number of a name; empty if there is none, or not in this hook. */
    static Optional<Integer> value(String name, Family family, Hook hook) {
        return of(family).stream()
                .filter(named -> named.name().equals(name) && fits(named, family, hook))
                .map(Named::value)
                .findFirst();
    }

    /** Some names make sense in some hooks only (std_prio_family_hook_compat). */
    private static boolean fits(Named named, Family family, Hook hook) {
        if (family == Family.ARP || family == Family.NETDEV) {
            return named.name().equals("filter");
        }
        return switch (named.name()) {
            case "dstnat" -> hook == Hook.PREROUTING;
            case "srcnat" -> hook == Hook.POSTROUTING;
            case "out" -> hook == Hook.OUTPUT;
            default -> true;
        };
    }

    static String print(int priority, Family family, Hook hook, boolean numeric) {
        for (Named named : numeric ? List.<Named>of() : of(family)) {
            int offset = priority - named.value();
            if (Math.abs(offset) > REACH) {
                continue;
            }
            if (!fits(named, family, hook)) {
                break;
            }
            String sign = offset > 0 ? " + " : " - ";
            return offset == 0 ? named.name() : named.name() + sign + Math.abs(offset);
        }
        return Integer.toString(priority);
    }
}
