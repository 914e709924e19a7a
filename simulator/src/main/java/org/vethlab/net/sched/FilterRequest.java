package org.vethlab.net.sched;

import java.util.List;
import java.util.Optional;

/**
 * RTM_NEWTFILTER or RTM_DELTFILTER.
 *
 * @param parent where the filter hangs; none for the root qdisc
 * @param priority 1 to 65535; 0 for any
 * @param protocol an EtherType, 3 for all, 0 for none named
 * @param handle its number; 0 for any
 */
public record FilterRequest(
        Handle parent,
        int priority,
        int protocol,
        Optional<String> kind,
        int handle,
        Optional<FilterOptions> options,
        Optional<Handle> classId,
        List<ActionSpec> actions,
        Optional<ActionSpec.Police> police) {
    /** ETH_P_ALL. */
    public static final int ALL_PROTOCOLS = 3;
}
