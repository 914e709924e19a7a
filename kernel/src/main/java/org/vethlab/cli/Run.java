package org.vethlab.cli;

import java.util.List;

/** {@code vethlab run}: a script in a fresh lab, with its exit status. */
final class Run implements Verb {
    @Override
    public String name() {
        return "run";
    }

    @Override
    public String usage() {
        return "FILE [ARGS…]";
    }

    @Override
    public String summary() {
        return "run a shell script in the simulator (- reads standard input)";
    }

    @Override
    public int run(List<String> arguments) {
        throw new UsageException("not yet");
    }
}
