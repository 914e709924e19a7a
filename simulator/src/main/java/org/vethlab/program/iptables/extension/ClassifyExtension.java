package org.vethlab.program.iptables.extension;

import java.util.Optional;
import org.vethlab.net.filter.xt.ClassifyTarget;
import org.vethlab.program.iptables.Failure;

/** {@code -j CLASSIFY}. */
final class ClassifyExtension extends Extension<ClassifyTarget> {
    ClassifyExtension() {
        super("CLASSIFY", ClassifyTarget.class, Flag.value("set-class"));
    }

    @Override
    public ClassifyTarget build(Given given) {
        String word = given.required("set-class").value();
        if (!word.matches("[0-9a-fA-F]{1,4}:[0-9a-fA-F]{1,4}")) {
            throw Failure.parameter("Bad class value \"" + word + "\"");
        }
        String[] halves = word.split(":");
        return new ClassifyTarget(Integer.parseInt(halves[0], 16) << 16 | Integer.parseInt(halves[1], 16));
    }

    @Override
    protected String listed(ClassifyTarget target, ListStyle style) {
        return String.format(" CLASSIFY set %x:%x", target.handle() >>> 16, target.handle() & 0xffff);
    }

    @Override
    protected String saved(ClassifyTarget target) {
        return String.format(" --set-class %04x:%04x", target.handle() >>> 16, target.handle() & 0xffff);
    }

    @Override
    protected Optional<String> translated(ClassifyTarget target) {
        return Optional.of(String.format("meta priority set %x:%x", target.handle() >>> 16, target.handle() & 0xffff));
    }
}
