package org.vethlab.net.sched;

import java.util.Optional;

/**
 * RTM_NEWQDISC or RTM_DELQDISC.
 *
 * @param parent where it shall sit, or sits
 * @param handle its id, or none
 * @param kind the kind, if the user named one
 * @param options settings, if the user gave any
 */
public record QdiscRequest(Handle parent, Handle handle, Optional<String> kind, Optional<QdiscOptions> options) {
    boolean isOfOtherKind(Qdisc qdisc) {
        return kind.isPresent() && !kind.get().equals(qdisc.kind());
    }
}
