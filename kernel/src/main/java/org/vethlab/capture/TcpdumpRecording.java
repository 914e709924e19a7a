package org.vethlab.capture;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vethlab.addr.MacAddress;
import org.vethlab.lab.Lab;
import org.vethlab.lab.LabException;
import org.vethlab.lab.Place;
import org.vethlab.net.link.PacketType;
import org.vethlab.row.Answer;
import org.vethlab.row.LinkRow;
import org.vethlab.row.Rows;
import org.vethlab.wire.LinkType;
import org.vethlab.wire.PcapPacket;
import org.vethlab.wire.PcapReader;
import org.vethlab.wire.WireException;

/** A capture by the lab's own tcpdump, one for each place and device, each writing into a file. */
final class TcpdumpRecording implements Recording {
    private static final String ANY = "any";
    private static final int ARPHRD_ETHER = 1;

    /** Starts tcpdump, waits until it listens, and tells its file and its process number; or its complaint. */
    private static final String START = """
        command -v tcpdump > /dev/null || { echo 'tcpdump is not installed on this machine' >&2; exit 127; }
        file=$(mktemp) || exit
        tcpdump -Z root -n -i "$1" --immediate-mode -U -w "$file" "$2" < /dev/null > /dev/null 2> "$file.log" &
        for try in $(seq 100); do
            grep -q 'listening on' "$file.log" && { echo "$file $!"; exit 0; }
            kill -0 $! 2> /dev/null || { grep -v 'data link type' "$file.log" >&2; break; }
            sleep 0.05
        done
        kill $! 2> /dev/null
        rm -f "$file" "$file.log"
        exit 1
        """;

    private final Lab lab;
    private final boolean anyDevice;
    private final List<Tool> tools = new ArrayList<>();
    private Optional<List<Sighting>> last = Optional.empty();
    private int from;

    private record Tool(Place place, String device, String file, String pid) {}

    private TcpdumpRecording(Lab lab, boolean anyDevice) {
        this.lab = lab;
        this.anyDevice = anyDevice;
    }

    static TcpdumpRecording start(Lab lab, List<Place> places, List<String> devices, String filter) {
        TcpdumpRecording recording = new TcpdumpRecording(lab, devices.isEmpty());
        try {
            for (Place place : places) {
                (devices.isEmpty() ? List.of(ANY) : devices).forEach(device -> recording.start(place, device, filter));
            }
            return recording;
        } catch (LabException e) {
            recording.close();
            throw e;
        }
    }

    private void start(Place place, String device, String filter) {
        Answer answer = new Answer();
        int status = lab.run(place, START, List.of(device, filter), answer);
        String[] words = answer.output().strip().split(" ");
        if (status != 0 || words.length != 2) {
            String complaint = answer.errors().strip();
            throw new LabException(complaint.isEmpty() ? "tcpdump does not start in " + place.name() : complaint);
        }
        tools.add(new Tool(place, device, words[0], words[1]));
    }

    @Override
    public Capture capture() {
        List<Sighting> all = last.orElseGet(this::sightings);
        return Capture.of(all.subList(Math.min(from, all.size()), all.size()), anyDevice, 0);
    }

    private List<Sighting> sightings() {
        List<Sighting> all = new ArrayList<>();
        for (Tool tool : tools) {
            List<LinkRow> links = links(tool.place());
            for (PcapPacket packet : read(tool)) {
                all.add(sighting(tool, links, packet));
            }
        }
        all.sort(Comparator.comparingLong(Sighting::time));
        return all;
    }

    /** A namespace that is no more has no devices to be named. */
    private List<LinkRow> links(Place place) {
        try {
            return new Rows(lab, place).links();
        } catch (LabException e) {
            return List.of();
        }
    }

    private List<PcapPacket> read(Tool tool) {
        byte[] file = Base64.getMimeDecoder().decode(Answer.of(lab, Place.HOST, "base64 " + tool.file()));
        List<PcapPacket> packets = new ArrayList<>();
        try {
            PcapReader reader = new PcapReader(file);
            for (Optional<PcapPacket> next = reader.next(); next.isPresent(); next = reader.next()) {
                packets.add(next.get());
            }
        } catch (WireException e) {
            // tcpdump is amidst writing: what is whole counts.
            return packets;
        }
        return packets;
    }

    private static Sighting sighting(Tool tool, List<LinkRow> links, PcapPacket packet) {
        boolean any = tool.device().equals(ANY);
        Frame frame = new Frame(any ? LinkType.LINUX_SLL2 : LinkType.ETHERNET, packet.bytes(), packet.length());
        Optional<LinkRow> link = links.stream()
                .filter(row -> any
                        ? row.ifindex() == index(packet.bytes())
                        : row.ifname().equals(tool.device()))
                .findFirst();
        return new Sighting(
                tool.place().name(),
                link.map(LinkRow::ifname).orElse(tool.device()),
                link.map(LinkRow::ifindex).orElse(0),
                ARPHRD_ETHER,
                any ? cookedType(packet.bytes()) : type(frame, link.flatMap(LinkRow::address)),
                packet.time(),
                frame);
    }

    private static int index(byte[] cooked) {
        return (cooked[4] & 0xff) << 24 | (cooked[5] & 0xff) << 16 | (cooked[6] & 0xff) << 8 | cooked[7] & 0xff;
    }

    private static PacketType cookedType(byte[] cooked) {
        for (PacketType type : PacketType.values()) {
            if (type.code() == cooked[10]) {
                return type;
            }
        }
        return PacketType.OTHERHOST;
    }

    /** An Ethernet header does not tell the direction; the device's own address does. */
    private static PacketType type(Frame frame, Optional<String> own) {
        Optional<MacAddress> address = own.map(MacAddress::parse);
        if (frame.source().equals(address)) {
            return PacketType.OUTGOING;
        }
        MacAddress destination = frame.destination().orElse(MacAddress.ZERO);
        if (destination.isGroup()) {
            return destination.isBroadcast() ? PacketType.BROADCAST : PacketType.MULTICAST;
        }
        return address.equals(Optional.of(destination)) ? PacketType.HOST : PacketType.OTHERHOST;
    }

    @Override
    public void clear() {
        from = last.orElseGet(this::sightings).size();
    }

    /** The files are in the machine's own {@code /tmp}: what they hold is taken over, and they go. */
    @Override
    public void close() {
        if (last.isPresent()) {
            return;
        }
        for (Tool tool : tools) {
            // What the kernel still holds for it comes within a moment.
            lab.run(Place.HOST, "sleep 0.3; kill " + tool.pid(), List.of(), new Answer());
        }
        last = Optional.of(sightings());
        for (Tool tool : tools) {
            lab.run(Place.HOST, "rm -f " + tool.file() + " " + tool.file() + ".log", List.of(), new Answer());
        }
    }
}
