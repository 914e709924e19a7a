package org.vethlab.program;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;

/** Addresses of a host by number or by name, in the words of getaddrinfo(3): /etc/hosts is all that there is. */
public final class AddressLookup {
    public static final String UNKNOWN = "Name or service not known";
    public static final String NO_ANSWER = "Temporary failure in name resolution";
    public static final String WRONG_FAMILY = "Address family for hostname not supported";

    private final Context context;

    public AddressLookup(Context context) {
        this.context = context;
    }

    /** Which addresses are asked for. */
    public enum Family {
        ANY,
        IPV4,
        IPV6;

        boolean admits(IpAddress address) {
            return this == ANY || (this == IPV6) == address instanceof Ipv6Address;
        }
    }

    /** An address, and the device that stands behind its percent sign. */
    public record Found(IpAddress address, Optional<Device> zone) {}

    /** @throws LookupException with the words of gai_strerror(3) */
    public List<Found> find(String word, Family family, boolean numericOnly) {
        Optional<Found> number = number(word);
        if (number.isPresent()) {
            return List.of(number.filter(found -> family.admits(found.address()))
                    .orElseThrow(() -> new LookupException(WRONG_FAMILY)));
        }
        if (numericOnly || word.isEmpty()) {
            throw new LookupException(UNKNOWN);
        }
        List<Found> named = named(word, family);
        if (named.isEmpty()) {
            throw new LookupException(HostNames.whyUnknown(word));
        }
        return named;
    }

    private Optional<Found> number(String word) {
        int percent = word.indexOf('%');
        String digits = percent < 0 ? word : word.substring(0, percent);
        if (digits.contains(":")) {
            Optional<Device> zone = percent < 0 ? Optional.empty() : zone(word.substring(percent + 1));
            return ipv6(digits).map(address -> new Found(address, zone));
        }
        return HostNames.number(word).map(address -> new Found(address, Optional.empty()));
    }

    private Optional<Device> zone(String name) {
        Optional<Device> device = name.matches("[0-9]{1,9}")
                ? context.net().devices().byIndex(Integer.parseInt(name))
                : context.net().devices().byName(name);
        if (device.isEmpty()) {
            throw new LookupException(UNKNOWN);
        }
        return device;
    }

    private static Optional<IpAddress> ipv6(String digits) {
        try {
            return Optional.of(Ipv6Address.parse(digits));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private List<Found> named(String name, Family family) {
        List<Found> found = new ArrayList<>();
        for (List<String> words : hosts()) {
            if (words.subList(1, words.size()).contains(name)) {
                number(words.get(0))
                        .filter(one -> family.admits(one.address()) && !found.contains(one))
                        .ifPresent(found::add);
            }
        }
        found.sort((one, other) ->
                Boolean.compare(one.address() instanceof Ipv4Address, other.address() instanceof Ipv4Address));
        return found;
    }

    /** The name of an address, if it has one. */
    public Optional<String> name(IpAddress address) {
        return hosts().stream()
                .filter(words -> number(words.get(0))
                        .map(found -> found.address().equals(address))
                        .orElse(false))
                .map(words -> words.get(1))
                .findFirst();
    }

    private List<List<String>> hosts() {
        try {
            String hosts = new String(context.files().read("/etc/hosts"), StandardCharsets.UTF_8);
            return hosts.lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .map(line -> Arrays.asList(line.split("\\s+")))
                    .filter(words -> words.size() > 1)
                    .toList();
        } catch (NetException missing) {
            return List.of();
        }
    }

    /** A host that cannot be found; the message says why. */
    public static final class LookupException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String why;

        LookupException(String why) {
            super(why, null, false, false);
            this.why = why;
        }

        public String why() {
            return why;
        }
    }
}
