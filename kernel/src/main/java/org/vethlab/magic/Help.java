package org.vethlab.magic;

import java.util.List;

/** {@code %help}: what there is. */
final class Help implements Magic {
    @Override
    public String name() {
        return "help";
    }

    @Override
    public Form form() {
        return Form.LINE;
    }

    @Override
    public String usage() {
        return "[NAME]";
    }

    @Override
    public String summary() {
        return "list the magics, or say how one is used";
    }

    @Override
    public void run(Call call, LabSession session, Screen screen) {
        if (call.words().isEmpty()) {
            screen.show(Magics.overview().draw());
            return;
        }
        Magic magic = Magics.named(call.only().replaceFirst("^%+", ""));
        screen.out(magic.synopsis() + "\n" + magic.summary() + "\n");
    }

    @Override
    public List<String> candidates(List<String> before, LabSession session) {
        return before.isEmpty() ? Magics.names() : List.of();
    }
}
