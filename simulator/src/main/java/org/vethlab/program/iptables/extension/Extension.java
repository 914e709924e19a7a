package org.vethlab.program.iptables.extension;

import java.util.List;
import java.util.Optional;
import org.vethlab.net.filter.Statement;

/**
 * A match or target as iptables knows it (struct xtables_match, xtables_target).
 *
 * @param <T> what it makes
 */
public abstract class Extension<T extends Statement> {
    private final String name;
    private final Class<T> type;
    private final List<Flag> flags;

    protected Extension(String name, Class<T> type, Flag... flags) {
        this.name = name;
        this.type = type;
        this.flags = List.of(flags);
    }

    /** The word behind {@code -m} or {@code -j}. */
    public final String name() {
        return name;
    }

    /** Its long options. */
    public final List<Flag> flags() {
        return flags;
    }

    /** Makes the statement of the options that were given. @throws org.vethlab.program.CommandException for mistakes */
    public abstract T build(Given given);

    /** What {@code -L} shows behind the addresses, a space in front; empty for nothing. */
    public final String list(Statement statement, ListStyle style) {
        return listed(type.cast(statement), style);
    }

    /** The options that would make it again, a space in front of each. */
    public final String save(Statement statement) {
        return saved(type.cast(statement));
    }

    /** In nft's language; empty if it has no words for it. */
    public final Optional<String> translate(Statement statement) {
        return translated(type.cast(statement));
    }

    protected abstract String listed(T statement, ListStyle style);

    protected abstract String saved(T statement);

    protected Optional<String> translated(T statement) {
        return Optional.empty();
    }

    /** {@code "! "} in front of what is inverted. */
    protected static String not(boolean inverted) {
        return inverted ? "! " : "";
    }
}
