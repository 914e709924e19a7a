package org.vethlab.java.api;

import java.util.List;
import java.util.Optional;
import org.vethlab.lab.LabException;
import org.vethlab.lab.Place;
import org.vethlab.picture.NeighbourTable;
import org.vethlab.picture.RouteTable;
import org.vethlab.row.AddressRow;
import org.vethlab.row.Answer;
import org.vethlab.row.FdbRow;
import org.vethlab.row.LinkRow;
import org.vethlab.row.NeighbourRow;
import org.vethlab.row.RouteRow;
import org.vethlab.row.Rows;
import org.vethlab.row.RuleRow;
import org.vethlab.row.VlanRow;

/**
 * A network namespace of the lab, by its name. It asks anew each time: what it hands out is what holds then, and it stays
 * good when the lab is reset and a namespace of that name made again.
 *
 * <p>All of its methods end in a {@link LabException} of one line if there is no such namespace any more.
 */
public final class Netns {
    private final NotebookLab lab;
    private final String name;

    Netns(NotebookLab lab, String name) {
        this.lab = lab;
        this.name = name;
    }

    /** What it is called: its host name, its {@code ip netns} name, or the pid of a process in it. */
    public String name() {
        return name;
    }

    /**
     * Runs a command or a whole script here, as a root shell would, and shows in the cell what it prints.
     *
     * @return its exit status and what it printed; a status other than 0 is no exception
     */
    public CommandResult run(String script) {
        return lab.run(name, script);
    }

    /** Runs a command here as {@link #run} does, and tells why its packets fared as they did. */
    public Why why(String command) {
        return lab.why(name, command);
    }

    /**
     * What a command or a script prints here on its standard output; nothing is shown.
     *
     * @throws LabException with the command's own complaint if it fails
     */
    public String ask(String script) {
        return lab.ask(name, script);
    }

    /** Sends one ICMP echo request and waits for the answer: {@code ping -c 1 ADDRESS}. See {@link #ping(String, String...)}. */
    public PingResult ping(String address) {
        return ping(address, 1);
    }

    /** Sends some ICMP echo requests, a second apart: {@code ping -c COUNT ADDRESS}. See {@link #ping(String, String...)}. */
    public PingResult ping(String address, int count) {
        return ping(address, "-c", Integer.toString(count));
    }

    /**
     * Runs ping. Nothing is shown in the cell, unless the cell ends with the result.
     *
     * @param address IPv4, IPv6 or a name
     * @param options of ping's; without {@code -c} one request is sent
     * @return what it found out: nobody answering, or a kernel without a route, is no exception
     * @throws LabException with ping's own words if it cannot make sense of the address or an option
     */
    public PingResult ping(String address, String... options) {
        List<String> words = List.of(options);
        boolean counted = words.stream().anyMatch(word -> word.startsWith("-c") || word.startsWith("-w"));
        String command = "ping " + (counted ? "" : "-c 1 ") + String.join(" ", words) + (words.isEmpty() ? "" : " ");
        return PingText.read(address, lab.quietly(name, command + Words.quote(address)));
    }

    /** The devices, as {@code ip link} lists them. */
    public RowList<LinkRow> links() {
        return rows("Devices of ", rows().links());
    }

    /** The addresses of all devices, IPv4 and IPv6, as {@code ip addr} lists them. */
    public RowList<AddressRow> addresses() {
        return rows("Addresses of ", rows().addresses());
    }

    /**
     * The IPv4 routes, as {@code ip route} lists them. That is not the order in which the kernel looks: of several with
     * equal prefix and metric the table remarks which one it takes.
     */
    public RowList<RouteRow> routes() {
        Rows kernel = rows();
        List<RouteRow> routes = kernel.routes();
        return new RowList<>("Routes of " + name, routes, RouteTable.remarks(routes, kernel.standings(routes)));
    }

    /** The IPv6 routes, as {@code ip -6 route} lists them. */
    public RowList<RouteRow> routes6() {
        return rows("IPv6 routes of ", rows().routes6());
    }

    /** The IPv4 routes of one table: {@code local}, a number, or {@code all}. */
    public RowList<RouteRow> routes(String table) {
        return rows("Routes of ", rows().routes(table));
    }

    /**
     * The route that a packet to an address takes now: {@code ip route get ADDRESS}.
     *
     * @return empty if the kernel has none
     */
    public Optional<RouteRow> routeTo(String address) {
        return rows().lookup(address);
    }

    /**
     * The IPv4 neighbours (the ARP table), as {@code ip neigh} lists them. The table remarks those that the routes pass
     * by: neighbour tables are per device, and a packet looks only into that of the device which its route names.
     */
    public RowList<NeighbourRow> neighbours() {
        Rows kernel = rows();
        List<NeighbourRow> neighbours = kernel.neighbours();
        List<String> addresses =
                neighbours.stream().map(NeighbourRow::dst).distinct().toList();
        return new RowList<>(
                "Neighbours of " + name, neighbours, NeighbourTable.remarks(neighbours, kernel.lookup(addresses)));
    }

    /** The IPv6 neighbours, as {@code ip -6 neigh} lists them. */
    public RowList<NeighbourRow> neighbours6() {
        return rows("IPv6 neighbours of ", rows().neighbours6());
    }

    /** The forwarding databases of the bridges here, as {@code bridge fdb} lists them. */
    public RowList<FdbRow> fdb() {
        return rows("Forwarding database of ", rows().fdb());
    }

    /** The VLANs of the bridges' ports here, as {@code bridge vlan} lists them. */
    public RowList<VlanRow> vlans() {
        return rows("VLANs of ", rows().vlans());
    }

    /** The policy rules for IPv4, as {@code ip rule} lists them. */
    public RowList<RuleRow> rules() {
        return rows("Rules of ", rows().rules());
    }

    /**
     * The value of a sysctl, {@code net.ipv4.ip_forward} for instance.
     *
     * @throws LabException in sysctl's own words if there is none of that name
     */
    public String sysctl(String key) {
        if (!Words.quote(key).equals(key)) {
            throw new LabException("'" + key + "' cannot be the name of a sysctl");
        }
        return Answer.of(lab.lab(), place(), "sysctl -n " + key).strip();
    }

    /**
     * Sets a sysctl: {@code sysctl -w KEY=VALUE}.
     *
     * @throws LabException in sysctl's own words if there is none of that name, or the value is refused
     */
    public void sysctl(String key, Object value) {
        ask("sysctl -w " + Words.quote(key + "=" + value));
    }

    private Rows rows() {
        return new Rows(lab.lab(), place());
    }

    private Place place() {
        return lab.lab().place(name);
    }

    private <R extends org.vethlab.row.Row> RowList<R> rows(String caption, List<R> rows) {
        return new RowList<>(caption + name, rows);
    }

    /** Its name. */
    @Override
    public String toString() {
        return name;
    }
}
