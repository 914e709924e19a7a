package org.vethlab.program.ethtool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vethlab.net.link.Device;
import org.vethlab.program.Context;
import org.vethlab.program.ethtool.Features.Feature;

/** {@code ethtool -K DEV NAME on|off …}: says what came of it only if that is not just what was asked for. */
final class FeatureChange {
    private static final int UNKNOWN_NAME = 92;

    private final Context context;
    private final Features features;
    private final Map<Feature, Boolean> wanted = new LinkedHashMap<>();
    private final List<String> changes = new ArrayList<>();
    private boolean surprising;
    private boolean changedAny;

    FeatureChange(Context context, Device device) {
        this.context = context;
        this.features = Features.of(device).orElseThrow();
    }

    int run(List<String> words) {
        for (int i = 0; i < words.size(); i += 2) {
            String value = i + 1 < words.size() ? words.get(i + 1) : "";
            if (!value.equals("on") && !value.equals("off")) {
                return context.fail(
                        1, "ethtool (-K): flag '(null)' for parameter '(null)' is not followed by 'on' or 'off'");
            }
            List<Feature> named = features.named(words.get(i));
            if (named.isEmpty()) {
                context.fail(1, "netlink error: bit name not found (offset 52)");
                return context.fail(UNKNOWN_NAME, "netlink error: Operation not supported");
            }
            named.forEach(feature -> wanted.put(feature, value.equals("on")));
        }
        wanted.forEach(this::apply);
        return report();
    }

    private void apply(Feature feature, boolean on) {
        if (feature.on() == on) {
            return;
        }
        if (feature.isFixed()) {
            surprising = true;
            changes.add(Features.kernelName(feature) + ": " + text(feature.on()) + " [requested " + text(on) + "]");
            return;
        }
        changedAny = true;
        features.set(feature, on);
        changes.add(Features.kernelName(feature) + ": " + text(on));
        if (feature.name().equals("tx-checksum-ip-generic") && !on) {
            for (Feature dependent : features.dependentOnChecksums()) {
                surprising = true;
                features.set(dependent, false);
                changes.add(dependent.name() + ": off [not requested]");
            }
        }
    }

    private static String text(boolean on) {
        return on ? "on" : "off";
    }

    private int report() {
        if (!surprising) {
            return 0;
        }
        if (!changedAny && changes.size() == 1) {
            context.out().println("Could not change any device features");
        }
        context.out().println("Actual changes:");
        changes.forEach(context.out()::println);
        return changedAny || changes.size() > 1 ? 0 : 1;
    }
}
