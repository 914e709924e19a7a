package org.vethlab.net.filter;

import java.util.List;
import java.util.Optional;

/**
 * A rule of a chain (struct nft_rule).
 *
 * @param handle its number in the table
 * @param comment the user's, as data beside the statements (NFTA_RULE_USERDATA)
 */
public record Rule(long handle, List<Statement> statements, Optional<String> comment) {
    public Rule {
        statements = List.copyOf(statements);
    }
}
