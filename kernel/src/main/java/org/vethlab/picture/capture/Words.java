package org.vethlab.picture.capture;

import java.util.List;
import java.util.stream.Collectors;
import org.vethlab.capture.Packet;
import org.vethlab.capture.Sighting;
import org.vethlab.picture.capture.Ladder.Rung;

/** What is said of packets, in words. */
final class Words {
    private Words() {}

    /** A rung of the ladder. */
    static String of(Rung rung, List<String> columns) {
        return info(rung.packet())
                + rung.way(columns).map(device -> "  · " + device).orElse("")
                + (rung.isLost() ? "  ✗ never arrived" : "")
                + (rung.isUnanswered() ? "  ← no answer" : "");
    }

    /** Protocol and message, with the numbers of question and answer as Wireshark has them. */
    static String info(Packet packet) {
        return packet.dissection().protocol() + "  " + packet.dissection().info() + references(packet);
    }

    /** Which packets answer, or are answered. */
    static String references(Packet packet) {
        Packet.Answers answers = packet.answers();
        if (!answers.answeredBy().isEmpty()) {
            return " (reply in " + numbers(answers.answeredBy()) + ")";
        }
        return answers.answerTo().isEmpty() ? "" : " (reply to " + numbers(answers.answerTo()) + ")";
    }

    private static String numbers(List<Integer> numbers) {
        return numbers.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    /** Where it was seen, in order. */
    static String sightings(Packet packet) {
        return packet.sightings().stream().map(Sighting::where).collect(Collectors.joining(" → "));
    }
}
