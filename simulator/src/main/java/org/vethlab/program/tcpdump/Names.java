package org.vethlab.program.tcpdump;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.addr.MacAddress;
import org.vethlab.process.Files;

/** Names of hosts, ports and MAC addresses, from /etc: there is no name server in a lab. */
final class Names {
    private final boolean numeric;
    private final Map<IpAddress, String> hosts = new HashMap<>();
    private final Map<String, String> ports = new HashMap<>();
    private final Map<Integer, String> protocols = new HashMap<>();
    private final Map<String, Integer> portNumbers = new HashMap<>();

    /** @param numeric -n: addresses are not turned into names */
    Names(Files files, boolean numeric) {
        this.numeric = numeric;
        for (String[] words : rows(files, "/etc/hosts")) {
            addHost(words);
        }
        for (String[] words : rows(files, "/etc/services")) {
            addPort(words);
        }
        for (String[] words : rows(files, "/etc/protocols")) {
            if (words[1].matches("[0-9]{1,3}")) {
                protocols.putIfAbsent(Integer.parseInt(words[1]), words[0]);
            }
        }
    }

    private static String[][] rows(Files files, String path) {
        if (!files.exists(path)) {
            return new String[0][];
        }
        return new String(files.read(path), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .map(line -> line.split("\\s+"))
                .filter(words -> words.length > 1)
                .toArray(String[][]::new);
    }

    private void addHost(String[] words) {
        try {
            IpAddress address = words[0].contains(":") ? Ipv6Address.parse(words[0]) : Ipv4Address.parse(words[0]);
            hosts.putIfAbsent(address, words[1]);
        } catch (IllegalArgumentException e) {
            return; // a line that glibc's resolver would not understand either
        }
    }

    private void addPort(String[] words) {
        if (!words[1].matches("[0-9]{1,5}/[a-z]+")) {
            return;
        }
        ports.putIfAbsent(words[1], words[0]);
        String protocol = words[1].substring(words[1].indexOf('/'));
        int number = Integer.parseInt(words[1].substring(0, words[1].indexOf('/')));
        portNumbers.putIfAbsent(words[0] + protocol, number);
        for (int i = 2; i < words.length; i++) {
            portNumbers.putIfAbsent(words[i] + protocol, number);
        }
    }

    boolean numeric() {
        return numeric;
    }

    String host(IpAddress address) {
        return numeric ? address.toString() : hosts.getOrDefault(address, address.toString());
    }

    /** @param protocol {@code tcp} or {@code udp} */
    String port(int number, String protocol) {
        String digits = Integer.toString(number);
        return numeric ? digits : ports.getOrDefault(number + "/" + protocol, digits);
    }

    /** A protocol of IP that has no printer, or of which only a fragment is there. */
    String protocol(int number) {
        String digits = "ip-proto-" + number;
        return numeric ? digits : protocols.getOrDefault(number, digits);
    }

    /** The number of a port that a filter names. */
    OptionalInt portNumber(String name, String protocol) {
        Integer number = portNumbers.get(name + "/" + protocol);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** A host that a filter names. */
    java.util.Optional<IpAddress> address(String name) {
        return hosts.entrySet().stream()
                .filter(entry -> entry.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    String mac(MacAddress address) {
        if (numeric) {
            return address.toString();
        }
        if (address.isBroadcast()) {
            return "Broadcast";
        }
        return address + " (oui " + (address.bits() >>> 24 == 0 ? "Ethernet" : "Unknown") + ")";
    }
}
