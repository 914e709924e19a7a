package org.vethlab.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vethlab.lab.LabException;

/** Whether this machine can run a live lab. */
public final class LiveSupport {
    private static final List<String> TOOLS =
            List.of("unshare", "nsenter", "script", "ip", "brctl", "ping", "arp", "tcpdump", "sysctl", "mount");

    private LiveSupport() {}

    /** Why it can't, one clear line each; empty if it can. */
    public static List<String> obstacles() {
        if (!System.getProperty("os.name", "").equals("Linux")) {
            return List.of("real namespaces need Linux");
        }
        List<String> obstacles = new ArrayList<>();
        if (!isRoot()) {
            obstacles.add("real namespaces need root");
        }
        List<String> missing = TOOLS.stream().filter(tool -> !isInstalled(tool)).toList();
        if (!missing.isEmpty()) {
            obstacles.add("not installed: " + String.join(", ", missing));
        }
        return obstacles;
    }

    /** @throws LabException naming what is in the way */
    public static void require() {
        List<String> obstacles = obstacles();
        if (!obstacles.isEmpty()) {
            throw new LabException("no live lab here: " + String.join("; ", obstacles));
        }
    }

    private static boolean isRoot() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .anyMatch(line -> line.matches("Uid:\\s+\\d+\\s+0\\s.*"));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isInstalled(String tool) {
        for (String directory :
                List.of("/usr/sbin", "/usr/bin", "/sbin", "/bin", "/usr/local/sbin", "/usr/local/bin")) {
            if (Files.isExecutable(Path.of(directory, tool))) {
                return true;
            }
        }
        return false;
    }
}
