package org.vethlab.complete;

import java.util.List;

/**
 * A line of a synopsis.
 *
 * @param verbs the words that it may begin with; none if it has no verb
 * @param summary one line on what it does, or nothing
 */
record Form(List<String> verbs, List<Slot> slots, String summary) {
    List<Slot.Keyword> keywords() {
        return slots.stream()
                .filter(Slot.Keyword.class::isInstance)
                .map(Slot.Keyword.class::cast)
                .toList();
    }

    List<Slot.Operand> operands() {
        return slots.stream()
                .filter(Slot.Operand.class::isInstance)
                .map(Slot.Operand.class::cast)
                .toList();
    }
}
