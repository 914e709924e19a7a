package org.vethlab.cli;

import java.io.IOException;
import java.util.Optional;
import org.vethlab.file.HostFolder;
import org.vethlab.lab.Lab;
import org.vethlab.lab.SimulatedLab;
import org.vethlab.live.LiveLab;
import org.vethlab.magic.Backend;
import org.vethlab.magic.Course;

/** Makes labs. */
final class Backends {
    /** The same in every notebook, so that its outputs are the same on every run. */
    private static final long SEED = 1;

    private Backends() {}

    static Lab open(Backend backend, Course course) {
        return switch (backend) {
            case SIMULATED -> new SimulatedLab(new SimulatedLab.Settings(SEED, folder(course)));
            case LIVE -> LiveLab.open(course.folder());
        };
    }

    private static Optional<HostFolder> folder(Course course) {
        try {
            return Optional.of(ScriptFolder.at(course.folder()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
