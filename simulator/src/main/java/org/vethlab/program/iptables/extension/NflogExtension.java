package org.vethlab.program.iptables.extension;

import java.util.Optional;
import org.vethlab.net.filter.xt.LogTarget;

/** {@code -j NFLOG}. */
final class NflogExtension extends Extension<LogTarget> {
    NflogExtension() {
        super(
                "NFLOG",
                LogTarget.class,
                Flag.value("nflog-group"),
                Flag.value("nflog-prefix"),
                Flag.value("nflog-range"),
                Flag.value("nflog-size"),
                Flag.value("nflog-threshold"));
    }

    @Override
    public LogTarget build(Given given) {
        int group = given.use("nflog-group")
                .map(use -> (int) given.number(use, 0, PortWords.MOST))
                .orElse(0);
        return new LogTarget(name(), given.value("nflog-prefix").orElse(""), group, 0);
    }

    @Override
    protected String listed(LogTarget target, ListStyle style) {
        return text(target, "");
    }

    @Override
    protected String saved(LogTarget target) {
        return text(target, "--");
    }

    private static String text(LogTarget target, String dashes) {
        String prefix =
                target.prefix().isEmpty() ? "" : " " + dashes + "nflog-prefix " + Quoting.quoted(target.prefix());
        return prefix + (target.level() == 0 ? "" : " " + dashes + "nflog-group " + target.level());
    }

    @Override
    protected Optional<String> translated(LogTarget target) {
        String prefix = target.prefix().isEmpty() ? "" : " prefix \"" + target.prefix() + "\"";
        return Optional.of("log" + prefix + " group " + target.level());
    }
}
