package org.vethlab.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.vethlab.addr.IpAddress;

/** What befell the packets that a command caused, told in the order in which it happened. */
public final class Story {
    private static final String LOOPBACK = "lo";

    /** So many packets may be on their way at once. */
    private static final int IN_FLIGHT = 16;

    private final Map<Integer, PacketStory> packets = new LinkedHashMap<>();
    private final List<Step> steps;
    private final LongFunction<String> names;
    private final Map<IpAddress, List<Long>> owners = new HashMap<>();
    private final int root;
    private final boolean cut;

    private Story(
            List<PacketStory> packets,
            LongFunction<String> names,
            Function<IpAddress, List<Long>> owners,
            Recorder recorder) {
        packets.forEach(packet -> this.packets.put(packet.number(), packet));
        this.names = names;
        this.root = recorder.root();
        this.cut = recorder.isFull();
        this.steps = recorder.steps().stream()
                .filter(step -> this.packets.containsKey(step.packet()))
                .toList();
        steps.forEach(step -> {
            if (step.decision() instanceof NeighbourDecision.Asked asked) {
                this.owners.computeIfAbsent(asked.target(), owners);
            }
        });
    }

    /**
     * Makes one.
     *
     * @param names what a namespace is called, by its inode number
     * @param owners the namespaces that have an address
     */
    public static Story of(Recorder recorder, LongFunction<String> names, Function<IpAddress, List<Long>> owners) {
        Map<Integer, List<Step>> byPacket = new LinkedHashMap<>();
        for (Step step : recorder.steps()) {
            byPacket.computeIfAbsent(step.packet(), number -> new ArrayList<>()).add(step);
        }
        List<PacketStory> packets = new ArrayList<>();
        byPacket.forEach((number, own) -> packets.add(new PacketStory(number, recorder.cause(number), own)));
        packets.removeIf(PacketStory::isHousekeeping);
        if (recorder.isFull()) {
            forgetUnfinished(packets);
        }
        return new Story(packets, names, owners, recorder);
    }

    /** What was on its way when the record was full has no end to be told. */
    private static void forgetUnfinished(List<PacketStory> packets) {
        List<PacketStory> last = packets.subList(Math.max(0, packets.size() - IN_FLIGHT), packets.size());
        last.removeIf(PacketStory::isOpen);
    }

    /**
     * A line of the log; the same thing that happens again is not told again.
     *
     * @param time of the first, in nanoseconds since the story began
     * @param times how often it happened
     */
    public record Line(
            long time,
            String namespace,
            Station station,
            String text,
            String decider,
            Optional<Fate> fate,
            int times) {}

    public List<Line> lines() {
        Map<Event, List<Step>> events = new LinkedHashMap<>();
        for (Step step : steps) {
            if (isTold(step)) {
                events.computeIfAbsent(new Event(step.namespace(), step.decision()), event -> new ArrayList<>())
                        .add(step);
            }
        }
        return events.values().stream()
                .map(same -> line(same.get(0), same.size()))
                .toList();
    }

    /** What happens again if it happens to another packet in the same way. */
    private record Event(long namespace, Decision decision) {}

    private Line line(Step step, int times) {
        Decision decision = step.decision();
        return new Line(
                step.time() - start(),
                name(step),
                decision.station(),
                decision.text(),
                decision.decider(),
                decision.fate().filter(fate -> fate != Fate.CONSUMED),
                times);
    }

    /** Bystanders have nothing to say, and that a question finds its own way to a group is no news. */
    private boolean isTold(Step step) {
        Station station = step.decision().station();
        if (station == Station.CABLE || PacketStory.isBystander(step) || isOverLoopback(step)) {
            return false;
        }
        if (step.decision() instanceof FilterDecision.Passed passed && isTranslatedBy(step, passed.decider())) {
            return false;
        }
        boolean ofItself = station == Station.ROUTE || station == Station.NEIGHBOUR || station == Station.SOCKET;
        return !ofItself || !packet(step.packet()).isResolution();
    }

    /** What a host tells itself by lo finds its way: no news. */
    private boolean isOverLoopback(Step step) {
        if (step.decision() instanceof NeighbourDecision.Resolved resolved) {
            return resolved.device().equals(LOOPBACK);
        }
        return step.decision() instanceof RouteDecision.Routed routed
                && packet(step.packet()).isError()
                && (routed.input().isPresent() ? routed.input() : routed.device()).equals(Optional.of(LOOPBACK));
    }

    /** The rule that translates has said all there is to say. */
    private boolean isTranslatedBy(Step step, String rule) {
        return packet(step.packet())
                .decisions(FilterDecision.Translated.class)
                .anyMatch(translated -> translated.decider().equals(rule));
    }

    /** The frames that crossed a cable, in order: what an animation moves. */
    public List<Step> crossings() {
        return steps.stream()
                .filter(step -> step.decision() instanceof LinkDecision.Crossed)
                .toList();
    }

    /** Where packets died on a device, in order. */
    public List<Step> losses() {
        return steps.stream()
                .filter(step -> step.decision() instanceof Decision.Dropped && !PacketStory.isBystander(step))
                .toList();
    }

    /** When the story began, on the lab's clock. */
    public long start() {
        return steps.isEmpty() ? 0 : steps.get(0).time();
    }

    /** One sentence to take away. */
    public String sentence() {
        String sentence = new Conclusion(this).sentence();
        return cut ? sentence + " (Only the beginning was looked at: there were too many packets.)" : sentence;
    }

    /** Whether a packet that crossed a cable got where it should. */
    public boolean hasArrived(int number) {
        return packet(number).hasArrived();
    }

    /** Whether a packet answers another one. */
    public boolean isAnswer(int number) {
        int cause = packet(number).cause();
        return cause != root
                && find(cause).filter(other -> !other.isResolution()).isPresent();
    }

    /** The namespaces that have an address that was asked for. */
    List<String> owners(IpAddress asked) {
        return owners.getOrDefault(asked, List.of()).stream().map(names::apply).toList();
    }

    /** What a packet is, in a few words. */
    public String kind(int number) {
        return find(number).map(PacketStory::kind).orElse("packet");
    }

    /** Whether a packet only asks or tells where a neighbour is. */
    public boolean isResolution(int number) {
        return packet(number).isResolution();
    }

    List<PacketStory> packets() {
        return List.copyOf(packets.values());
    }

    int root() {
        return root;
    }

    String name(Step step) {
        return names.apply(step.namespace());
    }

    public String name(long namespace) {
        return names.apply(namespace);
    }

    Optional<PacketStory> find(int number) {
        return Optional.ofNullable(packets.get(number));
    }

    private PacketStory packet(int number) {
        return find(number).orElseThrow();
    }

    /** The packets that were made for another one, or answer it. */
    List<PacketStory> causedBy(PacketStory packet) {
        return packets.values().stream()
                .filter(other -> other.cause() == packet.number())
                .toList();
    }
}
