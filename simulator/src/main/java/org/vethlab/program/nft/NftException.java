package org.vethlab.program.nft;

/** A mistake that ends the reading, the checking or the carrying out of a command. */
final class NftException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient NftError error;

    NftException(NftError error) {
        super(error.text(), null, false, false);
        this.error = error;
    }

    NftException(Location at, String text) {
        this(NftError.of(at, text));
    }

    NftError error() {
        return error;
    }
}
