package org.vethlab.magic;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.vethlab.lab.Lab;
import org.vethlab.lab.LabException;
import org.vethlab.lab.Place;

/** A lab that says what it was asked, and a few canned answers. */
public class FakeLab implements Lab {
    private static final List<Place> PLACES = List.of(Place.HOST, new Place("netns12", 12), new Place("netnsR", 77));

    private CountDownLatch interrupted = new CountDownLatch(1);

    @Override
    public int run(Place place, String script, List<String> arguments, Sink sink) {
        switch (script) {
            case "endless" -> awaitInterrupt(sink);
            case "ip -j -4 route" -> sink.out(Answers.ROUTES);
            case "ip -j -4 neigh" -> sink.out(Answers.NEIGHBOURS);
            case "fail" -> sink.err("no\n");
            default ->
                sink.out(
                        script.startsWith("ip -j route get ")
                                ? Answers.lookups(script)
                                : place.name() + "$ " + script + (arguments.isEmpty() ? "" : " " + arguments) + "\n");
        }
        return script.equals("fail") ? 3 : 0;
    }

    private void awaitInterrupt(Sink sink) {
        sink.out("started\n");
        try {
            interrupted.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("a lab is interrupted by its own method", e);
        }
        interrupted = new CountDownLatch(1);
        sink.out("statistics\n");
    }

    @Override
    public void interrupt() {
        interrupted.countDown();
    }

    @Override
    public Optional<List<Place>> glimpsePlaces() {
        return Optional.of(PLACES);
    }

    @Override
    public List<Place> places() {
        return PLACES;
    }

    @Override
    public Place place(String name) {
        return PLACES.stream()
                .filter(place -> place.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new LabException("there is no namespace '" + name + "'; there are: host, netns12, netnsR"));
    }

    @Override
    public void close() {}

    /** netnsR of experiment 2, as Linux answered it. */
    private static final class Answers {
        private static final String ROUTES = """
            [{"dst":"192.168.5.0/24","dev":"veth1R","protocol":"kernel","scope":"link","prefsrc":"192.168.5.100","flags":[]},
            {"dst":"192.168.5.0/24","dev":"veth2R","protocol":"kernel","scope":"link","prefsrc":"192.168.5.200","flags":[]},
            {"dst":"10.0.0.0/8","gateway":"192.168.5.1","dev":"veth1R","metric":5,"flags":[]}]
            """;
        private static final String NEIGHBOURS = """
            [{"dst":"192.168.5.22","dev":"veth1R","state":["FAILED"]},
            {"dst":"192.168.5.22","dev":"veth2R","lladdr":"aa:b4:a7:ca:bf:a4","state":["STALE"]},
            {"dst":"172.16.0.1","dev":"veth2R","lladdr":"aa:b4:a7:ca:bf:a5","state":["STALE"]}]
            """;

        static String lookups(String script) {
            return script.lines()
                    .map(line -> lookup(line.substring("ip -j route get ".length())))
                    .collect(Collectors.joining());
        }

        private static String lookup(String address) {
            if (address.startsWith("172.")) {
                return "";
            }
            // The first address tried has a route of its own, so that a second must be asked.
            String device = address.equals("192.168.5.254") ? "tun0" : "veth1R";
            return "[{\"dst\":\"" + address + "\",\"dev\":\"" + device + "\",\"flags\":[],\"cache\":[]}]\n";
        }
    }
}
