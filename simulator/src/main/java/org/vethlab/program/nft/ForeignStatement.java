package org.vethlab.program.nft;

import org.vethlab.net.filter.Statement;
import org.vethlab.net.filter.Table;

/** Statements that other programs made. */
final class ForeignStatement {
    private ForeignStatement() {}

    static String print(Statement statement) {
        return "xt \"" + statement.getClass().getSimpleName() + "\"";
    }

    static boolean isIn(Table table) {
        return false;
    }
}
