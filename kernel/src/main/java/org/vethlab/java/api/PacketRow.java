package org.vethlab.java.api;

import java.util.List;
import java.util.Locale;
import org.vethlab.capture.Packet;
import org.vethlab.capture.layer.Dissection;
import org.vethlab.capture.layer.Layer;
import org.vethlab.row.Row;

/**
 * A packet that was captured.
 *
 * @param number from 1, in the order in which packets were seen first
 * @param seconds since the first packet of the capture
 * @param seen the devices that it passed, in order: {@code veth1R in}
 * @param source who sent it: an IP address, or a link-layer address if it has none
 * @param destination whom it is for
 * @param protocol the innermost one: {@code ARP}, {@code ICMP}, {@code TCP}
 * @param length of the frame in octets
 * @param info what it says, in a line
 * @param layers its headers, from the outside in, with their fields
 */
public record PacketRow(
        int number,
        double seconds,
        List<String> seen,
        String source,
        String destination,
        String protocol,
        int length,
        String info,
        List<Layer> layers)
        implements Row {
    static PacketRow of(Packet packet, long start) {
        Dissection dissection = packet.dissection();
        return new PacketRow(
                packet.number(),
                (packet.time() - start) / 1e9,
                packet.sightings().stream()
                        .map(sighting -> sighting.device() + (sighting.isOutgoing() ? " out" : " in"))
                        .toList(),
                dissection.source(),
                dissection.destination(),
                dissection.protocol(),
                packet.frame().length(),
                dissection.info(),
                dissection.layers());
    }

    @Override
    public List<Field> fields() {
        return List.of(
                new Field("number", Integer.toString(number)),
                new Field("time (s)", String.format(Locale.ROOT, "%.6f", seconds)),
                new Field("seen at", String.join(", ", seen)),
                new Field("source", source),
                new Field("destination", destination),
                new Field("protocol", protocol),
                new Field("length", Integer.toString(length)),
                new Field("info", info));
    }

    @Override
    public String toString() {
        return Row.line(this);
    }
}
