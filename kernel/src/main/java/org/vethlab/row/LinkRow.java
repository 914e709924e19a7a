package org.vethlab.row;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A device, as {@code ip -d -j link} lists it.
 *
 * @param link what it lies upon or is plugged into, {@code va} of {@code va.10@va}, if that is in this namespace
 * @param linkIndex the number of that device where it is: a veth's other end
 * @param linkNetnsid this namespace's number for the namespace where the other end is ({@code ip netns list-id}); empty
 *     if it is here
 * @param flags {@code UP}: it was set up; {@code LOWER_UP}: there is a carrier
 * @param mtu in octets
 * @param master the bridge (or bond, VRF) that it is a port of
 * @param address its link-layer address
 * @param kind {@code veth}, {@code bridge}, {@code vlan}, …; empty for loopback and hardware
 * @param vlanId of a VLAN device
 * @param portState what spanning tree lets a bridge's port do: {@code forwarding}, {@code blocking}, {@code disabled}
 * @param kindData what only devices of its kind have, as words: {@code vlan_filtering} of a bridge, {@code remote} of a
 *     tunnel
 */
public record LinkRow(
        int ifindex,
        String ifname,
        Optional<String> link,
        OptionalInt linkIndex,
        OptionalInt linkNetnsid,
        List<String> flags,
        int mtu,
        String qdisc,
        String operstate,
        Optional<String> master,
        String linkType,
        Optional<String> address,
        Optional<String> kind,
        OptionalInt vlanId,
        Optional<String> portState,
        Map<String, String> kindData)
        implements Row {
    static LinkRow of(JsonRow row) {
        JsonRow info = row.child("linkinfo");
        boolean isVlan = info.text("info_kind").equals("vlan");
        return new LinkRow(
                row.number("ifindex"),
                row.text("ifname"),
                row.optionalText("link"),
                row.optionalNumber("link_index"),
                row.optionalNumber("link_netnsid"),
                row.words("flags"),
                row.number("mtu"),
                row.text("qdisc"),
                row.text("operstate"),
                row.optionalText("master"),
                row.text("link_type"),
                row.optionalText("address"),
                info.optionalText("info_kind"),
                isVlan ? info.child("info_data").optionalNumber("id") : OptionalInt.empty(),
                info.child("info_slave_data").optionalText("state"),
                info.child("info_data").texts());
    }

    /** Whether it was set up ({@code ip link set … up}). */
    public boolean isUp() {
        return flags.contains("UP");
    }

    /** Whether there is somebody at the other end of the cable, and that end is up. */
    public boolean hasCarrier() {
        return flags.contains("LOWER_UP");
    }

    public boolean isLoopback() {
        return flags.contains("LOOPBACK");
    }

    private String state() {
        if (!isUp()) {
            return "down";
        }
        return hasCarrier() ? "up" : "up, no carrier";
    }

    /** As ip writes it behind the {@code @} of a name. */
    private String on() {
        return link.orElse(linkIndex.isPresent() ? "if" + linkIndex.getAsInt() : "");
    }

    @Override
    public List<Field> fields() {
        return List.of(
                new Field("device", ifname),
                new Field("kind", kind.orElse(isLoopback() ? "loopback" : "")),
                new Field("state", state()),
                new Field("mtu", Integer.toString(mtu)),
                new Field("link-layer address", address.orElse("")),
                new Field("on or peer", on()),
                new Field("master", master.orElse("")),
                new Field("VLAN", vlanId.isPresent() ? Integer.toString(vlanId.getAsInt()) : ""));
    }

    @Override
    public String toString() {
        return Row.line(this);
    }
}
