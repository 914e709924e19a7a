package org.vethlab.net.filter;

import org.vethlab.net.Errno;
import org.vethlab.net.NetException;

/** Whether the rules of a table can work where they can be reached from (nft_table_validate). */
final class Validation {
    /** Deeper jumps are refused (NFT_JUMP_STACK_SIZE). */
    private static final int DEEPEST = 16;

    private Validation() {}

    /** @throws NetException EINVAL for a statement in the wrong place, EMLINK for chains that jump in a circle */
    static void check(Table table) {
        for (Chain chain : table.chains()) {
            if (chain.base().isPresent()) {
                check(chain, chain, 0);
            }
        }
    }

    private static void check(Chain base, Chain chain, int depth) {
        if (depth >= DEEPEST) {
            throw new NetException(Errno.EMLINK);
        }
        for (Rule rule : chain.rules()) {
            for (Statement statement : rule.statements()) {
                if (!statement.isAllowedIn(base)) {
                    throw new NetException(Errno.EINVAL);
                }
                statement.targets().forEach(target -> check(base, target, depth + 1));
            }
        }
    }
}
