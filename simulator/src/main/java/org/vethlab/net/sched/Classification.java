package org.vethlab.net.sched;

import java.util.Optional;

/**
 * What the filters say of a packet.
 *
 * @param classId the class that the first matching filter names
 * @param matched whether any filter matched
 * @param fate what its actions decided
 * @param packet the packet as the actions leave it
 */
record Classification(Optional<Handle> classId, boolean matched, Fate fate, Packet packet) {
    /** What becomes of the packet. */
    enum Fate {
        /** It goes on. */
        PASSED,
        /** TC_ACT_SHOT. */
        DROPPED,
        /** TC_ACT_STOLEN: an action has sent it elsewhere. */
        STOLEN
    }

    boolean isTaken() {
        return fate != Fate.PASSED;
    }
}
