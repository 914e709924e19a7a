package org.vethlab.program.ethtool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vethlab.net.link.Device;
import org.vethlab.program.UsageText;

/** What a device can do without the processor ({@code ethtool -k}), and switching it on and off ({@code -K}). */
final class Features {
    /** The short names of {@code -K}, and the line of {@code -k} that each stands for. */
    static final Map<String, String> SHORT_NAMES = Map.ofEntries(
            Map.entry("rx", "rx-checksumming"),
            Map.entry("tx", "tx-checksumming"),
            Map.entry("sg", "scatter-gather"),
            Map.entry("tso", "tcp-segmentation-offload"),
            Map.entry("gso", "generic-segmentation-offload"),
            Map.entry("gro", "generic-receive-offload"),
            Map.entry("lro", "large-receive-offload"),
            Map.entry("rxvlan", "rx-vlan-offload"),
            Map.entry("txvlan", "tx-vlan-offload"),
            Map.entry("ntuple", "ntuple-filters"),
            Map.entry("rxhash", "receive-hashing"));

    /** What the kernel calls lines that {@code -k} calls otherwise. */
    private static final Map<String, String> KERNEL_NAMES = Map.of(
            "rx-checksumming", "rx-checksum",
            "generic-segmentation-offload", "tx-generic-segmentation",
            "generic-receive-offload", "rx-gro",
            "large-receive-offload", "rx-lro",
            "rx-vlan-offload", "rx-vlan-hw-parse",
            "tx-vlan-offload", "tx-vlan-hw-insert",
            "ntuple-filters", "rx-ntuple-filter",
            "receive-hashing", "rx-hashing");

    private final Device device;
    private final Map<String, Feature> features = new LinkedHashMap<>();

    /** A line of {@code -k}; one with a group is indented below the line of that name. */
    record Feature(String name, String group, boolean on, String note) {
        boolean isFixed() {
            return !note.isEmpty();
        }
    }

    private Features(Device device) {
        this.device = device;
    }

    static Optional<Features> of(Device device) {
        String kind = device.kind().isEmpty() ? "loopback" : device.kind();
        if (Driver.of(device).isEmpty() && !kind.equals("loopback")) {
            return Optional.empty();
        }
        Features features = new Features(device);
        features.read(UsageText.of("ethtool-features-" + kind));
        return Optional.of(features);
    }

    private void read(String text) {
        String group = "";
        for (String line : text.split("\n")) {
            String name = line.substring(0, line.indexOf(':')).strip();
            String value = line.substring(line.indexOf(':') + 2);
            group = line.startsWith("\t") ? group : name;
            String note = value.indexOf(' ') < 0 ? "" : value.substring(value.indexOf(' '));
            boolean on = Optional.ofNullable(device.featureChanges().get(name)).orElse(value.startsWith("on"));
            features.put(name, new Feature(name, line.startsWith("\t") ? group : "", on, note));
        }
    }

    /** A line that has others below it is on if one of them is. */
    String show() {
        StringBuilder text = new StringBuilder("Features for " + device.name() + ":\n");
        for (Feature feature : features.values()) {
            List<Feature> below = below(feature.name());
            boolean on = below.isEmpty() ? feature.on() : below.stream().anyMatch(Feature::on);
            text.append(feature.group().isEmpty() ? "" : "\t").append(feature.name());
            text.append(on ? ": on" : ": off").append(feature.note()).append('\n');
        }
        return text.toString();
    }

    private List<Feature> below(String group) {
        return features.values().stream()
                .filter(feature -> feature.group().equals(group))
                .toList();
    }

    /** The lines that a name of {@code -K} stands for; none if there is no such name. */
    List<Feature> named(String name) {
        String line = SHORT_NAMES.getOrDefault(name, name);
        List<Feature> below = below(line);
        if (!below.isEmpty()) {
            return below;
        }
        Feature one = features.get(line);
        return one == null ? List.of() : List.of(one);
    }

    /** Without checksums there is no segmentation either (netdev_fix_features). */
    List<Feature> dependentOnChecksums() {
        List<Feature> dependent = new ArrayList<>(below("tcp-segmentation-offload"));
        dependent.addAll(named("tx-udp-segmentation"));
        return dependent.stream()
                .filter(feature ->
                        feature.on() && !feature.isFixed() && !feature.name().contains("accecn"))
                .toList();
    }

    static String kernelName(Feature feature) {
        return KERNEL_NAMES.getOrDefault(feature.name(), feature.name());
    }

    void set(Feature feature, boolean on) {
        device.featureChanges().put(feature.name(), on);
    }
}
