package org.vethlab.row;

import java.util.List;
import java.util.Optional;

/**
 * A neighbour: an entry of a device's ARP or neighbour-discovery table, as {@code ip -j neigh} lists it.
 *
 * @param dst its address
 * @param lladdr its link-layer address; empty as long as nobody has answered
 * @param state {@code REACHABLE}, {@code STALE}, {@code DELAY}, {@code PROBE}, {@code INCOMPLETE}, {@code FAILED},
 *     {@code PERMANENT}, {@code NOARP}, {@code NONE}
 * @param flags {@code router}, {@code proxy}, {@code extern_learn}, … as far as they are set
 */
public record NeighbourRow(String dst, String dev, Optional<String> lladdr, String state, List<String> flags)
        implements Row {
    private static final List<String> FLAGS = List.of("router", "proxy", "extern_learn", "offload", "managed");

    static NeighbourRow of(JsonRow row) {
        return new NeighbourRow(
                row.text("dst"),
                row.text("dev"),
                row.optionalText("lladdr"),
                String.join(" ", row.words("state")),
                FLAGS.stream().filter(row::has).toList());
    }

    /** Whether packets can be sent to it now, without asking first. */
    public boolean isUsable() {
        return lladdr.isPresent() && !state.equals("FAILED") && !state.equals("INCOMPLETE");
    }

    @Override
    public List<Field> fields() {
        return List.of(
                new Field("address", dst),
                new Field("device", dev),
                new Field("link-layer address", lladdr.orElse("")),
                new Field("state", state));
    }

    @Override
    public String toString() {
        return Row.line(this);
    }
}
