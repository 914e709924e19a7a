package org.vethlab.program.ip;

import java.util.Optional;
import java.util.OptionalLong;
import org.vethlab.net.route.Scope;
import org.vethlab.program.Numbers;

/** Scopes by the names of /etc/iproute2/rt_scopes, or by number. */
final class Scopes {
    private Scopes() {}

    static Optional<Scope> parse(String word) {
        return switch (word) {
            case "global" -> Optional.of(Scope.GLOBAL);
            case "site" -> Optional.of(Scope.SITE);
            case "link" -> Optional.of(Scope.LINK);
            case "host" -> Optional.of(Scope.HOST);
            case "nowhere" -> Optional.of(Scope.NOWHERE);
            default -> number(word);
        };
    }

    private static Optional<Scope> number(String word) {
        OptionalLong number = Numbers.unsigned(word, 8);
        return number.isPresent() ? Optional.of(new Scope((int) number.getAsLong())) : Optional.empty();
    }
}
