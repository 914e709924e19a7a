package org.vethlab.capture;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vethlab.wire.ByteWriter;
import org.vethlab.wire.LinkType;
import org.vethlab.wire.PcapPacket;
import org.vethlab.wire.PcapWriter;

/** The bytes of capture files, in the byte order of x86. */
final class CaptureFile {
    private static final int SNAPSHOT = 262144;
    private static final int SECTION_HEADER = 0x0a0d0d0a;
    private static final int BYTE_ORDER = 0x1a2b3c4d;
    private static final int INTERFACE_DESCRIPTION = 1;
    private static final int ENHANCED_PACKET = 6;
    private static final int OPTION_NAME = 2;
    private static final int OPTION_RESOLUTION = 9;
    private static final int OPTION_FLAGS = 2;

    private CaptureFile() {}

    /** Frames of devices that were named as they are; those of any under Linux's cooked header, which names the device. */
    static byte[] pcap(List<Sighting> sightings, boolean anyDevice) {
        LinkType link = sightings.isEmpty()
                ? LinkType.ETHERNET
                : sightings.get(0).frame().link();
        boolean cooked =
                anyDevice || sightings.stream().anyMatch(one -> one.frame().link() != link);
        PcapWriter writer = new PcapWriter(true);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(writer.header(cooked ? LinkType.LINUX_SLL2 : link, SNAPSHOT));
        for (Sighting sighting : sightings) {
            Frame frame = cooked
                    ? sighting.frame().cooked(sighting.type(), sighting.interfaceIndex(), sighting.hardwareType())
                    : sighting.frame();
            file.writeBytes(writer.packet(new PcapPacket(sighting.time(), frame.bytes(), frame.length()), SNAPSHOT));
        }
        return file.toByteArray();
    }

    private static String name(Sighting sighting) {
        return sighting.namespace() + ":" + sighting.device();
    }

    // pcapng (draft-ietf-opsawg-pcapng)

    static byte[] pcapng(List<Sighting> sightings) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ByteWriter section = new ByteWriter(16);
        number(section, BYTE_ORDER);
        number(section, 1);
        number(section, -1);
        number(section, -1);
        block(file, SECTION_HEADER, section);
        Map<String, Integer> numbers = new HashMap<>();
        for (Sighting sighting : sightings) {
            int known = numbers.size();
            int device = numbers.computeIfAbsent(name(sighting), any -> known);
            if (device == known) {
                block(file, INTERFACE_DESCRIPTION, description(sighting));
            }
            block(file, ENHANCED_PACKET, packet(sighting, device));
        }
        return file.toByteArray();
    }

    private static ByteWriter description(Sighting sighting) {
        ByteWriter out = new ByteWriter(64);
        number(out, sighting.frame().link().code());
        number(out, SNAPSHOT);
        option(out, OPTION_NAME, name(sighting).getBytes(StandardCharsets.UTF_8));
        option(out, OPTION_RESOLUTION, new byte[] {9});
        number(out, 0);
        return out;
    }

    private static ByteWriter packet(Sighting sighting, int device) {
        byte[] bytes = sighting.frame().bytes();
        ByteWriter out = new ByteWriter(bytes.length + 40);
        number(out, device);
        number(out, (int) (sighting.time() >>> 32));
        number(out, (int) sighting.time());
        number(out, bytes.length);
        number(out, sighting.frame().length());
        padded(out, bytes);
        option(out, OPTION_FLAGS, new byte[] {(byte) (sighting.isOutgoing() ? 2 : 1), 0, 0, 0});
        number(out, 0);
        return out;
    }

    private static void option(ByteWriter out, int code, byte[] value) {
        number(out, value.length << 16 | code);
        padded(out, value);
    }

    private static void padded(ByteWriter out, byte[] bytes) {
        out.bytes(bytes).bytes(new byte[-bytes.length & 3]);
    }

    private static void block(ByteArrayOutputStream file, int type, ByteWriter body) {
        byte[] bytes = body.toByteArray();
        ByteWriter out = new ByteWriter(bytes.length + 12);
        number(out, type);
        number(out, bytes.length + 12);
        out.bytes(bytes);
        number(out, bytes.length + 12);
        file.writeBytes(out.toByteArray());
    }

    private static void number(ByteWriter out, int value) {
        out.u32(Integer.reverseBytes(value));
    }
}
