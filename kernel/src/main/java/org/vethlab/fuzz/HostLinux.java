package org.vethlab.fuzz;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.vethlab.live.LiveSupport;
import org.vethlab.transcript.CommandScript;

/** The kernel of this machine, in namespaces of their own. */
public final class HostLinux implements Linux {
    /** @throws org.vethlab.lab.LabException when this machine can't */
    public HostLinux() {
        LiveSupport.require();
    }

    @Override
    public Optional<String> print(CommandScript script) {
        try (Sandbox sandbox = Sandbox.with(script.marked())) {
            String unshare = "unshare --mount --net --uts --ipc --pid --fork --kill-child --mount-proc bash "
                    + sandbox.file("sandbox.sh") + " " + sandbox.file("") + " " + sandbox.file("case.sh") + " >&3 3>&-";
            // script(1) gives the shell a terminal; descriptor 3 leads past it, so that programs print to a pipe.
            // Its input stays open and silent: at its end script types Ctrl-D, and whoever polls the terminal in the
            // background (nc) reads it and is stopped.
            return sandbox.run(
                    List.of("bash", "-c", "exec 3>&1; script -qec \"$1\" /dev/null >/dev/null", "bash", unshare));
        } catch (IOException e) {
            throw new FuzzException("the sandbox did not start: " + e.getMessage());
        }
    }

    @Override
    public String release() {
        return System.getProperty("os.version", "");
    }
}
