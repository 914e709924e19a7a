package org.vethlab.program.nft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a command brings along beside its target. */
sealed interface Body {
    /** Nothing. */
    enum Nothing implements Body {
        NOTHING
    }

    Body NOTHING = Nothing.NOTHING;

    /** What stands in a table's braces. */
    record TableBody(Optional<String> comment, List<Token> flags, List<Command> contents) implements Body {}

    record ChainBody(
            Location at,
            Optional<HookSyntax> hook,
            Optional<Token> policy,
            Optional<String> comment,
            List<RuleSyntax> rules)
            implements Body {}

    /**
     * {@code type filter hook input priority filter}.
     *
     * @param priority a name, or empty when only a number was given
     */
    record HookSyntax(
            Location at,
            Token type,
            Token hook,
            List<Token> devices,
            Location priorityAt,
            String priority,
            long offset) {}

    record RuleBody(RuleSyntax rule) implements Body {}

    record ElementsBody(Syntax elements) implements Body {}

    record NewName(Token name) implements Body {}

    record Described(Syntax expression) implements Body {}

    /** A counter, quota or limit of its own. */
    record ObjectBody(Optional<StatementSyntax> state, Optional<String> comment) implements Body {}

    /** A set or a map, while it is read. */
    final class SetBody implements Body {
        Location at;
        boolean map;
        List<Token> type = List.of();
        List<Token> dataType = List.of();
        Optional<Syntax> typeOf = Optional.empty();
        Optional<Syntax> dataTypeOf = Optional.empty();
        final List<String> flags = new ArrayList<>();
        Optional<Long> timeout = Optional.empty();
        Optional<Long> gcInterval = Optional.empty();
        Optional<Long> size = Optional.empty();
        Optional<String> policy = Optional.empty();
        Optional<String> comment = Optional.empty();
        Optional<Syntax> elements = Optional.empty();
        final List<StatementSyntax> statements = new ArrayList<>();
        boolean autoMerge;
        boolean intervalData;

        SetBody(Location at, boolean map) {
            this.at = at;
            this.map = map;
        }
    }
}
