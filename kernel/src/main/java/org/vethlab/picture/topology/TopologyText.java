package org.vethlab.picture.topology;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The drawing in letters: from the middle of each connected part along the cables, each step indented. */
final class TopologyText {
    private final Difference difference;
    private final Topology topology;
    private final Graph graph;
    private final List<String> lines = new ArrayList<>();
    private final Set<String> told = new HashSet<>();
    private final Set<String> followed = new HashSet<>();

    TopologyText(Difference difference) {
        this.difference = difference;
        this.topology = difference.shown();
        this.graph = Graph.of(topology);
    }

    String write() {
        for (Graph part : graph.components()) {
            Graph rings = part.rings();
            String first = rings.nodes().isEmpty()
                    ? part.middle().get(0)
                    : rings.nodes().iterator().next();
            topology.box(first).ifPresent(box -> {
                lines.add(title(box));
                told.add(box.key());
                body(box, "");
            });
        }
        return String.join("\n", lines);
    }

    private String title(Box box) {
        String name = box.isSwitch() ? "switch " + box.title() + " in " + box.namespace() : box.title();
        String state = box.state().isUp() ? "" : " " + box.state().text();
        return name + state + mark(difference.of(box));
    }

    private static String mark(Optional<Change> change) {
        return change.map(each -> "  ← " + each.withSign()).orElse("");
    }

    /** What hangs on a device: the far end of a cable, with the box there unless that has been told of already. */
    private void body(Box box, String indent) {
        List<Device> open = box.devices().stream()
                .filter(device -> !isFollowed(box, device))
                .toList();
        for (Device device : open) {
            boolean isLast = device.equals(open.get(open.size() - 1));
            List<Cable> cables = topology.cablesAt(new Port(box.key(), device.name()));
            cables.forEach(cable -> followed.add(cable.key()));
            String branch = indent + (isLast ? "└─ " : "├─ ");
            String nested = "  ".repeat(box.depth(device));
            if (cables.isEmpty()) {
                lines.add(branch + nested + text(box, device) + mark(box, device));
            }
            for (int i = 0; i < cables.size(); i++) {
                boolean isEnd = isLast && i == cables.size() - 1;
                String twig = indent + (isEnd ? "└─ " : "├─ ") + nested + text(box, device);
                follow(cables.get(i), new Port(box.key(), device.name()), twig, indent + (isEnd ? "   " : "│  "));
            }
        }
    }

    private boolean isFollowed(Box box, Device device) {
        List<Cable> cables = topology.cablesAt(new Port(box.key(), device.name()));
        return !cables.isEmpty() && cables.stream().allMatch(cable -> followed.contains(cable.key()));
    }

    private void follow(Cable cable, Port from, String start, String below) {
        Port to = cable.other(from);
        Box there = topology.box(to.box()).orElseThrow();
        Device far = device(there, to.device());
        boolean isKnown = !told.add(there.key());
        String box = isKnown ? there.title() + " (above)" : title(there);
        String kind =
                cable.kind().text().isEmpty() ? " ── " : " ── " + cable.kind().text() + " ── ";
        Box here = topology.box(from.box()).orElseThrow();
        String nearMark = mark(here, device(here, from.device()));
        lines.add(start + nearMark + kind + text(there, far) + mark(there, far) + "  " + box);
        if (!isKnown) {
            body(there, below);
        }
    }

    private static Device device(Box box, String name) {
        return box.devices().stream()
                .filter(device -> device.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String mark(Box box, Device device) {
        return difference
                .of(box, device)
                .map(Change::withSign)
                .map(text -> " (" + text + ")")
                .orElse("");
    }

    private String text(Box box, Device device) {
        List<String> words = new ArrayList<>(List.of(device.name()));
        words.add(device.what());
        words.add(device.vlanText());
        device.addresses()
                .forEach(address -> words.add(address
                        + difference
                                .of(box, device, address)
                                .map(each -> " (" + each.withSign() + ")")
                                .orElse("")));
        words.add(device.state().text());
        return words.stream().filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
    }
}
