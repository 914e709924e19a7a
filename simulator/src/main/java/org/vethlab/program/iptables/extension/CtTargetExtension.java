package org.vethlab.program.iptables.extension;

import java.util.Optional;
import org.vethlab.net.filter.xt.CtTarget;

/** {@code -j CT}, and {@code -j NOTRACK}. */
final class CtTargetExtension extends Extension<CtTarget> {
    CtTargetExtension(String name) {
        super(
                name,
                CtTarget.class,
                name.equals("CT")
                        ? new Flag[] {Flag.bare("notrack"), Flag.value("helper"), Flag.value("zone")}
                        : new Flag[0]);
    }

    @Override
    public CtTarget build(Given given) {
        boolean old = name().equals("NOTRACK");
        return new CtTarget(
                old || given.has("notrack"),
                old,
                given.use("zone").map(use -> (int) given.number(use, 0, PortWords.MOST)),
                given.value("helper"));
    }

    @Override
    protected String listed(CtTarget target, ListStyle style) {
        return target.oldName() ? " NOTRACK" : " CT" + words(target, " ");
    }

    @Override
    protected String saved(CtTarget target) {
        return target.oldName() ? "" : words(target, " --");
    }

    private static String words(CtTarget target, String prefix) {
        return (target.untracked() ? prefix + "notrack" : "")
                + target.helper().map(helper -> prefix + "helper " + helper).orElse("")
                + target.zone().map(zone -> prefix + "zone " + zone).orElse("");
    }

    @Override
    protected Optional<String> translated(CtTarget target) {
        return target.untracked() ? Optional.of("notrack") : Optional.empty();
    }
}
