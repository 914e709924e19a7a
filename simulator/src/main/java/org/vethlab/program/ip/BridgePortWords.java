package org.vethlab.program.ip;

import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;

/** {@code type bridge_slave NAME VALUE …}: the attributes of a bridge's port. */
final class BridgePortWords {
    private BridgePortWords() {}

    static KindWords parse(IpContext ip, Arguments words) {
        if (words.hasNext()) {
            throw CommandException.notSimulated("type bridge_slave");
        }
        return KindWords.fixed(java.util.Optional.empty(), true);
    }
}
