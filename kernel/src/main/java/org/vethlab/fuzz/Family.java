package org.vethlab.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a script is about: each has a grammar of its name among the resources. */
public enum Family {
    ADDR(8),
    ARP(5),
    BRIDGE(8),
    DEVICES(0),
    FILTER(4),
    IPV6(5),
    LINK(9),
    NEIGH(8),
    NETNS(4),
    NFT(3),
    PING(10),
    PROC(3),
    ROUTE(14),
    ROUTEGET(5),
    RULE(4),
    SHELL(3),
    SYSCTL(6),
    TC(0),
    TCPDUMP(3),
    TRACEROUTE(3),
    TRANSPORT(3),
    VLAN(0);

    private final int weight;

    Family(int weight) {
        this.weight = weight;
    }

    /** How often its commands are met in a script about everything; 0 for what many kernels are built without. */
    int weight() {
        return weight;
    }

    String file() {
        return name().toLowerCase(Locale.ROOT);
    }

    static String names() {
        return Arrays.stream(values()).map(Family::file).collect(Collectors.joining(", "));
    }

    /** @throws FuzzException naming those there are */
    public static List<Family> parse(String words) {
        return Arrays.stream(words.split(",")).map(Family::of).toList();
    }

    private static Family of(String word) {
        return Arrays.stream(values())
                .filter(family -> family.file().equals(word))
                .findFirst()
                .orElseThrow(() -> new FuzzException("there is no family '" + word + "'; there are: " + names()));
    }
}
