package org.vethlab.magic;

import java.util.List;

/** {@code %backend live}: the same commands on real network namespaces. */
final class BackendMagic implements Magic {
    @Override
    public String name() {
        return "backend";
    }

    @Override
    public Form form() {
        return Form.LINE;
    }

    @Override
    public String usage() {
        return "[simulated|live]";
    }

    @Override
    public String summary() {
        return "say or change what the lab is made of; a change starts an empty one";
    }

    @Override
    public void run(Call call, LabSession session, Screen screen) {
        if (call.words().isEmpty()) {
            screen.out(session.backend().word() + "\n");
            return;
        }
        Backend backend = Backend.of(call.only());
        session.change(backend);
        screen.out("an empty " + backend.word() + " lab\n");
    }

    @Override
    public List<String> candidates(List<String> before, LabSession session) {
        return before.isEmpty() ? Backend.words() : List.of();
    }
}
