package org.vethlab.row;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A route, as {@code ip -j route} lists it, or the answer to {@code ip -j route get}.
 *
 * @param type {@code unicast} unless it says otherwise: {@code blackhole}, {@code unreachable}, {@code local}, …
 * @param dst a prefix, an address or {@code default}
 * @param gateway the router that packets are handed to; empty if the destination is on the link
 * @param dev the device by which packets leave; empty for a route that has several ({@code nexthops}) or none
 * @param table {@code main} unless it says otherwise
 * @param protocol who made it: {@code kernel} for the routes that come with addresses, {@code boot} for typed ones
 * @param prefsrc the source address of packets that have none yet
 * @param metric the smaller one wins among routes to the same prefix; 0 if none is listed
 * @param flags {@code linkdown}, {@code dead}, {@code onlink}, …
 */
public record RouteRow(
        String type,
        String dst,
        Optional<String> gateway,
        Optional<String> dev,
        String table,
        String protocol,
        Optional<String> scope,
        Optional<String> prefsrc,
        int metric,
        List<String> flags,
        List<NexthopRow> nexthops)
        implements Row {
    /**
     * One way of a route that has several.
     *
     * @param weight how much of the traffic it gets, against the others'
     */
    public record NexthopRow(Optional<String> gateway, String dev, int weight, List<String> flags) {
        static NexthopRow of(JsonRow row) {
            return new NexthopRow(
                    gatewayOf(row),
                    row.text("dev"),
                    row.optionalNumber("weight").orElse(1),
                    row.words("flags"));
        }
    }

    static RouteRow of(JsonRow row) {
        OptionalInt metric = row.optionalNumber("metric");
        return new RouteRow(
                row.optionalText("type").orElse("unicast"),
                row.text("dst"),
                gatewayOf(row),
                row.optionalText("dev"),
                row.optionalText("table").orElse("main"),
                row.optionalText("protocol").orElse("boot"),
                row.optionalText("scope"),
                row.optionalText("prefsrc"),
                metric.orElse(0),
                row.words("flags"),
                row.rows("nexthops").stream().map(NexthopRow::of).toList());
    }

    /** The gateway of an IPv4 route may be an IPv6 router; ip then calls it {@code via}. */
    private static Optional<String> gatewayOf(JsonRow row) {
        return row.optionalText("gateway").or(() -> row.child("via").optionalText("host"));
    }

    /** Whether it goes to everywhere that no other route goes to. */
    public boolean isDefault() {
        return dst.equals("default");
    }

    /** Whether packets to its destination are sent somewhere, rather than dropped or kept. */
    public boolean isUnicast() {
        return type.equals("unicast");
    }

    /** Of a route with several next hops, what each of them has. */
    private String eachHop(Function<NexthopRow, Optional<String>> field, Optional<String> otherwise) {
        return nexthops.isEmpty()
                ? otherwise.orElse("")
                : nexthops.stream().map(hop -> field.apply(hop).orElse("–")).collect(Collectors.joining(", "));
    }

    @Override
    public List<Field> fields() {
        return List.of(
                new Field("destination", isUnicast() ? dst : type + " " + dst),
                new Field("via", eachHop(NexthopRow::gateway, gateway)),
                new Field("device", eachHop(hop -> Optional.of(hop.dev()), dev)),
                new Field("source", prefsrc.orElse("")),
                new Field("metric", metric == 0 ? "" : Integer.toString(metric)),
                new Field("scope", scope.orElse("")));
    }

    @Override
    public String toString() {
        return Row.line(this);
    }
}
