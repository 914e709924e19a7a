package org.vethlab.program.nft;

import java.util.Optional;
import org.vethlab.net.filter.Family;

/**
 * What a command is about (struct handle).
 *
 * @param family absent when the command is for all
 * @param name the chain, set or object
 * @param handle its number, or the rule's
 * @param position the rule's place: behind the rule with this handle; for {@code insert}, before it
 * @param index the same, counted from 0
 */
record Target(
        Optional<Family> family,
        Optional<Token> table,
        Optional<Token> name,
        Optional<Token> handle,
        Optional<Token> position,
        Optional<Token> index) {
    static Target of(Optional<Family> family, Optional<Token> table) {
        return new Target(family, table, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    Target named(Token newName) {
        return new Target(family, table, Optional.of(newName), handle, position, index);
    }

    Target withHandle(Token newHandle) {
        return new Target(family, table, name, Optional.of(newHandle), position, index);
    }

    Target at(Token newPosition) {
        return new Target(family, table, name, handle, Optional.of(newPosition), index);
    }

    Target atIndex(Token newIndex) {
        return new Target(family, table, name, handle, position, Optional.of(newIndex));
    }

    String tableName() {
        return table.map(Token::text).orElse("");
    }

    String nameText() {
        return name.map(Token::text).orElse("");
    }
}
