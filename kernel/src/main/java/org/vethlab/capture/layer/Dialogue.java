package org.vethlab.capture.layer;

/**
 * The part of a packet in a question and its answer.
 *
 * @param key the same in both
 */
public record Dialogue(Role role, String key) {
    /** Who asks, who answers. */
    public enum Role {
        QUESTION,
        ANSWER
    }

    static Dialogue question(String key) {
        return new Dialogue(Role.QUESTION, key);
    }

    static Dialogue answer(String key) {
        return new Dialogue(Role.ANSWER, key);
    }
}
