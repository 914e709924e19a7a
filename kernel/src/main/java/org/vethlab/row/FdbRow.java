package org.vethlab.row;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An entry of a bridge's forwarding database, as {@code bridge -j fdb} lists it: behind which port a link-layer address
 * is.
 *
 * @param ifname the port
 * @param master the bridge; empty for an entry of the device's own
 * @param vlan empty on a bridge that does not tell VLANs apart
 * @param dst of a VXLAN device: the tunnel's far end
 * @param state {@code permanent} or {@code static} if somebody wrote it; a learnt one has none, or has not been seen for long
 */
public record FdbRow(
        String mac,
        String ifname,
        Optional<String> master,
        OptionalInt vlan,
        Optional<String> dst,
        String state,
        List<String> flags)
        implements Row {
    static FdbRow of(JsonRow row) {
        return new FdbRow(
                row.text("mac"),
                row.text("ifname"),
                row.optionalText("master"),
                row.optionalNumber("vlan"),
                row.optionalText("dst"),
                row.text("state"),
                row.words("flags"));
    }

    /** Whether the bridge has it from a frame that came in, rather than from somebody who wrote it. */
    public boolean isLearnt() {
        return master.isPresent() && state.isEmpty() || state.equals("stale");
    }

    @Override
    public List<Field> fields() {
        return List.of(
                new Field("link-layer address", mac),
                new Field("port", ifname),
                new Field("bridge", master.orElse("")),
                new Field("VLAN", vlan.isPresent() ? Integer.toString(vlan.getAsInt()) : ""),
                new Field("state", isLearnt() ? "learnt" : state),
                new Field("flags", String.join(" ", flags)));
    }

    @Override
    public String toString() {
        return Row.line(this);
    }
}
