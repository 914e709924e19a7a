package org.vethlab.cli;

import java.nio.file.Path;
import java.util.List;
import org.vethlab.fuzz.FuzzException;
import org.vethlab.fuzz.Fuzzer;
import org.vethlab.fuzz.JunkRun;

/** {@code vethlab fuzz}: random scripts on real Linux and in the simulator. */
final class Fuzz implements Verb {
    @Override
    public String name() {
        return "fuzz";
    }

    @Override
    public String usage() {
        return "[--junk N]";
    }

    @Override
    public String summary() {
        return "random scripts here and on real Linux; where do they differ?";
    }

    @Override
    public int run(List<String> arguments) {
        try {
            FuzzOptions options = FuzzOptions.parse(arguments);
            if (options.junk() > 0) {
                return junk(options);
            }
            return new Fuzzer(options.plan(), System.out::print).run() == 0 ? 0 : 1;
        } catch (FuzzException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static int junk(FuzzOptions options) {
        Path cases = Home.folder().resolve("simulator/src/test/resources/transcripts");
        int failures = new JunkRun(cases, System.out::print)
                .run(options.seed(), options.junk())
                .size();
        System.out.println(failures + " of " + options.junk() + " scripts failed");
        return failures == 0 ? 0 : 1;
    }
}
