package org.vethlab.magic;

import java.util.List;

/** {@code %topology}: the lab as a drawing. */
final class TopologyMagic implements Magic {
    private static final String FRESH = "fresh";

    @Override
    public String name() {
        return "topology";
    }

    @Override
    public Form form() {
        return Form.LINE;
    }

    @Override
    public String usage() {
        return "[fresh]";
    }

    @Override
    public String summary() {
        return "draw the lab; what changed since the last drawing is marked, fresh forgets that one";
    }

    @Override
    public void run(Call call, LabSession session, Screen screen) {
        List<String> words = call.words();
        if (words.equals(List.of(FRESH))) {
            session.forgetDrawing();
        } else if (!words.isEmpty()) {
            throw call.usage("takes no other word");
        }
        screen.show(session.draw().draw());
    }

    @Override
    public List<String> candidates(List<String> before, LabSession session) {
        return before.isEmpty() ? List.of(FRESH) : List.of();
    }
}
