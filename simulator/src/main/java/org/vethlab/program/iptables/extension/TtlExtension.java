package org.vethlab.program.iptables.extension;

import java.util.Locale;
import java.util.Optional;
import org.vethlab.net.filter.xt.TtlMatch;
import org.vethlab.net.filter.xt.TtlMatch.Relation;
import org.vethlab.program.iptables.Failure;

/** {@code -m ttl} and {@code -m hl}. */
final class TtlExtension extends Extension<TtlMatch> {
    TtlExtension(String name) {
        super(name, TtlMatch.class, Flag.invertible(name + "-eq"), Flag.value(name + "-lt"), Flag.value(name + "-gt"));
    }

    @Override
    public TtlMatch build(Given given) {
        if (given.uses().size() != 1) {
            throw Failure.parameter(
                    given.isEmpty()
                            ? upper() + " match: You must specify one of `--" + name() + "-eq', `--" + name()
                                    + "-lt', `--" + name() + "-gt"
                            : name() + ": Only one of -eq, -lt, -gt may be given");
        }
        Given.Use use = given.uses().get(0);
        Relation relation = use.flag().name().endsWith("-lt")
                ? Relation.LESS
                : use.flag().name().endsWith("-gt")
                        ? Relation.GREATER
                        : use.inverted() ? Relation.UNEQUAL : Relation.EQUAL;
        return new TtlMatch(name(), relation, (int) given.number(use, 0, 255));
    }

    private String upper() {
        return name().toUpperCase(Locale.ROOT);
    }

    @Override
    protected String listed(TtlMatch match, ListStyle style) {
        String sign = switch (match.relation()) {
            case EQUAL -> "==";
            case UNEQUAL -> "!=";
            case LESS -> "<";
            case GREATER -> ">";
        };
        return " " + upper() + " match " + upper() + " " + sign + " " + match.value();
    }

    @Override
    protected String saved(TtlMatch match) {
        return switch (match.relation()) {
            case EQUAL -> " --" + name() + "-eq " + match.value();
            case UNEQUAL -> " ! --" + name() + "-eq " + match.value();
            case LESS -> " --" + name() + "-lt " + match.value();
            case GREATER -> " --" + name() + "-gt " + match.value();
        };
    }

    @Override
    protected Optional<String> translated(TtlMatch match) {
        String sign = switch (match.relation()) {
            case EQUAL -> "";
            case UNEQUAL -> "!= ";
            case LESS -> "lt ";
            case GREATER -> "gt ";
        };
        return Optional.of((name().equals("hl") ? "ip6 hoplimit " : "ip ttl ") + sign + match.value());
    }
}
