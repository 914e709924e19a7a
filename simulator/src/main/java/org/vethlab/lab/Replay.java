package org.vethlab.lab;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vethlab.lab.SimulatedLab.Settings;

/** Lives through a journal once more, in a lab of its own. It can be watched and stopped from any thread. */
public final class Replay {
    private final Settings settings;
    private final List<JournalEntry> journal;
    private volatile @Nullable SimulatedLab lab;
    private volatile int done;
    private volatile boolean stopped;

    public Replay(Settings settings, List<JournalEntry> journal) {
        this.settings = settings;
        this.journal = List.copyOf(journal);
    }

    /** How many runs lie behind it. */
    public int done() {
        return done;
    }

    public int total() {
        return journal.size();
    }

    /** The lab that comes out. @throws LabException if it was stopped before */
    public SimulatedLab run() {
        SimulatedLab made = new SimulatedLab(settings);
        lab = made;
        try {
            for (int i = 0; i < journal.size(); i++) {
                goOn();
                made.replay(journal.get(i), new Witness());
                done = i + 1;
            }
            goOn();
            return made;
        } catch (RuntimeException | Error e) {
            made.close();
            throw e;
        }
    }

    private void goOn() {
        if (stopped) {
            throw new LabException("stopped; the lab is as it was");
        }
    }

    /** Sees nothing of what is printed, and lets nothing begin once the replay is to stop. */
    private final class Witness implements Lab.Sink {
        @Override
        public void out(String text) {}

        @Override
        public void err(String text) {}

        @Override
        public boolean isInterrupted() {
            return stopped;
        }
    }

    /** Gives up: what runs gets a Ctrl-C, what was to follow does not run. */
    public void stop() {
        stopped = true;
        SimulatedLab present = lab;
        if (present != null) {
            present.interrupt();
        }
    }
}
