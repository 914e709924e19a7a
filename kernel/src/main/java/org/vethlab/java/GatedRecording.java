package org.vethlab.java;

import org.vethlab.capture.Capture;
import org.vethlab.capture.Recording;

/** A recording of a lab that is reached through a gate. */
record GatedRecording(Recording recording, GatedLab lab) implements Recording {
    @Override
    public Capture capture() {
        return lab.inside(any -> recording.capture());
    }

    @Override
    public void clear() {
        inside(recording::clear);
    }

    @Override
    public void close() {
        inside(recording::close);
    }

    private void inside(Runnable work) {
        lab.inside(any -> {
            work.run();
            return true;
        });
    }
}
