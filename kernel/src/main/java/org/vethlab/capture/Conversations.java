package org.vethlab.capture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.vethlab.capture.layer.Dialogue;

/** Finds the answers to questions: echo, ARP, neighbour solicitation, SYN. */
final class Conversations {
    /** A router's two copies of a question pass within this time; one that is asked again comes later. */
    private static final long COPIES = TimeUnit.MILLISECONDS.toNanos(200);

    private final Map<String, List<Asked>> asked = new HashMap<>();

    /** A question and the lists that its packet holds. */
    private record Asked(int number, long time, List<Integer> answeredBy) {}

    /** The next packet. What comes later may still add to the answers. */
    Packet.Answers next(int number, long time, java.util.Optional<Dialogue> dialogue) {
        if (dialogue.isEmpty()) {
            return new Packet.Answers(false, List.of(), List.of());
        }
        String key = dialogue.get().key();
        List<Integer> answeredBy = new ArrayList<>();
        if (dialogue.get().role() == Dialogue.Role.QUESTION) {
            asked.computeIfAbsent(key, any -> new ArrayList<>()).add(new Asked(number, time, answeredBy));
            return new Packet.Answers(true, answeredBy, List.of());
        }
        return new Packet.Answers(false, List.of(), answer(number, key));
    }

    private List<Integer> answer(int number, String key) {
        List<Asked> questions = asked.getOrDefault(key, List.of());
        List<Integer> numbers = new ArrayList<>();
        int last = questions.size() - 1;
        for (int i = last;
                i >= 0 && questions.get(last).time() - questions.get(i).time() < COPIES;
                i--) {
            questions.get(i).answeredBy().add(number);
            numbers.add(0, questions.get(i).number());
        }
        return numbers;
    }
}
