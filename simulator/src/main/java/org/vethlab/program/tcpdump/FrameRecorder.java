package org.vethlab.program.tcpdump;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.Namespace;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.DeviceFlag;
import org.vethlab.net.link.HardwareType;
import org.vethlab.net.link.PacketType;
import org.vethlab.net.socket.PacketTap;
import org.vethlab.net.socket.Sockets;
import org.vethlab.process.Files;
import org.vethlab.program.tcpdump.filter.Filter;
import org.vethlab.program.tcpdump.filter.LinkLayer;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.LinkType;

/**
 * Keeps the frames that a filter lets pass at the devices of one or more namespaces. Unlike tcpdump it is no process of
 * the machine: it misses nothing, it hands over at once, and nobody in the lab can tell that it is there.
 */
public final class FrameRecorder implements AutoCloseable {
    /** A flood ping sends millions; what a person looks through is far less. */
    private static final int MOST = 20_000;

    private final List<Sighting> sightings = new ArrayList<>();
    private final List<Sockets.Handle> taps = new ArrayList<>();
    private long missed;

    /**
     * A frame at a device.
     *
     * @param namespace what the recorder's user calls it
     * @param type OUTGOING if the namespace sends it
     * @param date nanoseconds since 1970
     */
    public record Sighting(
            String namespace,
            String device,
            int interfaceIndex,
            HardwareType hardwareType,
            PacketType type,
            EthernetFrame frame,
            long date) {}

    /**
     * Begins to look at one device, or at all of the namespace.
     *
     * @param name what the namespace is called in what is seen
     * @param expression a filter of tcpdump's; blank lets all pass
     * @param files where names of hosts and ports are looked up
     * @throws org.vethlab.program.tcpdump.filter.FilterException if the expression cannot be compiled
     */
    public void watch(String name, Namespace namespace, Optional<Device> device, String expression, Files files) {
        LinkType link = device.map(CapturedFrame::linkType).orElse(LinkType.LINUX_SLL2);
        LinkLayer.Names names = new FilterNames(new Names(files, false));
        Filter filter = Filter.compile(expression, new LinkLayer(CapturedFrame.layout(link), true, 0, names));
        taps.add(namespace.sockets().tap(device, new Tap(name, link, filter)));
    }

    /** All that was seen so far, in order. */
    public List<Sighting> sightings() {
        return List.copyOf(sightings);
    }

    /** How many more there were than it keeps. */
    public long missed() {
        return missed;
    }

    public void clear() {
        sightings.clear();
        missed = 0;
    }

    /** Looks no more; what was seen stays. */
    @Override
    public void close() {
        taps.forEach(Sockets.Handle::close);
        taps.clear();
    }

    private final class Tap implements PacketTap {
        private final String name;
        private final LinkType link;
        private final Filter filter;

        Tap(String name, LinkType link, Filter filter) {
            this.name = name;
            this.link = link;
            this.filter = filter;
        }

        @Override
        public void frame(Device device, PacketType type, EthernetFrame frame, long time) {
            // what lo sends comes back as received: libpcap drops the first of the two
            if (type == PacketType.OUTGOING && device.has(DeviceFlag.LOOPBACK)) {
                return;
            }
            if (!filter.accepts(CapturedFrame.of(link, device, type, frame).filterInput())) {
                return;
            }
            if (sightings.size() == MOST) {
                missed++;
                return;
            }
            long date = device.namespace().world().clock().date();
            sightings.add(new Sighting(name, device.name(), device.index(), device.hardwareType(), type, frame, date));
        }
    }
}
