package org.vethlab.capture;

import org.vethlab.program.tcpdump.FrameRecorder;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.Frames;
import org.vethlab.wire.LinkType;

/** A capture in the simulator, which hands over every frame. */
record SimulatedRecording(FrameRecorder recorder, boolean anyDevice) implements Recording {
    @Override
    public Capture capture() {
        return Capture.of(
                recorder.sightings().stream().map(SimulatedRecording::sighting).toList(), anyDevice, recorder.missed());
    }

    private static Sighting sighting(FrameRecorder.Sighting seen) {
        return new Sighting(
                seen.namespace(),
                seen.device(),
                seen.interfaceIndex(),
                seen.hardwareType().code(),
                seen.type(),
                seen.date(),
                frame(seen.frame(), seen.hardwareType().hasEthernetHeader()));
    }

    private static Frame frame(EthernetFrame frame, boolean ethernet) {
        byte[] bytes = ethernet ? Frames.write(frame) : Frames.payload(frame);
        return new Frame(ethernet ? LinkType.ETHERNET : LinkType.RAW, bytes, bytes.length);
    }

    @Override
    public void clear() {
        recorder.clear();
    }

    @Override
    public void close() {
        recorder.close();
    }
}
