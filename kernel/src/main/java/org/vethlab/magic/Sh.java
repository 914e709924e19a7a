package org.vethlab.magic;

import java.util.List;
import java.util.Optional;
import org.vethlab.lab.Place;

/** {@code %sh ip netns}: a command line, as it is, in the shell of the lab's host. */
final class Sh implements Magic {
    @Override
    public String name() {
        return "sh";
    }

    @Override
    public Form form() {
        return Form.BOTH;
    }

    @Override
    public String usage() {
        return "COMMAND…";
    }

    @Override
    public String summary() {
        return "run a command on the host; %%sh [ARGS…]: the script in the lines below";
    }

    @Override
    public void run(Call call, LabSession session, Screen screen) {
        if (call.body().isPresent()) {
            session.run(Place.HOST, call.script(), ShellWords.split(call.rest()), screen);
            return;
        }
        if (call.rest().isBlank()) {
            throw call.usage("wants a command");
        }
        ShellWords.split(call.rest());
        session.run(Place.HOST, call.rest().strip(), List.of(), screen);
    }

    @Override
    public Optional<String> runsIn(List<String> before) {
        return Optional.of(Place.HOST.name());
    }
}
