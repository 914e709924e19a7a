package org.vethlab.cli;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.vethlab.jupyter.Rehearsal;
import org.vethlab.magic.Backend;
import org.vethlab.magic.Course;
import org.vethlab.magic.LabSession;

/** {@code vethlab train}: does what sessions do, for the launcher, which archives the classes that this loads. */
final class Train implements Verb {
    @Override
    public String name() {
        return "train";
    }

    @Override
    public String usage() {
        return "";
    }

    @Override
    public String summary() {
        return "do what sessions do, so that the next ones start sooner; the launcher calls it";
    }

    @Override
    public int run(List<String> arguments) {
        Course course = new Course(Home.notebooks());
        try (LabSession session = new LabSession(Backends::open, Backend.SIMULATED, course)) {
            new Run()
                    .run(List.of(
                            course.folder().resolve("scenarios/two-segments.sh").toString()));
            Rehearsal.run(session);
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        } catch (InvalidKeyException | NoSuchAlgorithmException e) {
            throw new UsageException("no signatures on this JVM: " + e.getMessage());
        }
    }
}
