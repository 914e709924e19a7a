package org.vethlab.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An address of a device, as {@code ip -j addr} lists it.
 *
 * @param family {@code inet} or {@code inet6}
 * @param peer the address at the other end of a point-to-point link
 * @param scope {@code global}, {@code link}, {@code host}
 * @param flags {@code secondary}, {@code tentative}, {@code dadfailed}, {@code dynamic}, … as far as they are set
 */
public record AddressRow(
        String ifname,
        String family,
        String local,
        int prefixlen,
        Optional<String> peer,
        Optional<String> broadcast,
        String scope,
        Optional<String> label,
        List<String> flags)
        implements Row {
    private static final List<String> FLAGS = List.of(
            "secondary",
            "temporary",
            "dadfailed",
            "deprecated",
            "tentative",
            "optimistic",
            "home",
            "nodad",
            "mngtmpaddr",
            "noprefixroute",
            "autojoin",
            "dynamic");

    /** Those of a device. */
    static List<AddressRow> of(JsonRow device) {
        List<AddressRow> addresses = new ArrayList<>();
        for (JsonRow row : device.rows("addr_info")) {
            addresses.add(new AddressRow(
                    device.text("ifname"),
                    row.text("family"),
                    row.text("local"),
                    row.number("prefixlen"),
                    row.optionalText("address"),
                    row.optionalText("broadcast"),
                    row.text("scope"),
                    row.optionalText("label"),
                    FLAGS.stream().filter(row::has).toList()));
        }
        return addresses;
    }

    /** The same once duplicate address detection is through with it. */
    public AddressRow settled() {
        List<String> later =
                flags.stream().filter(flag -> !flag.equals("tentative")).toList();
        return new AddressRow(ifname, family, local, prefixlen, peer, broadcast, scope, label, later);
    }

    /** Address and prefix length, as they are typed: {@code 192.168.5.100/24}. */
    public String withPrefix() {
        return local + "/" + prefixlen;
    }

    public boolean isIpv6() {
        return family.equals("inet6");
    }

    @Override
    public List<Field> fields() {
        return List.of(
                new Field("device", ifname),
                new Field("address", withPrefix()),
                new Field("broadcast", broadcast.orElse("")),
                new Field("scope", scope),
                new Field("flags", String.join(" ", flags)));
    }

    @Override
    public String toString() {
        return Row.line(this);
    }
}
