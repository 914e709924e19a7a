package org.vethlab.program.iptables.extension;

import java.util.Optional;
import org.vethlab.net.filter.xt.InterfaceTest;
import org.vethlab.net.filter.xt.PhysdevMatch;
import org.vethlab.program.iptables.Failure;

/** {@code -m physdev}. */
final class PhysdevExtension extends Extension<PhysdevMatch> {
    PhysdevExtension() {
        super(
                "physdev",
                PhysdevMatch.class,
                Flag.invertible("physdev-in"),
                Flag.invertible("physdev-out"),
                Flag.invertibleBare("physdev-is-in"),
                Flag.invertibleBare("physdev-is-out"),
                Flag.invertibleBare("physdev-is-bridged"));
    }

    @Override
    public PhysdevMatch build(Given given) {
        if (given.isEmpty()) {
            throw Failure.parameter("PHYSDEV: no physdev option specified");
        }
        return new PhysdevMatch(
                device(given, "physdev-in"),
                device(given, "physdev-out"),
                wanted(given, "physdev-is-in"),
                wanted(given, "physdev-is-out"),
                wanted(given, "physdev-is-bridged"));
    }

    private static Optional<InterfaceTest> device(Given given, String name) {
        return given.use(name).map(use -> {
            boolean prefix = use.value().endsWith("+");
            String device = prefix ? use.value().substring(0, use.value().length() - 1) : use.value();
            return new InterfaceTest(device, prefix, use.inverted());
        });
    }

    private static Optional<Boolean> wanted(Given given, String name) {
        return given.use(name).map(use -> !use.inverted());
    }

    @Override
    protected String listed(PhysdevMatch match, ListStyle style) {
        return " PHYSDEV match" + saved(match);
    }

    @Override
    protected String saved(PhysdevMatch match) {
        return flag("--physdev-is-in", match.hasInput())
                + device("--physdev-in", match.input())
                + flag("--physdev-is-out", match.hasOutput())
                + device("--physdev-out", match.output())
                + flag("--physdev-is-bridged", match.bridged());
    }

    private static String flag(String name, Optional<Boolean> wanted) {
        return wanted.map(yes -> (yes ? " " : " ! ") + name).orElse("");
    }

    private static String device(String name, Optional<InterfaceTest> test) {
        return test.map(device -> (device.inverted() ? " ! " : " ") + name + " " + device)
                .orElse("");
    }
}
