package org.vethlab.program.nft;

/** The text ended in the middle of a mistake: there is no more to read. */
final class NftStop extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NftStop() {
        super("", null, false, false);
    }
}
