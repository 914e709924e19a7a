package org.vethlab.program.nft;

import java.util.ArrayList;
import java.util.List;

/** What went wrong so far: a mistake in one rule does not keep nft from looking at the next. */
final class Problems {
    private final List<NftError> mistakes = new ArrayList<>();
    private final List<NftError> refusals = new ArrayList<>();

    /** What nft itself found. */
    List<NftError> mistakes() {
        return mistakes;
    }

    /** What the kernel found. */
    List<NftError> refusals() {
        return refusals;
    }

    /** The kernel refuses one more part of a command. */
    void refuse(KernelException refusal) {
        refusals.add(refusal.error());
    }

    void noting(Runnable part) {
        try {
            part.run();
        } catch (NftException e) {
            mistakes.add(e.error());
        } catch (KernelException e) {
            refusals.add(e.error());
        }
    }
}
