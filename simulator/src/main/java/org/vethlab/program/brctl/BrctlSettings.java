package org.vethlab.program.brctl;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Bridge;
import org.vethlab.net.link.BridgeOption;
import org.vethlab.net.link.BridgePort;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.PortFlag;
import org.vethlab.program.Context;
import org.vethlab.program.Numbers;

/** The {@code set…} commands of {@code brctl}, {@code stp} and {@code hairpin}. */
final class BrctlSettings {
    private final Context context;

    BrctlSettings(Context context) {
        this.context = context;
    }

    int ageing(List<String> words) {
        return time(words, BridgeOption.AGEING_TIME, "ageing time");
    }

    int forwardDelay(List<String> words) {
        return time(words, BridgeOption.FORWARD_DELAY, "forward delay");
    }

    int hello(List<String> words) {
        return time(words, BridgeOption.HELLO_TIME, "hello timer");
    }

    int maxAge(List<String> words) {
        return time(words, BridgeOption.MAX_AGE, "max age");
    }

    private int time(List<String> words, BridgeOption option, String what) {
        OptionalLong hundredths = hundredths(words.get(1));
        if (hundredths.isEmpty()) {
            return context.fail(1, "bad " + what + " value");
        }
        return attempt(what, () -> change(words.get(0), option, hundredths.getAsLong()));
    }

    /** The kernel keeps sixteen bits of it. */
    int bridgePriority(List<String> words) {
        OptionalInt priority = Numbers.integer(words.get(1));
        if (priority.isEmpty()) {
            return context.fail(1, "bad priority");
        }
        return attempt(
                "bridge priority", () -> change(words.get(0), BridgeOption.PRIORITY, priority.getAsInt() & 0xffff));
    }

    int pathCost(List<String> words) {
        return port(words, "path cost", "path cost", cost -> port(words).setPathCost(cost));
    }

    int portPriority(List<String> words) {
        return port(
                words, "path priority", "port priority", priority -> port(words).setPriority(priority));
    }

    private int port(List<String> words, String value, String setting, Consumer<Integer> change) {
        OptionalInt number = Numbers.integer(words.get(2));
        if (number.isEmpty()) {
            return context.fail(1, "bad " + value + " value");
        }
        return attempt(setting, () -> change.accept(number.getAsInt()));
    }

    int spanningTree(List<String> words) {
        Optional<Boolean> on = Brctl.onOff(context, words.get(1));
        if (on.isEmpty()) {
            return 1;
        }
        return attempt("stp status", () -> change(words.get(0), BridgeOption.STP_STATE, on.get() ? 1 : 0));
    }

    /** Is set by a file of /sys, which is not there for a bridge of another namespace than that of /sys. */
    int hairpin(List<String> words) {
        String bridge = words.get(0);
        String name = words.get(1);
        Optional<Boolean> on = Brctl.onOff(context, words.get(2));
        if (on.isEmpty()) {
            return 1;
        }
        if (context.net().devices().byName(name).isEmpty()) {
            return context.fail(1, "interface " + name + " does not exist!");
        }
        if (context.net().devices().byName(bridge).isEmpty()) {
            return context.fail(1, "bridge " + bridge + " does not exist!");
        }
        try {
            BridgePort port = port(words);
            if (context.process().sysfs() != context.net()) {
                throw new NetException(Errno.EOPNOTSUPP);
            }
            port.set(PortFlag.HAIRPIN, on.get());
            return 0;
        } catch (NetException e) {
            return context.fail(
                    1,
                    "can't set " + name + " to hairpin on bridge " + bridge + ": "
                            + e.errno().text());
        }
    }

    private int attempt(String setting, Runnable action) {
        try {
            action.run();
            return 0;
        } catch (NetException e) {
            return context.fail(1, "set " + setting + " failed: " + e.errno().text());
        }
    }

    private void change(String bridge, BridgeOption option, long value) {
        bridge(bridge).change(Map.of(option.text(), value));
    }

    private Device device(String name) {
        return context.net().devices().byName(name).orElseThrow(() -> new NetException(Errno.ENODEV));
    }

    private Bridge bridge(String name) {
        if (device(name) instanceof Bridge bridge) {
            return bridge;
        }
        throw new NetException(Errno.EOPNOTSUPP);
    }

    private BridgePort port(List<String> words) {
        Device device = device(words.get(1));
        return bridge(words.get(0)).port(device).orElseThrow(() -> new NetException(Errno.ENOENT));
    }

    /** Seconds, with decimals, as strtod(3) reads them. */
    private static OptionalLong hundredths(String word) {
        try {
            return OptionalLong.of(Math.round(Double.parseDouble(word) * 100));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
