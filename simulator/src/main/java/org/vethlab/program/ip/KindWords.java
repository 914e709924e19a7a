package org.vethlab.program.ip;

import java.util.Optional;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.LinkKind;

/** What the words behind {@code type KIND} say: for a new device its kind, for an old one a change of its attributes. */
interface KindWords {
    /** The kind of the new device; empty if the kernel makes no device of that name. */
    Optional<LinkKind> kind();

    /** Changes a device of this kind. @throws NetException EOPNOTSUPP if it is of another */
    void change(Device device);

    /** A kind that cannot be changed afterwards; no words are no change, whatever kind the device is of. */
    static KindWords fixed(Optional<LinkKind> kind, boolean empty) {
        return new KindWords() {
            @Override
            public Optional<LinkKind> kind() {
                return kind;
            }

            @Override
            public void change(Device device) {
                if (!empty) {
                    throw new NetException(Errno.EOPNOTSUPP);
                }
            }
        };
    }

    static KindWords fixed(LinkKind kind, boolean empty) {
        return fixed(Optional.of(kind), empty);
    }
}
