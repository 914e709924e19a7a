package org.vethlab.java.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vethlab.lab.LabException;

/**
 * Hosts, switches and cables, to be made at once:
 *
 * <pre>{@code
 * lab.topology()
 *     .bridge("br1")
 *     .host("a").plug("br1", "10.0.0.1/24")
 *     .host("b").plug("br1", "10.0.0.2/24")
 *     .build();
 * }</pre>
 *
 * <p>A host is a namespace; its devices are called {@code eth0}, {@code eth1}, … in the order in which they are plugged. A
 * bridge is on the machine itself ({@link NotebookLab#host()}); its port to a host is called as the host is, a second one
 * {@code a-1}. Each step is a command that could as well be typed; {@link #script()} shows them.
 */
public final class TopologyBuilder {
    /** A device's name has 15 characters at most, and a second port of the same host ends in {@code -1}. */
    private static final int LONGEST_NAME = 13;

    private final NotebookLab lab;
    private final List<String> commands = new ArrayList<>();
    private final Set<String> bridges = new HashSet<>();
    private final Map<String, Integer> devices = new HashMap<>();
    private String host = "";
    private String port = "";

    TopologyBuilder(NotebookLab lab) {
        this.lab = lab;
    }

    /** A switch, without spanning tree. @throws LabException if the name cannot be one of a device */
    public TopologyBuilder bridge(String name) {
        return bridge(name, "");
    }

    /** A switch that tells VLANs apart: see {@link #access} and {@link #trunk}. Its ports begin without any VLAN. */
    public TopologyBuilder vlanBridge(String name) {
        return bridge(name, " vlan_filtering 1 vlan_default_pvid 0");
    }

    private TopologyBuilder bridge(String name, String options) {
        bridges.add(checked(name));
        return add("ip link add name " + name + " type bridge" + options).add("ip link set dev " + name + " up");
    }

    /** A host: a namespace with its loopback device up. What follows is plugged into it. */
    public TopologyBuilder host(String name) {
        host = checked(name);
        port = "";
        devices.put(name, 0);
        return add("ip netns add " + name).add("ip -n " + name + " link set lo up");
    }

    /** A host that forwards packets, IPv4 and IPv6. */
    public TopologyBuilder router(String name) {
        String sysctl = "ip netns exec " + name + " sysctl -q -w net.ipv4.ip_forward=1 net.ipv6.conf.all.forwarding=1";
        return host(name).add(sysctl);
    }

    /**
     * A cable from the host named last to a bridge.
     *
     * @param addresses of the host's new device, with prefix length: {@code 192.168.5.1/24}; none leaves it without
     * @throws LabException if no host was named yet, or there is no such bridge here
     */
    public TopologyBuilder plug(String bridge, String... addresses) {
        if (host.isEmpty()) {
            throw new LabException("name a host before you plug a cable into it: host(\"a\").plug(…)");
        }
        if (!bridges.contains(bridge)) {
            throw unknown("bridge", bridge, bridges);
        }
        int number = number(host);
        port = number == 0 ? host : host + "-" + number;
        add("ip link add name " + port + " type veth peer name eth" + number + " netns " + host);
        add("ip link set dev " + port + " master " + bridge + " up");
        return up(host, "eth" + number, addresses);
    }

    /**
     * Puts the port plugged last into one VLAN, whose frames come and go untagged.
     *
     * @param vlan 1 to 4094
     */
    public TopologyBuilder access(int vlan) {
        return add("bridge vlan add dev " + port("access") + " vid " + vlan + " pvid untagged");
    }

    /**
     * Lets the port plugged last carry some VLANs, tagged.
     *
     * @param vlans 1 to 4094 each
     */
    public TopologyBuilder trunk(int... vlans) {
        Arrays.stream(vlans).forEach(vlan -> add("bridge vlan add dev " + port("trunk") + " vid " + vlan));
        return this;
    }

    /** A cable between two hosts that were named before, and the address of each end. */
    public TopologyBuilder cable(String from, String fromAddress, String to, String toAddress) {
        String left = "eth" + number(from);
        String right = "eth" + number(to);
        add("ip link add name " + left + " netns " + from + " type veth peer name " + right + " netns " + to);
        return up(from, left, fromAddress).up(to, right, toAddress);
    }

    /**
     * A route.
     *
     * @param route as {@code ip route add} has it: {@code default via 192.168.5.100}
     */
    public TopologyBuilder route(String host, String route) {
        known(host);
        return add("ip -n " + host + " route add " + route);
    }

    /** The commands that {@link #build} runs, one a line: a set-up script. */
    public String script() {
        return commands.stream().map(command -> command + "\n").collect(Collectors.joining());
    }

    /**
     * Runs the commands one by one.
     *
     * @return the lab, so that one can go on: {@code .build().ns("a").ping("10.0.0.2")}
     * @throws LabException with the complaint of the first command that fails; what was made until then stays
     */
    public NotebookLab build() {
        commands.forEach(lab::ask);
        return lab;
    }

    private TopologyBuilder up(String name, String device, String... addresses) {
        for (String address : addresses) {
            add("ip -n " + name + " addr add " + Words.quote(address) + " dev " + device);
        }
        return add("ip -n " + name + " link set dev " + device + " up");
    }

    private TopologyBuilder add(String command) {
        commands.add(command);
        return this;
    }

    private int number(String name) {
        known(name);
        return devices.merge(name, 1, Integer::sum) - 1;
    }

    private void known(String name) {
        if (!devices.containsKey(name)) {
            throw unknown("host", name, devices.keySet());
        }
    }

    private static LabException unknown(String kind, String name, Set<String> known) {
        String names = known.isEmpty() ? "none" : known.stream().sorted().collect(Collectors.joining(", "));
        return new LabException("this topology has no " + kind + " '" + name + "' yet; there are: " + names);
    }

    private String port(String method) {
        if (port.isEmpty()) {
            throw new LabException("plug a cable before " + method + "(…): it is about the port plugged last");
        }
        return port;
    }

    private static String checked(String name) {
        if (!name.matches("\\w[\\w.-]*") || name.length() > LONGEST_NAME) {
            throw new LabException("'" + name + "' cannot be a name here: at most " + LONGEST_NAME
                    + " letters, digits, dots, dashes or underscores");
        }
        return name;
    }

    /** The commands. */
    @Override
    public String toString() {
        return script().stripTrailing();
    }
}
