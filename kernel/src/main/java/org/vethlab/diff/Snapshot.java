package org.vethlab.diff;

import java.util.Map;
import org.vethlab.lab.Lab;

/**
 * What there is in a lab: devices, addresses, routes, rules, neighbours, forwarding databases, network sysctls.
 *
 * @param places what there is in each namespace, in the lab's order
 */
public record Snapshot(Map<String, NamespaceState> places) {
    public static Snapshot of(Lab lab) {
        return new SnapshotTask(lab).run();
    }
}
