package org.vethlab.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.vethlab.lab.SimulatedLab;
import org.vethlab.repl.Prompt;
import org.vethlab.shell.syntax.Completeness;

/** {@code vethlab repl}: the terminal face. */
final class Repl implements Verb {
    @Override
    public String name() {
        return "repl";
    }

    @Override
    public String usage() {
        return "";
    }

    @Override
    public String summary() {
        return "a prompt on a fresh lab";
    }

    @Override
    public int run(List<String> arguments) {
        if (!arguments.isEmpty()) {
            throw new UsageException("takes no arguments; vethlab run FILE runs a script");
        }
        try (SimulatedLab lab = new SimulatedLab()) {
            return Prompt.run(lab, Completeness::isWhole);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
