package org.vethlab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vethlab.jupyter.ConnectionFile;
import org.vethlab.jupyter.KernelProcess;
import org.vethlab.magic.Backend;
import org.vethlab.magic.Course;
import org.vethlab.magic.LabSession;
import org.vethlab.magic.WarmUp;

/** {@code vethlab kernel}: the process that Jupyter starts. */
final class Kernel implements Verb {
    @Override
    public String name() {
        return "kernel";
    }

    @Override
    public String usage() {
        return "CONNECTION_FILE";
    }

    @Override
    public String summary() {
        return "the Jupyter kernel process; Jupyter starts it";
    }

    @Override
    public int run(List<String> arguments) {
        if (arguments.size() != 1) {
            throw new UsageException("wants a connection file");
        }
        LabSession session = session();
        try (KernelProcess kernel = new KernelProcess(connection(arguments.get(0)), session)) {
            WarmUp.begin(session);
            kernel.await();
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static ConnectionFile connection(String file) {
        try {
            return ConnectionFile.parse(Files.readString(Path.of(file)));
        } catch (IOException e) {
            throw new UsageException("cannot read " + file);
        } catch (IllegalArgumentException e) {
            throw new UsageException(file + ": " + e.getMessage());
        }
    }

    /** {@code VETHLAB_BACKEND=live} starts notebooks on real namespaces. */
    private static LabSession session() {
        Backend backend = Optional.ofNullable(System.getenv("VETHLAB_BACKEND"))
                .map(Backend::of)
                .orElse(Backend.SIMULATED);
        return new LabSession(Backends::open, backend, Course.around(Path.of(""), Home.notebooks()));
    }
}
