package org.vethlab.row;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.vethlab.lab.Lab;
import org.vethlab.lab.LabException;
import org.vethlab.lab.Place;

/**
 * A namespace's kernel, asked by {@code ip -j} and {@code bridge -j}: so simulated and real labs share every picture.
 * Each call asks anew.
 *
 * @param kernel what a command prints
 */
public record Rows(UnaryOperator<String> kernel) {
    private static final String DEVICES = "ip -d -j addr";
    private static final String ROUTES = "ip -j -4 route";
    private static final String ROUTES6 = "ip -j -6 route";
    private static final String RULES = "ip -j -4 rule";
    private static final String NEIGHBOURS = "ip -j -4 neigh";
    private static final String NEIGHBOURS6 = "ip -j -6 neigh";
    private static final String FDB = "bridge -j fdb";

    public Rows(Lab lab, Place place) {
        this(command -> Answer.of(lab, place, command));
    }

    /** What a kernel said before. @param answers as {@link #answers} gave them */
    public static Rows of(Map<String, String> answers) {
        return new Rows(command -> Optional.ofNullable(answers.get(command)).orElseThrow());
    }

    /** What is asked for the rows that make up a namespace's state, and the answers, unread: equal texts, equal rows. */
    public Map<String, String> answers() {
        Map<String, String> answers = new HashMap<>();
        for (String command : List.of(DEVICES, ROUTES, ROUTES6, RULES, NEIGHBOURS, NEIGHBOURS6, FDB)) {
            answers.put(command, kernel.apply(command));
        }
        return answers;
    }

    /** The devices. */
    public List<LinkRow> links() {
        return ask("ip -d -j link", LinkRow::of);
    }

    /** The addresses of all devices, IPv4 and IPv6. */
    public List<AddressRow> addresses() {
        return askEach("ip -j addr", AddressRow::of);
    }

    /** The devices and their addresses by one question. */
    public List<DeviceRow> devices() {
        return ask(DEVICES, DeviceRow::of);
    }

    /** The IPv4 routes of the table main, in the kernel's order, which is not that in which it looks at them. */
    public List<RouteRow> routes() {
        return ask(ROUTES, RouteRow::of);
    }

    /** The IPv6 routes of the table main. */
    public List<RouteRow> routes6() {
        return ask(ROUTES6, RouteRow::of);
    }

    /** The IPv4 routes of another table. @param table {@code local}, {@code all}, a number, … */
    public List<RouteRow> routes(String table) {
        return ask("ip -j -4 route show table " + word(table), RouteRow::of);
    }

    /** Of those with equal prefix and metric, which one a packet takes; in the order of {@code routes}. */
    public List<Standing> standings(List<RouteRow> routes) {
        return new Standings(this).of(routes);
    }

    /** The policy rules for IPv4. */
    public List<RuleRow> rules() {
        return ask(RULES, RuleRow::of);
    }

    /** The IPv4 neighbours. */
    public List<NeighbourRow> neighbours() {
        return ask(NEIGHBOURS, NeighbourRow::of);
    }

    /** The IPv6 neighbours. */
    public List<NeighbourRow> neighbours6() {
        return ask(NEIGHBOURS6, NeighbourRow::of);
    }

    /** The forwarding databases of all bridges, and the devices' own entries. */
    public List<FdbRow> fdb() {
        return ask(FDB, FdbRow::of);
    }

    /** The VLANs of all bridges' ports. */
    public List<VlanRow> vlans() {
        return askEach("bridge -j vlan", VlanRow::of);
    }

    /** The route that a packet to {@code address} takes now; empty if the kernel has none. */
    public Optional<RouteRow> lookup(String address) {
        return Optional.ofNullable(lookup(List.of(address)).get(address));
    }

    /** The routes that packets to some addresses take now, by address; those without a route are not in it. */
    public Map<String, RouteRow> lookup(List<String> addresses) {
        Map<String, RouteRow> routes = new HashMap<>();
        for (String address : addresses) {
            answerTo(address)
                    .flatMap(rows -> rows.stream().findFirst())
                    .ifPresent(row -> routes.put(address, RouteRow.of(row)));
        }
        return routes;
    }

    private Optional<List<JsonRow>> answerTo(String address) {
        String command = "ip -j route get " + word(address);
        try {
            return Optional.of(JsonRow.parse(command, kernel.apply(command)));
        } catch (LabException e) {
            if (String.valueOf(e.getMessage()).contains("RTNETLINK answers")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** What may stand in a command as it is: no blank, nothing that a shell would read. */
    private static String word(String text) {
        if (!text.matches("[\\w.:/%@-]+")) {
            throw new LabException("'" + text + "' is no name or address");
        }
        return text;
    }

    private <R> List<R> ask(String command, Function<JsonRow, R> row) {
        return askEach(command, json -> List.of(row.apply(json)));
    }

    private <R> List<R> askEach(String command, Function<JsonRow, List<R>> rowsOf) {
        List<R> rows = new ArrayList<>();
        JsonRow.parse(command, kernel.apply(command)).forEach(json -> rows.addAll(rowsOf.apply(json)));
        return List.copyOf(rows);
    }
}
