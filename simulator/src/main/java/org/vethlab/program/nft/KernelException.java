package org.vethlab.program.nft;

import org.vethlab.net.Errno;

/** The kernel refuses a command: what is checked after all commands of an invocation were understood. */
final class KernelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient NftError error;

    private KernelException(NftError error) {
        super(error.text(), null, false, false);
        this.error = error;
    }

    KernelException(Location at, String reason) {
        this(NftError.of(at, "Could not process rule: " + reason));
    }

    KernelException(Location at, Errno errno) {
        this(at, errno.text());
    }

    /** With words of nft's own instead. */
    static KernelException saying(Location at, String text) {
        return new KernelException(NftError.of(at, text));
    }

    boolean isMissing() {
        return error.text().endsWith(Errno.ENOENT.text());
    }

    /** The same about another place. */
    KernelException at(Location other) {
        return new KernelException(NftError.of(other, error.text()));
    }

    NftError error() {
        return error;
    }
}
