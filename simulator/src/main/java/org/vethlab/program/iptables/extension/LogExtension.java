package org.vethlab.program.iptables.extension;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vethlab.net.filter.xt.LogTarget;
import org.vethlab.program.Numbers;
import org.vethlab.program.iptables.Failure;

/** {@code -j LOG}. */
final class LogExtension extends Extension<LogTarget> {
    private static final List<String> LEVELS =
            List.of("emerg", "alert", "crit", "error", "warning", "notice", "info", "debug");
    private static final Map<String, Integer> OTHER_NAMES = Map.of("err", 3, "warn", 4, "panic", 0);
    private static final List<String> FLAGS =
            List.of("log-tcp-sequence", "log-tcp-options", "log-ip-options", "log-uid", "", "log-macdecode");
    private static final int USUAL_LEVEL = 4;
    private static final int LONGEST_PREFIX = 29;

    LogExtension() {
        super(
                "LOG",
                LogTarget.class,
                Flag.value("log-level"),
                Flag.value("log-prefix"),
                Flag.bare("log-tcp-sequence"),
                Flag.bare("log-tcp-options"),
                Flag.bare("log-ip-options"),
                Flag.bare("log-uid"),
                Flag.bare("log-macdecode"));
    }

    @Override
    public LogTarget build(Given given) {
        String prefix = given.value("log-prefix").orElse("");
        if (prefix.contains("\n")) {
            throw Failure.parameter("Newlines not allowed in --log-prefix");
        }
        int flags = 0;
        for (int bit = 0; bit < FLAGS.size(); bit++) {
            flags |= given.has(FLAGS.get(bit)) ? 1 << bit : 0;
        }
        int level = given.value("log-level").map(LogExtension::level).orElse(USUAL_LEVEL);
        return new LogTarget(name(), prefix.substring(0, Math.min(prefix.length(), LONGEST_PREFIX)), level, flags);
    }

    private static int level(String word) {
        long number = Numbers.unsigned(word, 3).orElse(-1);
        if (number >= 0) {
            return (int) number;
        }
        Integer other = OTHER_NAMES.get(word);
        if (other != null) {
            return other;
        }
        for (int i = 0; i < LEVELS.size(); i++) {
            if (!word.isEmpty() && LEVELS.get(i).startsWith(word)) {
                return i;
            }
        }
        throw Failure.parameter("log level \"" + word + "\" unknown\n");
    }

    @Override
    protected String listed(LogTarget target, ListStyle style) {
        StringBuilder text = new StringBuilder(" LOG");
        if (style.numeric()) {
            text.append(" flags ").append(target.flags()).append(" level ").append(target.level());
        } else {
            text.append(" level ")
                    .append(
                            target.level() == USUAL_LEVEL
                                    ? "warn"
                                    : LEVELS.get(target.level()).equals("error") ? "err" : LEVELS.get(target.level()));
            for (int bit = 0; bit < FLAGS.size(); bit++) {
                text.append((target.flags() >>> bit & 1) != 0 ? FLAGS.get(bit).replace("log-", " ") : "");
            }
        }
        return text.append(target.prefix().isEmpty() ? "" : " prefix \"" + target.prefix() + "\"")
                .toString();
    }

    @Override
    protected String saved(LogTarget target) {
        StringBuilder text = new StringBuilder();
        if (!target.prefix().isEmpty()) {
            text.append(" --log-prefix ").append(Quoting.quoted(target.prefix()));
        }
        if (target.level() != USUAL_LEVEL) {
            text.append(" --log-level ").append(target.level());
        }
        for (int bit = 0; bit < FLAGS.size(); bit++) {
            text.append((target.flags() >>> bit & 1) != 0 ? " --" + FLAGS.get(bit) : "");
        }
        return text.toString();
    }

    @Override
    protected Optional<String> translated(LogTarget target) {
        StringBuilder text = new StringBuilder("log");
        if (!target.prefix().isEmpty()) {
            text.append(" prefix \"").append(target.prefix()).append('"');
        }
        if (target.level() != USUAL_LEVEL) {
            text.append(" level ").append(LEVELS.get(target.level()).replace("error", "err"));
        }
        boolean sequence = (target.flags() & 1) != 0;
        boolean options = (target.flags() & 2) != 0;
        if (sequence || options) {
            text.append(" flags tcp ")
                    .append(sequence && options ? "sequence,options" : sequence ? "sequence" : "options");
        }
        text.append((target.flags() & 4) != 0 ? " flags ip options" : "");
        text.append((target.flags() & 8) != 0 ? " flags skuid" : "");
        return Optional.of(
                text.append((target.flags() & 32) != 0 ? " flags ether" : "").toString());
    }
}
