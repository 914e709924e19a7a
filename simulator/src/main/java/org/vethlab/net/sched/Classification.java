package org.vethlab.net.sched;

import java.util.Optional;

/**
 * What the filters say of a packet.
 *
 * @param classId the class that the first matching filter names
 * @param matched whether any filter matched
 * @param fate what its actions decided
 */
public record Classification(Optional<Handle> classId, boolean matched, Fate fate) {
    /** What becomes of the packet. */
    public enum Fate {
        /** It goes on. */
        PASSED,
        /** TC_ACT_SHOT. */
        DROPPED,
        /** TC_ACT_STOLEN: an action has sent it elsewhere. */
        STOLEN
    }

    static final Classification NOTHING = new Classification(Optional.empty(), false, Fate.PASSED);

    boolean isDropped() {
        return fate != Fate.PASSED;
    }
}
