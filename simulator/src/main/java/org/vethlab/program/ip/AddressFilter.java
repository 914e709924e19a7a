package org.vethlab.program.ip;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.addr.Ipv6Prefix;
import org.vethlab.net.route.Scope;
import org.vethlab.program.Glob;
import org.vethlab.program.ip.IpOptions.Family;

/** Which addresses {@code ip address show} lists and {@code flush} deletes. */
final class AddressFilter {
    Family family;
    Optional<String> label = Optional.empty();
    Optional<Scope> scope = Optional.empty();
    private Optional<InetPrefix> prefix = Optional.empty();
    private final Map<AddressFlag, Boolean> flags = new EnumMap<>(AddressFlag.class);

    AddressFilter(Family family) {
        this.family = family;
    }

    /** {@code to PREFIX}: addresses within it; it also says which family is meant. */
    void to(String word) {
        InetPrefix parsed = InetPrefix.parse(word, family);
        prefix = Optional.of(parsed);
        if (family == Family.UNSPEC) {
            family = parsed.family();
        }
    }

    /** Takes {@code tentative}, {@code -tentative}, {@code primary}, …; false if the word is no flag. */
    boolean takeFlag(String word) {
        boolean wanted = !word.startsWith("-");
        String name = wanted ? word : word.substring(1);
        if (name.equals("dynamic") || name.equals("primary")) {
            wanted = !wanted;
            name = name.equals("dynamic") ? "permanent" : "secondary";
        }
        Optional<AddressFlag> flag = AddressFlag.of(name);
        if (flag.isPresent()) {
            flags.put(flag.get(), wanted);
        }
        return flag.isPresent();
    }

    boolean isFamily(AddressRow row) {
        return family == Family.UNSPEC || family == row.family();
    }

    boolean matches(AddressRow row) {
        return isFamily(row)
                && (scope.isEmpty() || scope.get().equals(row.scope()))
                && flags.entrySet().stream().allMatch(flag -> row.flags().contains(flag.getKey()) == flag.getValue())
                && isLabelled(row)
                && isWithin(row);
    }

    /** Primaries only: a flush then makes one round, or it would take the secondaries that were promoted meanwhile. */
    boolean isPrimariesOnly() {
        return Boolean.FALSE.equals(flags.get(AddressFlag.SECONDARY));
    }

    /** IPv6 addresses have no label: their device's name is compared. */
    private boolean isLabelled(AddressRow row) {
        String text = row.label().orElse(row.device().name());
        return label.isEmpty() || Glob.matches(label.get(), text);
    }

    private boolean isWithin(AddressRow row) {
        if (prefix.isEmpty() || prefix.get().address().isEmpty()) {
            return true;
        }
        InetPrefix wanted = prefix.get();
        if (row.local() instanceof Ipv6Address address) {
            return wanted.address().get() instanceof Ipv6Address network
                    && Ipv6Prefix.of(network, wanted.length()).contains(address);
        }
        return wanted.isIpv4()
                && row.ipv4().filter(wanted.ipv4Prefix()::contains).isPresent();
    }
}
