package org.vethlab.program.iptables.extension;

import java.util.Locale;
import org.vethlab.net.filter.xt.TtlTarget;
import org.vethlab.program.iptables.Failure;

/** {@code -j TTL} and {@code -j HL}. */
final class TtlTargetExtension extends Extension<TtlTarget> {
    private final String prefix;

    TtlTargetExtension(String name) {
        super(
                name,
                TtlTarget.class,
                Flag.value(name.toLowerCase(Locale.ROOT) + "-set"),
                Flag.value(name.toLowerCase(Locale.ROOT) + "-inc"),
                Flag.value(name.toLowerCase(Locale.ROOT) + "-dec"));
        this.prefix = name.toLowerCase(Locale.ROOT);
    }

    @Override
    public TtlTarget build(Given given) {
        if (given.isEmpty()) {
            throw Failure.parameter(name() + ": You must specify an action");
        }
        Given.Use use = given.uses().get(0);
        int least = use.flag().name().endsWith("-set") ? 0 : 1;
        TtlTarget.Mode mode = switch (use.flag().name().substring(prefix.length())) {
            case "-set" -> TtlTarget.Mode.SET;
            case "-inc" -> TtlTarget.Mode.INCREASE;
            default -> TtlTarget.Mode.DECREASE;
        };
        return new TtlTarget(name(), mode, (int) given.number(use, least, 255));
    }

    @Override
    protected String listed(TtlTarget target, ListStyle style) {
        String action = switch (target.mode()) {
            case SET -> "set to ";
            case INCREASE -> "increment by ";
            case DECREASE -> "decrement by ";
        };
        return " " + name() + " " + action + target.value();
    }

    @Override
    protected String saved(TtlTarget target) {
        String action = switch (target.mode()) {
            case SET -> "-set ";
            case INCREASE -> "-inc ";
            case DECREASE -> "-dec ";
        };
        return " --" + prefix + action + target.value();
    }
}
