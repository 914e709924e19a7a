package org.vethlab.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.vethlab.addr.IpAddress;

/** Why a packet did not arrive. */
final class Reasons {
    private final Story story;

    Reasons(Story story) {
        this.story = story;
    }

    String of(PacketStory lost) {
        Optional<Step> end = lost.end();
        if (end.isEmpty()) {
            return spared(List.of(lost)).orElseGet(() -> waiting(lost));
        }
        if (PacketStory.isBystander(end.get())) {
            return wrongAddress(lost);
        }
        boolean noNeighbour = end.get()
                .decision()
                .fate()
                .filter(fate -> fate == Fate.NEIGH_FAILED)
                .isPresent();
        return noNeighbour ? noNeighbour(lost, end.get()) : plain(end.get());
    }

    private String plain(Step end) {
        Decision decision = end.decision();
        return decision.text() + bracketed(decision.decider());
    }

    /** No host that got the frame has the MAC address to which it was sent. */
    private String wrongAddress(PacketStory lost) {
        return spared(List.of(lost))
                .orElseGet(() -> lost.steps().stream()
                        .filter(step -> step.decision() instanceof NeighbourDecision.Resolved)
                        .reduce((one, last) -> last)
                        .map(this::wrongEntry)
                        .orElse("its frame went to another host's MAC address"));
    }

    private String wrongEntry(Step step) {
        String entry = step.decision() instanceof NeighbourDecision.Resolved resolved
                ? resolved.address() + " is at "
                        + resolved.mac().map(Object::toString).orElse("") + " (" + resolved.state() + ")"
                : "";
        return "its frame went to another host's MAC address, because in " + story.name(step) + " the "
                + step.decision().decider() + " say that " + entry;
    }

    static String bracketed(String decider) {
        return decider.isEmpty() ? "" : " (" + decider + ")";
    }

    private String waiting(PacketStory lost) {
        Step last = lost.steps().get(lost.steps().size() - 1);
        if (last.decision() instanceof NeighbourDecision.Resolved resolved
                && resolved.mac().isEmpty()) {
            return "in " + story.name(last) + " it waited for the MAC address of " + resolved.address() + " on "
                    + resolved.device() + " until the end";
        }
        if (last.decision() instanceof LinkDecision.Switched bridge
                && bridge.to().isEmpty()) {
            return bridge.bridge() + " in " + story.name(last) + " has no other port to pass it on to";
        }
        return story.name(last) + " was the last that saw it";
    }

    /** The neighbour that the route named did not answer: it was not asked where it is, or it, or somebody, kept silent. */
    private String noNeighbour(PacketStory lost, Step end) {
        String where = story.name(end);
        Optional<RouteDecision.Routed> way = routeIn(lost, end.namespace());
        List<PacketStory> questions =
                story.causedBy(lost).stream().filter(PacketStory::isResolution).toList();
        if (way.isEmpty()) {
            return plain(end);
        }
        String device = way.get().device().orElse("");
        IpAddress neighbour = way.get().nextHop();
        Optional<String> obstacle = unanswered(neighbour, questions);
        if (obstacle.isPresent()) {
            return "nobody answered " + where + "'s question for " + neighbour + " on " + device + ": "
                    + obstacle.get();
        }
        String must = where + " must send it by " + device + because(way.get());
        return lost.decisions(NeighbourDecision.Resolved.class)
                .flatMap(resolved -> resolved.elsewhere().stream())
                .map(NeighbourDecision.Resolved.Known::device)
                .findFirst()
                .or(() -> elsewhere(end.namespace(), neighbour, device))
                .map(other -> must + ", and " + neighbour + " lives behind " + other)
                .orElse(must + ", and nobody behind " + device + " answers for " + neighbour + owner(neighbour));
    }

    private String owner(IpAddress neighbour) {
        List<String> owners = story.owners(neighbour);
        return owners.isEmpty() ? ": no namespace here has it" : ", which is " + String.join("'s and ", owners) + "'s";
    }

    private static String because(RouteDecision.Routed way) {
        if (!way.choice().equals().isEmpty()) {
            return ", because " + firstOf(way.choice()) + " says so";
        }
        Optional<String> rule = way.choice().rule().map(its -> ", because rule " + its + " says so");
        return rule.or(() -> way.prefix().map(prefix -> ", because the route " + prefix + " says so"))
                .orElse("");
    }

    static String firstOf(RouteDecision.Choice choice) {
        int count = choice.equals().size();
        return "the first of " + (count == 2 ? "two" : count == 3 ? "three" : Integer.toString(count))
                + " equal routes";
    }

    private static Optional<RouteDecision.Routed> routeIn(PacketStory packet, long namespace) {
        return packet.steps().stream()
                .filter(step -> step.namespace() == namespace
                        && step.decision() instanceof RouteDecision.Routed routed
                        && routed.purpose() != RouteDecision.Purpose.RECEIVE)
                .map(step -> (RouteDecision.Routed) step.decision())
                .reduce((one, last) -> last);
    }

    /** Another device of the namespace by which something came from that address. */
    private Optional<String> elsewhere(long namespace, IpAddress neighbour, String device) {
        Stream<String> cameIn = story.packets().stream()
                .flatMap(packet -> packet.steps().stream())
                .filter(step -> step.namespace() == namespace)
                .flatMap(step -> step.decision() instanceof RouteDecision.Routed routed
                                && routed.source().equals(Optional.of(neighbour))
                        ? routed.input().stream()
                        : Stream.empty());
        return cameIn.filter(input -> !input.equals(device)).findFirst();
    }

    /** What kept a question from being answered: somebody who could have answered, a switch, a filter; or the answer died. */
    Optional<String> unanswered(IpAddress target, List<PacketStory> questions) {
        List<PacketStory> all = new ArrayList<>(questions);
        questions.forEach(question -> all.addAll(story.causedBy(question)));
        return all.stream()
                .flatMap(packet -> packet.steps().stream())
                .filter(Reasons::isObstacle)
                .findFirst()
                .map(step -> (step.decision() instanceof NeighbourDecision.Silent ? "" : "in ")
                        + story.name(step) + " " + step.decision().text()
                        + bracketed(step.decision().decider()))
                .or(() -> story.owners(target).isEmpty() ? Optional.empty() : blocked(target, all));
    }

    /** A host that got it, but has no device for its VLAN. */
    private Optional<String> untaken(List<PacketStory> packets) {
        return packets.stream()
                .flatMap(packet -> packet.steps().stream())
                .filter(step -> step.decision() instanceof Decision.Dropped dropped
                        && dropped.end() == Fate.OTHERHOST
                        && !dropped.detail().isEmpty())
                .findFirst()
                .map(step -> "in " + story.name(step) + " " + plain(step));
    }

    /** What stands between a question and who could answer: best the port behind which he is. */
    private Optional<String> blocked(IpAddress target, List<PacketStory> questions) {
        List<String> owners = story.owners(target);
        return spared(
                        questions,
                        port -> port.leadsTo()
                                .map(story::name)
                                .filter(owners::contains)
                                .isPresent())
                .or(() -> spared(questions))
                .or(() -> untaken(questions));
    }

    private static boolean isObstacle(Step step) {
        return step.decision() instanceof NeighbourDecision.Silent silent && silent.own()
                || step.decision() instanceof Decision.Dropped dropped && dropped.end() != Fate.OTHERHOST;
    }

    /** A switch that did not pass it to every port. */
    private Optional<String> spared(List<PacketStory> packets) {
        return spared(packets, port -> true);
    }

    private Optional<String> spared(List<PacketStory> packets, Predicate<LinkDecision.Spared> which) {
        return packets.stream()
                .flatMap(packet -> packet.steps().stream())
                .flatMap(step -> step.decision() instanceof LinkDecision.Switched bridge
                        ? bridge.spared().stream().filter(which).map(port -> spared(step, bridge, port))
                        : Stream.empty())
                .findFirst();
    }

    private String spared(Step step, LinkDecision.Switched bridge, LinkDecision.Spared port) {
        return bridge.bridge() + " in " + story.name(step) + " does not pass it on to " + port.port() + ": "
                + port.why() + bracketed(port.decider());
    }
}
