package org.vethlab.net.link;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.vethlab.addr.MacAddress;

/**
 * What is asked of a macvlan; empty is "not said" (IFLA_MACVLAN_*).
 *
 * @param sources changes of the list of addresses, in source mode
 * @param queueLength of broadcasts that wait to be given to all
 */
public record MacvlanSettings(
        Optional<MacvlanMode> mode, Optional<Flags> flags, Optional<Sources> sources, OptionalLong queueLength) {
    /** @param promiscuous whether the device below takes all frames in passthru mode */
    public record Flags(boolean promiscuous, boolean consumesForeign) {
        static final Flags NONE = new Flags(true, false);
    }

    /** How the list of source addresses changes. */
    public record Sources(Change change, List<MacAddress> addresses) {}

    /** MACVLAN_MACADDR_*. */
    public enum Change {
        ADD,
        DEL,
        FLUSH,
        SET
    }
}
