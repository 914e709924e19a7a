package org.vethlab.net.sysctl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The settings of one namespace that belong to no device; each is made when it is first asked for. */
final class Settings {
    private static final TreeMap<String, Definition> DEFINITIONS = Definition.readAll();

    private final Map<String, Setting> settings = new HashMap<>();

    Optional<Setting> find(String path) {
        Definition definition = DEFINITIONS.get(path);
        return definition == null
                ? Optional.empty()
                : Optional.of(settings.computeIfAbsent(path, unused -> new Setting(definition)));
    }

    /** Those that are not as they were at first. */
    Map<String, String> changed() {
        Map<String, String> changed = new HashMap<>();
        settings.forEach((path, setting) -> {
            if (!setting.isInitial()) {
                changed.put(path, setting.text());
            }
        });
        return changed;
    }

    boolean isDirectory(String path) {
        String first = DEFINITIONS.ceilingKey(path + "/");
        return first != null && first.startsWith(path + "/");
    }

    /** The names of files and directories right below a directory; none if there is no such directory. */
    List<String> list(String directory) {
        String prefix = directory.isEmpty() ? "" : directory + "/";
        TreeSet<String> names = new TreeSet<>();
        for (String path : DEFINITIONS.tailMap(prefix).keySet()) {
            if (!path.startsWith(prefix)) {
                break;
            }
            names.add(path.substring(prefix.length()).split("/", 2)[0]);
        }
        return new ArrayList<>(names);
    }
}
