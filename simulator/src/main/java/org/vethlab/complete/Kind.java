package org.vethlab.complete;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a name in a help text stands for. */
enum Kind {
    COMMAND,
    NAMESPACE,
    DEVICE,
    BRIDGE,
    ADDRESS,
    PREFIX,
    OWN_ADDRESS,
    LINK_ADDRESS,
    ROUTING_TABLE,
    CHAIN,
    FILTER_TABLE,
    TARGET,
    MATCH,
    PROTOCOL,
    SYSCTL,
    PROCESS,
    JOB,
    SIGNAL,
    VARIABLE,
    DIRECTORY,
    FILE,
    OTHER;

    /**
     * A rule of the table: the first whose three patterns fit says the kind.
     *
     * @param program with its object: {@code ip netns}
     * @param keyword the word before, or nothing
     * @param name in small letters, without brackets
     */
    private record Rule(Kind kind, Pattern program, Pattern keyword, Pattern name) {
        boolean fits(String where, String before, String what) {
            return program.matcher(where).matches()
                    && keyword.matcher(before).matches()
                    && name.matcher(what).matches();
        }
    }

    private static final String ANY = ".*";

    private static final List<Rule> RULES = List.of(
            rule(COMMAND, ANY, ANY, "command|cmd|program"),
            rule(NAMESPACE, "ip netns|ip link", "|exec|netns|link-netns|del.*|pids|set", "name|pid"),
            rule(OTHER, "ip link|ip tuntap|ip address", "|add", "name"),
            rule(NAMESPACE, "(ip|tc|bridge)( .*)?|ss", "-n|-netns|-N|--net", ANY),
            rule(BRIDGE, "brctl.*", ANY, "bridge"),
            rule(BRIDGE, ANY, "master|br", ANY),
            rule(DEVICE, ANY, "dev|oif|iif|link|brport|link_dev|backup_port", ANY),
            rule(
                    DEVICE,
                    ANY,
                    ANY,
                    "dev|device|devname|ifname|interface|if|phys_dev|brdev|port_?dev|(in|out)put name.*"),
            rule(DEVICE, "brctl.*", ANY, "port"),
            rule(DEVICE, ".*tables.*", "-i|--in-interface|-o|--out-interface", ANY),
            rule(PROTOCOL, ".*tables.*", "-p|--protocol", ANY),
            rule(DEVICE, "tcpdump|arping|ping.*|traceroute.*|arp", "-i|-I|--interface.*|--device", ANY),
            rule(OWN_ADDRESS, "ip address", "del.*|change|replace", "prefix|addr|ifaddr"),
            rule(OTHER, "ip address", "add", "prefix|addr|ifaddr"),
            rule(PREFIX, "ip route|ip rule", ANY, "prefix|node_spec"),
            rule(PREFIX, "route", "add|del", "target.*"),
            rule(LINK_ADDRESS, ANY, ANY, "lladdr|hwaddr|mac"),
            rule(LINK_ADDRESS, "bridge fdb", "add|append|del|replace", "addr"),
            rule(OWN_ADDRESS, "(ar)?ping.*|traceroute.*|nc", "-s|-S|--source.*", ANY),
            rule(ADDRESS, ANY, "via|gw|local|remote|src|from", ANY),
            rule(
                    ADDRESS,
                    ANY,
                    ANY,
                    "addr(ess)?(/.*|\\[.*)?|ipaddr|ip_address|host(name)?|destination|gw|gateway|gate.*|multiaddr|url|.*\\baddress"),
            rule(ROUTING_TABLE, "ip .*", "table", ANY),
            rule(CHAIN, ".*tables.*|nft", ANY, "(old-)?chain.*"),
            rule(FILTER_TABLE, ".*tables.*|nft", ANY, "table"),
            rule(TARGET, ".*tables.*", ANY, "target"),
            rule(MATCH, ".*tables.*", "-m|--match", ANY),
            rule(SYSCTL, "sysctl", ANY, "variable.*|key.*"),
            rule(JOB, "fg|bg|jobs|disown|wait|kill", ANY, "job_?spec.*|pid|id"),
            rule(PROCESS, ANY, ANY, "pid|pids"),
            rule(PROCESS, "nsenter", "-t|--target", ANY),
            rule(SIGNAL, ANY, ANY, "signal|sig|sigspec|signal_spec"),
            rule(VARIABLE, "export|unset|readonly|declare|typeset|local|read|printenv", ANY, "name.*|variable"),
            rule(DIRECTORY, ANY, ANY, "dir|directory|folder"),
            rule(FILE, ANY, ANY, ".*file.*|path.*|source|dest"));

    private static Rule rule(Kind kind, String program, String keyword, String name) {
        return new Rule(kind, Pattern.compile(program), Pattern.compile(keyword), Pattern.compile(name));
    }

    static Kind of(String program, String keyword, String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[<>\\[\\]=]", "");
        return RULES.stream()
                .filter(rule -> rule.fits(program, keyword, plain))
                .map(Rule::kind)
                .findFirst()
                .orElse(OTHER);
    }
}
