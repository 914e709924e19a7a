package org.vethlab.program.nft;

import java.util.List;
import org.vethlab.net.filter.BaseHook;
import org.vethlab.net.filter.Chain;
import org.vethlab.net.filter.ChainType;
import org.vethlab.net.filter.Hook;
import org.vethlab.net.filter.Reject;
import org.vethlab.net.filter.Statement;
import org.vethlab.net.filter.expression.AddressTranslation;

/** Statements that the kernel allows in some hooks only (nft_chain_validate_hooks and its callers). */
final class ChainChecks {
    private ChainChecks() {}

    static boolean mayStand(Chain chain, List<Statement> statements) {
        if (chain.base().isEmpty()) {
            return true;
        }
        BaseHook base = chain.base().get();
        return statements.stream().allMatch(statement -> mayStand(statement, base));
    }

    private static boolean mayStand(Statement statement, BaseHook base) {
        Hook hook = base.hook();
        if (statement instanceof Reject) {
            return hook != Hook.POSTROUTING;
        }
        if (statement instanceof AddressTranslation translation) {
            return base.type() == ChainType.NAT && mayTranslate(translation.kind(), hook);
        }
        return true;
    }

    private static boolean mayTranslate(AddressTranslation.Kind kind, Hook hook) {
        return switch (kind) {
            case SNAT -> hook == Hook.POSTROUTING || hook == Hook.INPUT;
            case MASQUERADE -> hook == Hook.POSTROUTING;
            case DNAT, REDIRECT -> hook == Hook.PREROUTING || hook == Hook.OUTPUT;
        };
    }
}
