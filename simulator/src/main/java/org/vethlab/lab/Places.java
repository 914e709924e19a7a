package org.vethlab.lab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.vethlab.net.Namespace;
import org.vethlab.process.Machine;
import org.vethlab.process.Process;
import org.vethlab.process.UtsNamespace;

/** Finds the namespaces of a machine by the names that a student has for them. */
final class Places {
    private final Machine machine;

    Places(Machine machine) {
        this.machine = machine;
    }

    /** The host, then those with an {@code ip netns} name, the oldest first, then the others in the order of their pids. */
    List<Place> all() {
        IdentityHashMap<Namespace, Place> found = new IdentityHashMap<>();
        List<Place> places = new ArrayList<>(List.of(Place.HOST));
        found.put(machine.world().initialNamespace(), Place.HOST);
        List<String> names = machine.namedNamespaces().list();
        for (int i = names.size() - 1; i >= 0; i--) {
            Namespace net = machine.namedNamespaces().find(names.get(i)).orElseThrow();
            add(found, places, net, new Place(names.get(i), pidIn(net)));
        }
        for (Process process : machine.processes()) {
            if (!process.state().isOver()) {
                add(found, places, process.net(), new Place(nameOf(process, places), process.pid()));
            }
        }
        return places;
    }

    private static void add(IdentityHashMap<Namespace, Place> found, List<Place> places, Namespace net, Place place) {
        if (found.putIfAbsent(net, place) == null) {
            places.add(place);
        }
    }

    /** The host name, if the process has one of its own and nothing else is called so; otherwise the pid. */
    private String nameOf(Process process, List<Place> taken) {
        String hostname = process.uts().hostname();
        boolean free = taken.stream().noneMatch(place -> place.name().equals(hostname));
        return free && process.uts() != machine.init().uts() ? hostname : Integer.toString(process.pid());
    }

    private int pidIn(Namespace net) {
        return machine.processes().stream()
                .filter(process -> process.net() == net && !process.state().isOver())
                .mapToInt(Process::pid)
                .findFirst()
                .orElse(0);
    }

    /** @throws LabException naming those there are */
    Place find(String name) {
        List<Place> all = all();
        for (Place place : all) {
            if (place.name().equals(name)) {
                return place;
            }
        }
        return byOtherName(name)
                .orElseThrow(() -> new LabException("there is no namespace '" + name + "'; there are: "
                        + all.stream().map(Place::name).collect(Collectors.joining(", "))));
    }

    private Optional<Place> byOtherName(String name) {
        if (machine.namedNamespaces().find(name).isPresent()) {
            return Optional.of(new Place(name, 0));
        }
        return machine.processes().stream()
                .filter(process -> !process.state().isOver())
                .filter(process -> name.equals(Integer.toString(process.pid()))
                        || name.equals(process.uts().hostname()))
                .findFirst()
                .map(process -> new Place(name, process.pid()));
    }

    /** The place that a process is in. */
    Place of(Process process) {
        for (Place place : all()) {
            if (place.equals(Place.HOST)
                    ? process.net() == machine.world().initialNamespace()
                    : open(place).net() == process.net()) {
                return place;
            }
        }
        return new Place(Integer.toString(process.pid()), process.pid());
    }

    /** What the namespaces are called, by their inode numbers; one that has no name is called by its number. */
    LongFunction<String> names() {
        Map<Long, String> names = new HashMap<>();
        for (Place place : all()) {
            Namespace net = place.equals(Place.HOST)
                    ? machine.world().initialNamespace()
                    : open(place).net();
            names.put(net.inode(), place.name());
        }
        return inode -> names.getOrDefault(inode, "net:[" + inode + "]");
    }

    /** What a place consists of. */
    record Target(Namespace net, Optional<UtsNamespace> uts) {
        void enter(Process process) {
            process.enter(net);
            process.sysfs(net);
            uts.ifPresent(process::enter);
        }
    }

    /** @throws LabException if the place is no more */
    Target open(Place place) {
        Optional<Process> inside =
                machine.process(place.pid()).filter(there -> !there.state().isOver());
        Namespace net = machine.namedNamespaces()
                .find(place.name())
                .or(() -> inside.map(Process::net))
                .orElseThrow(() -> new LabException("the namespace '" + place.name() + "' is no more"));
        return new Target(net, inside.filter(there -> there.net() == net).map(Process::uts));
    }
}
