package org.vethlab.magic;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vethlab.capture.Capture;
import org.vethlab.capture.Recording;
import org.vethlab.lab.Lab;
import org.vethlab.lab.LabException;
import org.vethlab.lab.Place;

/** The capture of a notebook: one at a time, kept until the next one. */
final class Captures {
    private @Nullable Running present;

    /**
     * What is captured.
     *
     * @param devices none stands for all
     * @param filter blank lets all pass
     */
    record Target(List<Place> places, List<String> devices, String filter) {
        String words() {
            String names = places.stream().map(Place::name).collect(Collectors.joining(", "));
            return names
                    + (devices.isEmpty() ? "" : " " + String.join(", ", devices))
                    + (filter.isBlank() ? "" : " (" + filter + ")");
        }

        /** The namespaces where nothing stays unseen. */
        Set<String> covered() {
            return devices.isEmpty() ? places.stream().map(Place::name).collect(Collectors.toSet()) : Set.of();
        }
    }

    /** A capture at work, or what a stopped one has left. */
    private static final class Running {
        private final Lab lab;
        private final Target target;
        private final Recording recording;
        private @Nullable Capture result;

        Running(Lab lab, Target target) {
            this.lab = lab;
            this.target = target;
            this.recording = Recording.start(lab, target.places(), target.devices(), target.filter());
        }
    }

    void start(Lab lab, Target target) {
        Running next = new Running(lab, target);
        if (isRunning(lab)) {
            stop();
        }
        present = next;
    }

    /** Whether one is at work in this lab. */
    boolean isRunning(Lab lab) {
        Running running = present;
        return running != null && running.result == null && running.lab == lab;
    }

    Optional<Target> target() {
        return Optional.ofNullable(present).map(running -> running.target);
    }

    /** What was captured. */
    Capture capture() {
        Running running = require();
        Capture result = running.result;
        return result == null ? running.recording.capture() : result;
    }

    void clear() {
        Running running = require();
        if (running.result == null) {
            running.recording.clear();
        } else {
            running.result = Capture.of(List.of(), running.target.devices().isEmpty(), 0);
        }
    }

    /** Ends it; what was captured stays. */
    Capture stop() {
        Running running = require();
        Capture result = running.result;
        if (result == null) {
            running.recording.close();
            result = running.recording.capture();
            running.result = result;
        }
        return result;
    }

    /** The lab is about to go: keeps what was captured in it. */
    void leave(Lab lab) {
        if (isRunning(lab)) {
            stop();
        }
    }

    private Running require() {
        Running running = present;
        if (running == null) {
            throw new LabException("nothing was captured yet: " + new CaptureMagic().synopsis());
        }
        return running;
    }
}
