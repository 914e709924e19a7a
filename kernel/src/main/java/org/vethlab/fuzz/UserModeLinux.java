package org.vethlab.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vethlab.transcript.CommandScript;

/**
 * Debian's kernel as an ordinary process (package user-mode-linux), for what this machine's own is built without: VLANs,
 * dummy, bonding, VRF, netem.
 */
public final class UserModeLinux implements Linux {
    private static final Path PROGRAM = Path.of("/usr/bin/linux.uml");
    private static final Path MODULES = Path.of("/usr/lib/uml/modules");

    private final String release;

    /** @throws FuzzException when it is not installed */
    public UserModeLinux() {
        if (!isInstalled()) {
            throw new FuzzException("User Mode Linux is not installed (Debian: apt install user-mode-linux)");
        }
        try (var versions = Files.list(MODULES)) {
            release = versions.map(version -> version.getFileName().toString())
                    .sorted()
                    .findFirst()
                    .orElse("");
            Path here = Path.of("/lib/modules", release);
            if (!Files.exists(here)) {
                Files.createDirectories(here.getParent());
                Files.createSymbolicLink(here, MODULES.resolve(release));
            }
        } catch (IOException e) {
            throw new FuzzException("its modules cannot be reached: " + e.getMessage());
        }
    }

    public static boolean isInstalled() {
        return Files.isExecutable(PROGRAM) && Files.isDirectory(MODULES);
    }

    @Override
    public Optional<String> print(CommandScript script) {
        try (Sandbox sandbox = Sandbox.with(script.marked())) {
            Path folder = sandbox.file("");
            String text = Sandbox.resource("uml.sh")
                    .replace("@WORK@", folder.toString().replaceAll("/$", ""));
            Path init = sandbox.write("init.sh", text);
            Files.setPosixFilePermissions(init, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
            return sandbox.run(List.of(
                    PROGRAM.toString(),
                    "mem=512M",
                    "rootfstype=hostfs",
                    "ro",
                    "hostfs=/",
                    "root=none",
                    "quiet",
                    "init=" + init,
                    "con=null",
                    "con0=null,fd:1",
                    "umid=" + folder.getFileName()));
        } catch (IOException e) {
            throw new FuzzException("User Mode Linux did not start: " + e.getMessage());
        }
    }

    @Override
    public String release() {
        return "uml " + release;
    }
}
