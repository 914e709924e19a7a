package org.vethlab.row;

import java.util.ArrayList;
import java.util.List;

/**
 * A VLAN that a port of a bridge (or the bridge itself) belongs to, as {@code bridge -j vlan} lists it.
 *
 * @param flags {@code PVID}: untagged frames that come in belong to it; {@code Egress Untagged}: its frames go out
 *     untagged
 */
public record VlanRow(String ifname, int vlan, List<String> flags) implements Row {
    /** Those of a port; a range of them becomes one row each. */
    static List<VlanRow> of(JsonRow port) {
        List<VlanRow> vlans = new ArrayList<>();
        for (JsonRow row : port.rows("vlans")) {
            int first = row.number("vlan");
            int last = row.optionalNumber("vlanEnd").orElse(first);
            for (int vlan = first; vlan <= last; vlan++) {
                vlans.add(new VlanRow(port.text("ifname"), vlan, row.words("flags")));
            }
        }
        return vlans;
    }

    /** Whether frames that come without a tag belong to it. */
    public boolean isPvid() {
        return flags.contains("PVID");
    }

    @Override
    public List<Field> fields() {
        return List.of(
                new Field("port", ifname),
                new Field("VLAN", Integer.toString(vlan)),
                new Field("flags", String.join(", ", flags)));
    }

    @Override
    public String toString() {
        return Row.line(this);
    }
}
