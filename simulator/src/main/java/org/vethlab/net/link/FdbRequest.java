package org.vethlab.net.link;

import java.util.Optional;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.link.ForwardingEntry.State;
import org.vethlab.net.link.ForwardingTable.Mode;

/**
 * An entry that the user wants in a forwarding database (RTM_NEWNEIGH of the bridge family).
 *
 * @param port empty for the bridge itself
 * @param vlan 0 for all
 * @param use as if a frame had come from there
 */
public record FdbRequest(
        Mode mode,
        Optional<BridgePort> port,
        MacAddress address,
        int vlan,
        State state,
        boolean sticky,
        boolean externallyLearned,
        boolean use) {}
