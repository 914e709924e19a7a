package org.vethlab.program.iptables.extension;

import java.util.Optional;
import org.vethlab.net.filter.xt.ConnmarkTarget;
import org.vethlab.program.iptables.Failure;

/** {@code -j CONNMARK}. */
final class ConnmarkTargetExtension extends Extension<ConnmarkTarget> {
    ConnmarkTargetExtension() {
        super(
                "CONNMARK",
                ConnmarkTarget.class,
                Flag.value("set-xmark"),
                Flag.value("set-mark"),
                Flag.value("and-mark"),
                Flag.value("or-mark"),
                Flag.value("xor-mark"),
                Flag.bare("save-mark"),
                Flag.bare("restore-mark"),
                Flag.value("ctmask"),
                Flag.value("nfmask"),
                Flag.value("mask"));
    }

    @Override
    public ConnmarkTarget build(Given given) {
        if (given.has("save-mark") || given.has("restore-mark")) {
            int mask = given.use("mask").map(use -> given.masked(use)[0]).orElse(-1);
            int connection =
                    given.use("ctmask").map(use -> given.masked(use)[0]).orElse(mask);
            int packet = given.use("nfmask").map(use -> given.masked(use)[0]).orElse(mask);
            ConnmarkTarget.Mode mode = given.has("save-mark") ? ConnmarkTarget.Mode.SAVE : ConnmarkTarget.Mode.RESTORE;
            return new ConnmarkTarget(mode, 0, connection, packet);
        }
        if (given.isEmpty()) {
            throw Failure.parameter("CONNMARK target: No operation specified");
        }
        Given.Use use = given.uses().get(0);
        int[] value = given.masked(use);
        return switch (use.flag().name()) {
            case "set-xmark" -> set(value[0], value[1]);
            case "set-mark" -> set(value[0], value[1] | value[0]);
            case "and-mark" -> set(0, ~value[0]);
            case "or-mark" -> set(value[0], value[0]);
            default -> set(value[0], 0);
        };
    }

    private static ConnmarkTarget set(int value, int mask) {
        return new ConnmarkTarget(ConnmarkTarget.Mode.SET, value, mask, -1);
    }

    @Override
    protected String listed(ConnmarkTarget target, ListStyle style) {
        return switch (target.mode()) {
            case SET -> " CONNMARK " + MarkWords.listed(target.value(), target.connectionMask());
            case SAVE -> " CONNMARK save" + masks(target);
            case RESTORE -> " CONNMARK restore" + masks(target);
        };
    }

    private static String masks(ConnmarkTarget target) {
        if (target.connectionMask() == -1 && target.packetMask() == -1) {
            return "";
        }
        return target.connectionMask() == target.packetMask()
                ? " mask " + Hex.of(target.packetMask())
                : " nfmask " + Hex.of(target.packetMask()) + " ctmask ~" + Hex.of(target.connectionMask());
    }

    @Override
    protected String saved(ConnmarkTarget target) {
        String masks = " --nfmask " + Hex.of(target.packetMask()) + " --ctmask " + Hex.of(target.connectionMask());
        return switch (target.mode()) {
            case SET -> " --set-xmark " + Hex.of(target.value()) + "/" + Hex.of(target.connectionMask());
            case SAVE -> " --save-mark" + masks;
            case RESTORE -> " --restore-mark" + masks;
        };
    }

    @Override
    protected Optional<String> translated(ConnmarkTarget target) {
        return switch (target.mode()) {
            case SET -> Optional.of(translatedSet(target));
            case SAVE ->
                Optional.of(
                        "ct mark set mark" + (target.packetMask() == -1 ? "" : " and " + Hex.of(target.packetMask())));
            case RESTORE ->
                Optional.of("meta mark set ct mark"
                        + (target.connectionMask() == -1 ? "" : " and " + Hex.of(target.connectionMask())));
        };
    }

    private static String translatedSet(ConnmarkTarget target) {
        int mask = target.connectionMask();
        String value = Hex.of(target.value());
        if (mask == -1) {
            return "ct mark set " + value;
        }
        if (target.value() == 0) {
            return "ct mark set ct mark and " + Hex.of(~mask);
        }
        if (target.value() == mask) {
            return "ct mark set ct mark or " + value;
        }
        return mask == 0
                ? "ct mark set ct mark xor " + value
                : "ct mark set ct mark xor " + value + " and " + Hex.of(~mask);
    }
}
