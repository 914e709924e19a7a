package org.vethlab.program.nft;

import java.util.Optional;
import org.vethlab.net.filter.Chain;
import org.vethlab.net.filter.Table;
import org.vethlab.net.filter.Verdict;

/** Works out verdicts; chains that they lead to must be there and must not hang in a hook. */
final class Verdicts {
    private final Optional<Table> table;

    Verdicts(Optional<Table> table) {
        this.table = table;
    }

    Verdict of(Syntax syntax) {
        if (!(syntax instanceof Syntax.VerdictWord word)) {
            throw new NftException(syntax.at(), "not a verdict");
        }
        if (word.chain().isPresent() && table.isEmpty()) {
            return Verdict.RETURN; // any will do: the kernel refuses the whole rule, for its table
        }
        return switch (word.kind()) {
            case "accept" -> Verdict.ACCEPT;
            case "drop" -> Verdict.DROP;
            case "continue" -> Verdict.CONTINUE;
            case "return" -> Verdict.RETURN;
            case "jump" -> new Verdict.Jump(target(word));
            default -> new Verdict.Goto(target(word));
        };
    }

    private Chain target(Syntax.VerdictWord word) {
        Syntax.Symbol name = word.chain().orElseThrow();
        Chain chain = table.flatMap(one -> one.chain(name.text()))
                .orElseThrow(() -> new KernelException(name.at(), "No such file or directory"));
        if (chain.base().isPresent()) {
            throw new KernelException(name.at(), "Operation not supported");
        }
        return chain;
    }
}
