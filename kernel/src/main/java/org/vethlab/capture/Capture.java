package org.vethlab.capture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.vethlab.capture.layer.Dissection;
import org.vethlab.capture.layer.Dissector;

/**
 * What was captured.
 *
 * @param sightings of frames at devices, in order
 * @param packets the same frames, each once, in order
 * @param anyDevice whether all devices were captured, rather than those that were named
 * @param missed how many sightings more there were than were kept
 */
public record Capture(List<Sighting> sightings, List<Packet> packets, boolean anyDevice, long missed) {
    /** A frame that is still the same one is seen at its next device within this time, even behind a slow link. */
    private static final long ON_ITS_WAY = TimeUnit.MILLISECONDS.toNanos(500);

    public static Capture of(List<Sighting> sightings, boolean anyDevice, long missed) {
        return new Capture(sightings, packets(group(sightings)), anyDevice, missed);
    }

    private static List<List<Sighting>> group(List<Sighting> sightings) {
        List<List<Sighting>> groups = new ArrayList<>();
        Map<Object, List<Sighting>> open = new HashMap<>();
        for (Sighting sighting : sightings) {
            Object identity = sighting.frame().identity();
            List<Sighting> group = open.get(identity);
            if (group == null || !continues(group, sighting)) {
                group = new ArrayList<>();
                groups.add(group);
                open.put(identity, group);
            }
            group.add(sighting);
        }
        return groups;
    }

    /** A frame passes a device once in each direction: what is seen there again was sent again. */
    private static boolean continues(List<Sighting> group, Sighting next) {
        return next.time() - group.get(0).time() < ON_ITS_WAY && group.stream().noneMatch(next::isWhere);
    }

    private static List<Packet> packets(List<List<Sighting>> groups) {
        Dissector dissector = new Dissector();
        Conversations conversations = new Conversations();
        List<Packet> packets = new ArrayList<>();
        for (List<Sighting> group : groups) {
            Sighting first = group.get(0);
            int number = packets.size() + 1;
            Dissection dissection =
                    dissector.dissect(first.frame().link(), first.frame().bytes());
            Packet.Answers answers = conversations.next(number, first.time(), dissection.dialogue());
            packets.add(new Packet(number, List.copyOf(group), dissection, answers));
        }
        return packets;
    }

    /** The capture file that tcpdump would have written. */
    public byte[] pcap() {
        return CaptureFile.pcap(sightings, anyDevice);
    }

    /** A capture file that names the devices: Ethernet frames, all of them whole (pcapng). */
    public byte[] pcapng() {
        return CaptureFile.pcapng(sightings);
    }
}
