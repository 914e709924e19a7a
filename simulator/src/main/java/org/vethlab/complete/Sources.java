package org.vethlab.complete;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv4Prefix;
import org.vethlab.lab.Place;
import org.vethlab.process.Signal;
import org.vethlab.program.iptables.BuiltinTable;

/** What there is of each kind, in a lab as it is. */
final class Sources {
    private static final Pattern IPV4 = Pattern.compile("\\d+(\\.\\d+){3}");

    private static final Pattern NFT_TABLE = Pattern.compile("(?m)^table (\\S+) (\\S+)");
    private static final Pattern NFT_CHAIN = Pattern.compile("(?m)^\\s+(chain) (\\S+) \\{");

    private final Facts facts;

    Sources(Facts facts) {
        this.facts = facts;
    }

    List<Candidate> namespaces(boolean withHost) {
        return facts.places().stream()
                .filter(place -> withHost || !place.equals(Place.HOST))
                .map(place -> new Candidate(place.name(), "namespace", ownAddresses(place)))
                .toList();
    }

    /** Those that {@code ip netns} has a name for. */
    List<Candidate> namedNamespaces() {
        return facts.ask(Place.HOST, "ip", "netns", "list")
                .lines()
                .map(line -> line.split(" ", 2)[0])
                .filter(name -> !name.isEmpty())
                .map(name -> new Candidate(
                        name,
                        "namespace",
                        facts.place(name).map(this::ownAddresses).orElse("")))
                .toList();
    }

    private String ownAddresses(Place place) {
        return facts.addresses(place).keySet().stream()
                .filter(Sources::isWorthNaming)
                .collect(Collectors.joining(", "));
    }

    private static boolean isWorthNaming(String address) {
        return !address.startsWith("127.") && !address.startsWith("::1") && !address.startsWith("fe80:");
    }

    List<Candidate> devices(Place place) {
        Map<String, String> addresses = facts.addresses(place);
        List<Candidate> found = new ArrayList<>();
        facts.devices(place).forEach((name, state) -> {
            String own = addresses.entrySet().stream()
                    .filter(entry ->
                            entry.getValue().equals(name) && !entry.getKey().startsWith("fe80:"))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.joining(", "));
            found.add(new Candidate(name, "device", (state + " " + own).strip()));
        });
        // The loopback device is seldom meant.
        found.sort(Comparator.comparing(device -> device.text().equals("lo")));
        return found;
    }

    List<Candidate> bridges(Place place) {
        return facts.ask(place, "ip", "-o", "link", "show", "type", "bridge")
                .lines()
                .map(line -> line.split("[:\\s]+"))
                .filter(words -> words.length > 1)
                .map(words -> new Candidate(words[1].replaceFirst("@.*", ""), "bridge", ""))
                .toList();
    }

    /**
     * The addresses that may be meant in a place, the likeliest first: gateways, neighbours, others in its prefixes, the
     * rest of the lab, its own.
     */
    List<Candidate> addresses(Place place, boolean onLinkOnly) {
        Map<String, Candidate> found = new LinkedHashMap<>();
        Map<String, String> owners = owners();
        for (String gateway : words(facts.ask(place, "ip", "route"), "via")) {
            add(found, gateway, "gateway", owners);
        }
        facts.ask(place, "ip", "neigh").lines().forEach(line -> add(found, line.split(" ", 2)[0], "neighbour", owners));
        Map<String, String> own = facts.addresses(place);
        List<String> strangers = owners.keySet().stream()
                .filter(each ->
                        isWorthNaming(each) && own.keySet().stream().noneMatch(mine -> mine.startsWith(each + "/")))
                .toList();
        strangers.stream().filter(each -> isIn(each, own)).forEach(each -> add(found, each, "address", owners));
        if (!onLinkOnly) {
            strangers.forEach(each -> add(found, each, "address", owners));
            own.keySet().stream()
                    .filter(each -> !each.startsWith("fe80:"))
                    .forEach(each -> add(found, each.replaceFirst("/.*", ""), "own address", owners));
        }
        return List.copyOf(found.values());
    }

    private static void add(Map<String, Candidate> found, String address, String group, Map<String, String> owners) {
        if (!address.isBlank()) {
            found.putIfAbsent(address, new Candidate(address, group, owners.getOrDefault(address, "")));
        }
    }

    /** Who has which address: namespace and device. */
    Map<String, String> owners() {
        Map<String, String> owners = new LinkedHashMap<>();
        for (Place place : facts.places()) {
            facts.addresses(place)
                    .forEach((address, device) ->
                            owners.putIfAbsent(address.replaceFirst("/.*", ""), place.name() + " " + device));
        }
        return owners;
    }

    private static boolean isIn(String address, Map<String, String> prefixes) {
        return IPV4.matcher(address).matches()
                && prefixes.keySet().stream()
                        .map(Sources::prefix)
                        .flatMap(Optional::stream)
                        .anyMatch(prefix -> prefix.contains(Ipv4Address.parse(address)));
    }

    /** The IPv4 network that an address with a length lies in. */
    private static Optional<Ipv4Prefix> prefix(String text) {
        String[] parts = text.split("/");
        return parts.length == 2 && IPV4.matcher(parts[0]).matches()
                ? Optional.of(Ipv4Prefix.of(Ipv4Address.parse(parts[0]), Integer.parseInt(parts[1])))
                : Optional.empty();
    }

    List<Candidate> ownAddresses(Place place, boolean withLength) {
        List<Candidate> found = new ArrayList<>();
        facts.addresses(place)
                .forEach((address, device) -> found.add(
                        new Candidate(withLength ? address : address.replaceFirst("/.*", ""), "own address", device)));
        return found;
    }

    /** Destinations: of the routes there are, and the networks of other namespaces. */
    List<Candidate> prefixes(Place place) {
        Map<String, Candidate> found = new LinkedHashMap<>();
        found.put("default", new Candidate("default", "destination", "0.0.0.0/0"));
        facts.ask(place, "ip", "route").lines().forEach(line -> {
            String[] words = line.split(" ", 2);
            found.putIfAbsent(
                    words[0], new Candidate(words[0], "destination", words.length > 1 ? words[1].strip() : ""));
        });
        for (Place other : facts.places()) {
            facts.addresses(other).keySet().stream()
                    .filter(Sources::isWorthNaming)
                    .map(Sources::prefix)
                    .flatMap(Optional::stream)
                    .map(Ipv4Prefix::toString)
                    .forEach(prefix ->
                            found.putIfAbsent(prefix, new Candidate(prefix, "destination", "of " + other.name())));
        }
        return List.copyOf(found.values());
    }

    List<Candidate> linkAddresses() {
        List<Candidate> found = new ArrayList<>();
        for (Place place : facts.places()) {
            facts.ask(place, "ip", "-o", "link")
                    .lines()
                    .forEach(line -> words(line, "link/ether")
                            .forEach(address -> found.add(new Candidate(
                                    address, "link address", place.name() + " " + line.split("[:\\s@]+")[1]))));
        }
        return found;
    }

    List<Candidate> routingTables(Place place) {
        return facts.ask(place, "ip", "rule")
                .lines()
                .map(line -> line.substring(line.lastIndexOf(' ', line.strip().length() - 1) + 1)
                        .strip())
                .filter(table -> !table.isEmpty())
                .distinct()
                .map(table -> new Candidate(table, "routing table", ""))
                .toList();
    }

    List<Candidate> filterTables(Place place, String program) {
        return program.equals("nft")
                ? named(facts.ask(place, "nft", "list", "tables"), NFT_TABLE, "table")
                : Arrays.stream(BuiltinTable.values())
                        .map(table -> new Candidate(table.keyword(), "table", ""))
                        .toList();
    }

    /** The chains that nft knows, of all tables. */
    List<Candidate> nftChains(Place place) {
        return named(facts.ask(place, "nft", "list", "chains"), NFT_CHAIN, "chain");
    }

    /** @param pattern its groups: what is said of a name, and the name */
    private static List<Candidate> named(String text, Pattern pattern, String group) {
        return pattern.matcher(text)
                .results()
                .map(found -> new Candidate(found.group(2), group, found.group(1)))
                .toList();
    }

    /** @param own whether only those that users have made */
    List<Candidate> chains(Place place, String program, String table, boolean own) {
        List<Candidate> found = new ArrayList<>();
        facts.ask(place, program, "-t", table, "-S").lines().forEach(line -> {
            String[] words = line.split(" ");
            if (words.length > 1 && (words[0].equals("-N") || words[0].equals("-P") && !own)) {
                found.add(new Candidate(words[1], "chain", words.length > 2 ? "policy " + words[2] : ""));
            }
        });
        return found;
    }

    /** One level of the tree: {@code net.ipv4.} → {@code net.ipv4.conf.} */
    List<Candidate> sysctls(Place place, String typed) {
        String above = typed.substring(0, typed.lastIndexOf('.') + 1);
        return facts.ask(place, "ls", "-1ap", "/proc/sys/" + above.replace('.', '/'))
                .lines()
                .filter(name -> !name.startsWith("."))
                .map(name -> new Candidate(
                        above + name.replace('.', '/').replaceFirst("/$", "."), "sysctl", "", !name.endsWith("/")))
                .toList();
    }

    List<Candidate> processes(Place place) {
        Map<String, Candidate> found = new LinkedHashMap<>();
        for (Place each : facts.places()) {
            if (each.pid() > 1) {
                String pid = Integer.toString(each.pid());
                found.put(pid, new Candidate(pid, "process", "in " + each.name()));
            }
        }
        facts.ask(place, "ps", "-e", "-o", "pid=,args=")
                .lines()
                .map(String::strip)
                .forEach(line -> {
                    String[] words = line.split(" ", 2);
                    found.putIfAbsent(words[0], new Candidate(words[0], "process", words.length > 1 ? words[1] : ""));
                });
        return List.copyOf(found.values());
    }

    List<Candidate> jobs() {
        List<Candidate> found = new ArrayList<>();
        facts.names().jobs().forEach((number, text) -> found.add(new Candidate(number, "job", text)));
        return found;
    }

    List<Candidate> signals(boolean dashed) {
        return Arrays.stream(Signal.values())
                .map(signal -> new Candidate(dashed ? "-" + signal.name() : signal.name(), "signal", ""))
                .toList();
    }

    List<Candidate> files(Place place, String typed, boolean directoriesOnly) {
        String above = typed.substring(0, typed.lastIndexOf('/') + 1);
        boolean hidden = typed.substring(above.length()).startsWith(".");
        String folder = above.isEmpty() ? "." : above;
        return facts.ask(place, "ls", "-1ap", "--", folder.startsWith("~/") ? "/root" + folder.substring(1) : folder)
                .lines()
                .filter(name -> !name.equals("./") && !name.equals("../"))
                .filter(name -> name.startsWith(".") == hidden)
                .filter(name -> !directoriesOnly || name.endsWith("/"))
                .map(name -> new Candidate(above + name, "file", "", !name.endsWith("/")))
                .toList();
    }

    private static List<String> words(String text, String behind) {
        List<String> found = new ArrayList<>();
        String[] words = text.split("\\s+");
        for (int i = 0; i + 1 < words.length; i++) {
            if (words[i].equals(behind)) {
                found.add(words[i + 1]);
            }
        }
        return found;
    }
}
