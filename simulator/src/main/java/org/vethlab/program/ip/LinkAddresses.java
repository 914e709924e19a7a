package org.vethlab.program.ip;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.program.CommandException;
import org.vethlab.program.Numbers;
import org.vethlab.program.ip.IpOptions.Family;

/** Link-layer addresses as iproute2 reads them (ll_addr_a2n): any number of hexadecimal octets, or an IPv4 address. */
final class LinkAddresses {
    private static final int MAC_LENGTH = 6;
    private static final int LONGEST = 32;

    private LinkAddresses() {}

    /** How many octets an address has. @throws CommandException {@code "…" is invalid lladdr.}, status 1 */
    static int length(String text) {
        return octets(text).size();
    }

    /** @throws NetException EINVAL if it has not six octets */
    static MacAddress mac(String text) {
        List<Integer> octets = octets(text);
        if (octets.size() != MAC_LENGTH) {
            throw new NetException(Errno.EINVAL);
        }
        long bits = 0;
        for (int octet : octets) {
            bits = bits << 8 | octet;
        }
        return new MacAddress(bits);
    }

    /** The first six octets of an address that may be longer: neighbours are told no other. */
    static MacAddress longMac(String text) {
        long bits = 0;
        for (int octet : octets(text).subList(0, MAC_LENGTH)) {
            bits = bits << 8 | octet;
        }
        return new MacAddress(bits);
    }

    private static List<Integer> octets(String text) {
        if (text.indexOf('.') >= 0) {
            return InetPrefix.tryAddress(text, Family.INET)
                    .map(address -> List.of(0, 0, 0, 0))
                    .orElseThrow(() -> invalid(text));
        }
        List<Integer> octets = new ArrayList<>();
        for (String group : text.split(":", LONGEST)) {
            octets.add(octet(group));
        }
        return octets;
    }

    private static int octet(String group) {
        int end = 0;
        while (end < group.length() && Character.digit(group.charAt(end), 16) >= 0) {
            end++;
        }
        OptionalLong value = Numbers.unsigned("0x" + group.substring(0, end), 8);
        return (int) value.orElseThrow(() -> invalid(group));
    }

    /** The kernel of the complaint is the octet that was at fault, not the whole address. */
    private static CommandException invalid(String part) {
        return new CommandException(1, "\"" + part + "\" is invalid lladdr.");
    }
}
