package org.vethlab.lab;

import java.util.List;
import java.util.Optional;
import org.vethlab.net.Namespace;
import org.vethlab.net.link.Device;
import org.vethlab.process.Files;
import org.vethlab.process.Machine;
import org.vethlab.program.tcpdump.FrameRecorder;
import org.vethlab.program.tcpdump.filter.FilterException;

/** Sets a recorder to work at places, as a person names them. */
record Recording(Machine machine, Places places, Files files, String filter) {
    /** @throws LabException if there is no such device, or the filter cannot be compiled */
    FrameRecorder start(List<Place> where, List<String> devices) {
        FrameRecorder recorder = new FrameRecorder();
        try {
            where.forEach(place -> watch(recorder, place, devices));
            return recorder;
        } catch (FilterException e) {
            recorder.close();
            throw new LabException("tcpdump: " + e.text());
        } catch (LabException e) {
            recorder.close();
            throw e;
        }
    }

    private void watch(FrameRecorder recorder, Place place, List<String> devices) {
        Namespace net = place.equals(Place.HOST)
                ? machine.world().initialNamespace()
                : places.open(place).net();
        if (devices.isEmpty()) {
            recorder.watch(place.name(), net, Optional.empty(), filter, files);
        }
        for (String name : devices) {
            Device device = net.devices()
                    .byName(name)
                    .orElseThrow(() -> new LabException("there is no device '" + name + "' in " + place.name()));
            recorder.watch(place.name(), net, Optional.of(device), filter, files);
        }
    }
}
