package org.vethlab.program.iptables.extension;

import java.util.Optional;
import org.vethlab.net.filter.xt.QueueTarget;
import org.vethlab.program.Numbers;

/** {@code -j NFQUEUE}. */
final class QueueExtension extends Extension<QueueTarget> {
    QueueExtension() {
        super(
                "NFQUEUE",
                QueueTarget.class,
                Flag.value("queue-num"),
                Flag.value("queue-balance"),
                Flag.bare("queue-bypass"));
    }

    @Override
    public QueueTarget build(Given given) {
        int first = given.use("queue-num")
                .map(use -> (int) given.number(use, 0, PortWords.MOST))
                .orElse(0);
        int last = first;
        if (given.has("queue-balance")) {
            String[] halves = given.required("queue-balance").value().split(":", 2);
            first = (int) Numbers.unsigned(halves[0], 16).orElse(0);
            last = halves.length > 1 ? (int) Numbers.unsigned(halves[1], 16).orElse(0) : first;
        }
        return new QueueTarget(first, last, given.has("queue-bypass"));
    }

    @Override
    protected String listed(QueueTarget target, ListStyle style) {
        return " NFQUEUE" + text(target, " num ", " balance ", " bypass");
    }

    @Override
    protected String saved(QueueTarget target) {
        return text(target, " --queue-num ", " --queue-balance ", " --queue-bypass");
    }

    private static String text(QueueTarget target, String number, String balance, String bypass) {
        String queues = target.first() == target.last()
                ? number + target.first()
                : balance + target.first() + ":" + target.last();
        return queues + (target.bypass() ? bypass : "");
    }

    @Override
    protected Optional<String> translated(QueueTarget target) {
        String queues = target.first() == target.last() ? "" + target.first() : target.first() + "-" + target.last();
        return Optional.of("queue num " + queues + (target.bypass() ? " bypass" : ""));
    }
}
