package org.vethlab.cli;

import java.util.List;

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
        throw new UsageException("not yet");
    }
}
