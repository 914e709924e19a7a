package org.vethlab.trace;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vethlab.addr.IpAddress;

/** What is to be learnt from a story, in one sentence, worked out from its steps. */
final class Conclusion {
    private final Story story;
    private final Reasons reasons;

    Conclusion(Story story) {
        this.story = story;
        this.reasons = new Reasons(story);
    }

    String sentence() {
        List<PacketStory> packets = story.packets().stream()
                .filter(packet -> !packet.isResolution())
                .toList();
        if (packets.isEmpty()) {
            return new Questions(story, reasons).sentence();
        }
        return packets.stream()
                .filter(packet -> !packet.hasArrived() && !packet.isError()
                        || packet.unanswered().isPresent())
                .findFirst()
                .or(() ->
                        packets.stream().filter(packet -> !packet.hasArrived()).findFirst())
                .map(lost -> failure(lost, packets))
                .orElseGet(() -> success(packets));
    }

    private String failure(PacketStory lost, List<PacketStory> packets) {
        if (lost.unanswered().isPresent()) {
            Step refusal = lost.unanswered().get();
            return "The " + lost.kind() + " arrived in " + story.name(refusal) + ", but got no answer from there: "
                    + refusal.decision().text()
                    + Reasons.bracketed(refusal.decision().decider()) + ".";
        }
        Optional<Step> end = lost.end();
        if (end.isPresent() && end.get().decision() instanceof RouteDecision.NoRoute refusal) {
            return "Nothing left " + story.name(end.get()) + ": no way to " + refusal.destination() + " ("
                    + refusal.decider() + "), so the answer was \"" + refusal.error() + "\" at once.";
        }
        boolean unwanted = end.flatMap(step -> step.decision().fate())
                .filter(fate -> fate == Fate.NO_SOCKET || fate == Fate.IP_NOPROTO)
                .isPresent();
        String fate = unwanted
                ? "The " + carried(lost, end.orElseThrow()) + " arrived in " + story.name(end.orElseThrow()) + ", but "
                : opening(lost) + often(lost, packets) + ": ";
        return fate + reasons.of(lost) + news(lost) + translated(lost) + ".";
    }

    /** A tunnel's packet that nobody takes out is not what it carries. */
    private static String carried(PacketStory packet, Step end) {
        return end.content()
                .map(PacketText::of)
                .filter(carrier -> !carrier.equals(packet.kind()))
                .map(carrier -> carrier + " with the " + packet.kind() + " in it")
                .orElse(packet.kind());
    }

    /** What came before: a lost answer means that the question had arrived. */
    private String opening(PacketStory lost) {
        Optional<PacketStory> question = questionOf(lost);
        String died = "the " + lost.kind() + (lost.isOpen() ? " got lost" : " died in " + place(lost));
        return question.map(asked -> "The " + asked.kind() + " arrived in " + place(asked) + "; " + died)
                .orElse(capital(died));
    }

    private Optional<PacketStory> questionOf(PacketStory answer) {
        return story.find(answer.cause())
                .filter(asked -> asked.number() != story.root() && !asked.isResolution() && asked.hasArrived());
    }

    private String place(PacketStory packet) {
        return story.name(packet.end().orElse(packet.first()));
    }

    private String often(PacketStory lost, List<PacketStory> packets) {
        List<PacketStory> alike = packets.stream()
                .filter(other -> other.kind().equals(lost.kind())
                        && questionOf(other).isPresent() == questionOf(lost).isPresent())
                .toList();
        long dead = alike.stream().filter(other -> !other.hasArrived()).count();
        if (alike.size() == 1) {
            return "";
        }
        return dead == alike.size() ? ", all " + dead + " times" : ", " + dead + " of " + alike.size();
    }

    /** Whether the sender hears of it. */
    private String news(PacketStory lost) {
        String place = lost.end().map(story::name).orElse("");
        for (PacketStory error : story.causedBy(lost)) {
            if (!story.name(error.first()).equals(place)) {
                continue;
            }
            String whom = error.destination().map(Object::toString).orElse("its sender");
            if (error.isError() && diedOnLoopback(error)) {
                return "";
            }
            if (error.isError() && error.hasArrived()) {
                return place(error).equals(place) ? "" : "; " + place + " tells " + whom + ": " + error.kind();
            }
            if (error.isError()) {
                return "; " + place + " tells " + whom + " so (" + error.kind() + "), but this message dies in "
                        + place(error) + ": " + reasons.of(error);
            }
        }
        return "";
    }

    /** Whoever looks for the packet should know that it was another one by then. */
    private String translated(PacketStory lost) {
        return lost.steps().stream()
                .filter(step -> step.decision() instanceof FilterDecision.Translated)
                .findFirst()
                .map(step -> "; before that, " + story.name(step) + " had it changed: "
                        + step.decision().text()
                        + Reasons.bracketed(step.decision().decider()))
                .orElse("");
    }

    private Stream<PacketStory> answers(PacketStory question, boolean errors) {
        return story.causedBy(question).stream().filter(packet -> !packet.isResolution() && packet.isError() == errors);
    }

    private static boolean diedOnLoopback(PacketStory error) {
        return error.end()
                .filter(step -> step.decision() instanceof Decision.Dropped dropped
                        && dropped.at().equals("lo"))
                .isPresent();
    }

    private String success(List<PacketStory> packets) {
        PacketStory first = packets.get(0);
        String told = answers(first, false)
                        .findFirst()
                        .map(back -> ", and the " + back.kind() + " came back")
                        .orElse("")
                + answers(first, true)
                        .findFirst()
                        .map(error -> "; " + story.name(error.first()) + " told its sender: " + error.kind())
                        .orElse("");
        List<String> notes = new Notes(story, packets).all();
        String why = notes.isEmpty() ? "" : ": " + String.join("; ", notes);
        return "The " + first.kind() + " arrived in " + place(first) + told + why + ".";
    }

    static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** What is worth a remark although all went well. */
    private record Notes(Story story, List<PacketStory> packets) {
        private static final int MOST = 3;

        List<String> all() {
            List<String> notes = new ArrayList<>();
            Set<Decision> looked = new HashSet<>();
            for (PacketStory packet : story.packets()) {
                for (Step step : packet.steps()) {
                    if (looked.add(step.decision())) {
                        note(step, packet).filter(note -> !notes.contains(note)).ifPresent(notes::add);
                    }
                }
            }
            return notes.size() > MOST ? List.copyOf(notes.subList(0, MOST)) : notes;
        }

        private Optional<String> note(Step step, PacketStory packet) {
            String where = story.name(step);
            Decision decision = step.decision();
            if (decision instanceof FilterDecision.Translated nat
                    && !nat.decider().startsWith("conntrack")) {
                return Optional.of(
                        where + " made " + nat.before() + " into " + nat.after() + " (" + nat.decider() + ")");
            }
            if (decision instanceof NeighbourDecision.Answered answer
                    && answer.owner().isPresent()) {
                return Optional.of(where + " " + answer.text() + " (" + answer.decider() + ")");
            }
            if (decision instanceof LinkDecision.Wrapped wrapped) {
                return Optional.of("in " + where + " " + wrapped.text());
            }
            if (decision instanceof LinkDecision.Chosen chosen) {
                return Optional.of(chosen.text() + " (" + chosen.decider() + ")");
            }
            if (decision instanceof RouteDecision.Cut cut) {
                return Optional.of(
                        "in " + where + " the " + packet.kind() + " was " + cut.text() + " (" + cut.decider() + ")");
            }
            return decision instanceof RouteDecision.Routed routed && !packet.isResolution()
                    ? note(where, packet, routed)
                    : Optional.empty();
        }

        private static Optional<String> note(String where, PacketStory packet, RouteDecision.Routed routed) {
            RouteDecision.Choice choice = routed.choice();
            String way = routed.device().map(device -> " by " + device).orElse("");
            String what = "in " + where + " the " + packet.kind() + " left" + way + ", because ";
            if (!choice.equals().isEmpty() && routed.purpose() != RouteDecision.Purpose.RECEIVE) {
                return Optional.of(what + Reasons.firstOf(choice) + " says so");
            }
            if (choice.rule().isPresent() && routed.purpose() != RouteDecision.Purpose.RECEIVE) {
                return Optional.of(what + "rule " + choice.rule().get() + " says so");
            }
            if (choice.worse().isPresent()) {
                return Optional.of(what + "that route's metric is better than "
                        + choice.worse().get());
            }
            if (choice.hops() > 1) {
                return Optional.of(what + "a hash chose this one of " + choice.hops() + " next hops");
            }
            return choice.learnt().map(news -> "in " + where + " " + news);
        }
    }

    /** A story of questions alone: arping. */
    private record Questions(Story story, Reasons reasons) {
        String sentence() {
            List<PacketStory> packets = story.packets();
            if (packets.isEmpty()) {
                return "No packet left for the network.";
            }
            PacketStory question = packets.get(0);
            Optional<NeighbourDecision.Asked> asked =
                    question.decisions(NeighbourDecision.Asked.class).findFirst();
            IpAddress target = asked.map(NeighbourDecision.Asked::target).orElse(null);
            List<String> answers = packets.stream()
                    .flatMap(packet -> packet.steps().stream())
                    .filter(step -> step.decision() instanceof NeighbourDecision.Answered answer
                            && answer.target().equals(target))
                    .map(step -> story.name(step) + " " + step.decision().text()
                            + Reasons.bracketed(step.decision().decider()))
                    .distinct()
                    .toList();
            if (!answers.isEmpty()) {
                return "Who has " + target + "? " + String.join("; ", answers) + ".";
            }
            return "Nobody answered for " + target + ": "
                    + asked.flatMap(its -> reasons.unanswered(its.target(), List.of(question)))
                            .orElse("no host there has it")
                    + ".";
        }
    }
}
