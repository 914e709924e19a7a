package org.vethlab.magic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vethlab.capture.Capture;
import org.vethlab.capture.Owners;
import org.vethlab.capture.Packet;
import org.vethlab.lab.Lab;
import org.vethlab.lab.LabException;
import org.vethlab.lab.Place;
import org.vethlab.picture.capture.CapturePicture;
import org.vethlab.row.LinkRow;
import org.vethlab.row.Rows;

/** {@code %capture netnsR}, … {@code %capture show}: packets, as Wireshark would list them and as a ladder. */
final class CaptureMagic implements Magic {
    private static final String ALL = "all";
    private static final List<String> VERBS = List.of("show", "stop", "clear", "save");

    @Override
    public String name() {
        return "capture";
    }

    @Override
    public Form form() {
        return Form.LINE;
    }

    @Override
    public String usage() {
        return "NAMESPACE… [DEVICE…] [FILTER] | show | stop | clear | save FILE";
    }

    @Override
    public String summary() {
        return "capture packets in namespaces (all: in every one) while later cells run; show them as a ladder and a"
                + " table";
    }

    @Override
    public void run(Call call, LabSession session, Screen screen) {
        Captures captures = session.captures();
        List<String> words = call.words();
        switch (words.isEmpty() ? "" : words.get(0)) {
            case "" -> screen.out(status(captures, session.lab()));
            case "show" -> show(call, session, screen);
            case "stop" -> {
                nothingBehind(call);
                screen.out("captured " + count(captures.stop()) + "\n");
            }
            case "clear" -> {
                nothingBehind(call);
                captures.clear();
                screen.out("no packets\n");
            }
            case "save" -> save(call, captures, screen);
            default -> start(words, session, screen);
        }
    }

    private static void nothingBehind(Call call) {
        if (call.words().size() > 1) {
            throw call.usage(call.first() + " takes no words");
        }
    }

    private static String status(Captures captures, Lab lab) {
        return captures.target()
                .map(target -> (captures.isRunning(lab) ? "capturing in " : "captured in ") + target.words() + ": "
                        + count(captures.capture()) + "\n")
                .orElse("nothing is captured; %capture NAMESPACE begins\n");
    }

    private static String count(Capture capture) {
        int packets = capture.packets().size();
        return packets + (packets == 1 ? " packet" : " packets");
    }

    // start

    private static void start(List<String> words, LabSession session, Screen screen) {
        Lab lab = session.lab();
        List<Place> places = new ArrayList<>();
        int next = 0;
        if (words.get(0).equals(ALL)) {
            places.addAll(lab.places());
            next++;
        }
        while (next < words.size() && isPlace(words.get(next), next, lab)) {
            places.add(lab.place(words.get(next++)));
        }
        List<String> devices = new ArrayList<>();
        List<String> known = next < words.size() ? devicesOf(lab, places) : List.of();
        while (next < words.size() && known.contains(words.get(next))) {
            devices.add(words.get(next++));
        }
        if (!devices.isEmpty() && places.size() > 1) {
            throw new LabException("devices can be named for one namespace only");
        }
        Captures.Target target =
                new Captures.Target(places, devices, String.join(" ", words.subList(next, words.size())));
        session.captures().start(lab, target);
        screen.out("capturing in " + target.words() + "; %capture show shows the packets\n");
    }

    /** The first word must be one; behind it, {@code host} begins a filter. */
    private static boolean isPlace(String word, int index, Lab lab) {
        return index == 0
                || !word.equals(Place.HOST.name())
                        && lab.places().stream().anyMatch(place -> place.name().equals(word));
    }

    private static List<String> devicesOf(Lab lab, List<Place> places) {
        return places.size() == 1
                ? new Rows(lab, places.get(0))
                        .links().stream().map(LinkRow::ifname).toList()
                : List.of();
    }

    // show

    private static void show(Call call, LabSession session, Screen screen) {
        Capture capture = session.captures().capture();
        Captures.Target target = session.captures().target().orElseThrow();
        List<Packet> chosen = chosen(call, capture);
        Owners owners = Owners.of(session.lab(), capture);
        screen.show(CapturePicture.of("Captured in " + target.words(), capture, chosen, owners, target.covered()));
    }

    private static List<Packet> chosen(Call call, Capture capture) {
        List<String> words = call.words();
        List<Packet> all = capture.packets();
        if (words.size() == 1) {
            return all;
        }
        if (words.size() > 2 || !words.get(1).matches("\\d{1,6}(-\\d{1,6})?")) {
            throw call.usage("show takes the number of a packet, or FROM-TO");
        }
        String[] ends = words.get(1).split("-");
        int from = Integer.parseInt(ends[0]);
        int to = Integer.parseInt(ends[ends.length - 1]);
        if (from < 1 || to < from || from > all.size()) {
            throw new LabException("no packets " + words.get(1) + "; there are " + all.size());
        }
        return all.subList(from - 1, Math.min(to, all.size()));
    }

    // save

    private static void save(Call call, Captures captures, Screen screen) {
        if (call.words().size() != 2) {
            throw call.usage("save wants a file name");
        }
        String name = call.words().get(1);
        Capture capture = captures.capture();
        byte[] bytes = name.endsWith(".pcapng") ? capture.pcapng() : capture.pcap();
        try {
            Files.write(Path.of(name), bytes);
        } catch (IOException | InvalidPathException e) {
            throw new LabException("cannot write " + name);
        }
        screen.out(name + ": " + count(capture) + ", " + bytes.length + " bytes\n");
    }

    @Override
    public List<String> candidates(List<String> before, LabSession session) {
        if (before.isEmpty()) {
            List<String> words = new ArrayList<>(VERBS);
            words.add(ALL);
            words.addAll(session.placeNames());
            return words;
        }
        return VERBS.contains(before.get(0)) ? List.of() : furtherWords(before, session);
    }

    /** More namespaces; devices, if there is one only; words of a filter. */
    private static List<String> furtherWords(List<String> before, LabSession session) {
        List<String> words = new ArrayList<>(session.placeNames());
        words.remove(Place.HOST.name());
        words.removeAll(before);
        session.scripts()
                .place(before.get(0))
                .ifPresent(place -> words.addAll(
                        0, session.scripts().complete(place, "tcpdump -i ").texts()));
        words.remove("any");
        words.addAll(session.scripts().complete(Place.HOST, "tcpdump ").texts());
        return words.stream().filter(word -> !before.contains(word)).toList();
    }
}
