package org.vethlab.diff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vethlab.lab.Lab;
import org.vethlab.lab.LabException;
import org.vethlab.lab.Place;

/** Takes a snapshot, namespace by namespace. It can be watched and stopped from any thread. */
public final class SnapshotTask {
    private final Lab lab;
    private final List<Place> places;
    private volatile int done;
    private volatile boolean stopped;

    public SnapshotTask(Lab lab) {
        this.lab = lab;
        this.places = lab.places();
    }

    /** How many namespaces have been looked at. */
    public int done() {
        return done;
    }

    public int total() {
        return places.size();
    }

    /** @throws LabException if it was stopped before */
    public Snapshot run() {
        Map<String, NamespaceState> rows = new LinkedHashMap<>();
        for (Place place : places) {
            if (stopped) {
                throw new LabException("stopped");
            }
            rows.put(place.name(), NamespaceState.of(lab, place));
            done = rows.size();
        }
        return new Snapshot(rows);
    }

    public void stop() {
        stopped = true;
    }
}
