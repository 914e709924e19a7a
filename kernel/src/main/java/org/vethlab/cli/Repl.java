package org.vethlab.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.vethlab.lab.Lab;
import org.vethlab.lab.Place;
import org.vethlab.magic.Backend;
import org.vethlab.magic.Course;
import org.vethlab.magic.LabSession;
import org.vethlab.repl.Prompt;
import org.vethlab.row.Answer;
import org.vethlab.shell.syntax.Completeness;

/** {@code vethlab repl}: the terminal face. */
final class Repl implements Verb {
    /** The course's scenarios can be read, but a shell begins where the prompt says it is. */
    private static Lab open(Backend backend, Course course) {
        Lab lab = Backends.open(backend, course);
        lab.run(Place.HOST, "cd", List.of(), new Answer());
        return lab;
    }

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
        try (LabSession session =
                new LabSession(Repl::open, Backend.SIMULATED, Course.around(Path.of(""), Home.notebooks()))) {
            return Prompt.run(session, Completeness::isWhole);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
