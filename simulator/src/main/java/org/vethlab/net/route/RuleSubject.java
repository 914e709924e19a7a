package org.vethlab.net.route;

import java.util.Optional;
import org.vethlab.addr.IpAddress;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.Vrf;

/** What rules look at in a flow of either family (struct flowi). */
public interface RuleSubject {
    /** The source; any if it is not chosen yet. */
    IpAddress from();

    IpAddress to();

    Optional<Device> output();

    /** Whether a rule with this type of service is meant: one with 0 always is. */
    boolean hasService(int wanted);

    int mark();

    int protocol();

    int sourcePort();

    int destinationPort();

    int user();

    /** The VRF by whose table the lookup goes: that of the output device, else of the input device (l3mdev_update_flow). */
    Optional<Vrf> domain();
}
