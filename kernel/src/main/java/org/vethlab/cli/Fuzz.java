package org.vethlab.cli;

import java.util.List;
import org.vethlab.fuzz.FuzzException;
import org.vethlab.fuzz.Fuzzer;

/** {@code vethlab fuzz}: random scripts on real Linux and in the simulator. */
final class Fuzz implements Verb {
    @Override
    public String name() {
        return "fuzz";
    }

    @Override
    public String usage() {
        return "--against linux";
    }

    @Override
    public String summary() {
        return "run random scripts here and on real Linux, and show where they differ";
    }

    @Override
    public int run(List<String> arguments) {
        try {
            FuzzOptions options = FuzzOptions.parse(arguments);
            return new Fuzzer(options.plan(), System.out::print).run() == 0 ? 0 : 1;
        } catch (FuzzException e) {
            throw new UsageException(e.getMessage());
        }
    }
}
