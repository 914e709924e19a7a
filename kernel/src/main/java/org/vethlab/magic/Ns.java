package org.vethlab.magic;

import java.util.List;
import java.util.Optional;
import org.vethlab.lab.Place;

/** {@code %ns netns12 ping -c 1 192.168.5.22}: a command line, as it is, in a namespace. */
final class Ns implements Magic {
    @Override
    public String name() {
        return "ns";
    }

    @Override
    public Form form() {
        return Form.BOTH;
    }

    @Override
    public String usage() {
        return "NAMESPACE COMMAND…";
    }

    @Override
    public String summary() {
        return "run a command in a namespace; %%ns NAMESPACE: the script in the lines below";
    }

    @Override
    public void run(Call call, LabSession session, Screen screen) {
        Place place = session.lab().place(call.first());
        if (call.body().isPresent()) {
            session.run(place, call.script(), ShellWords.split(call.afterFirst()), screen);
            return;
        }
        String command = call.afterFirst();
        if (command.isEmpty()) {
            throw call.usage("wants a command");
        }
        ShellWords.split(command);
        session.run(place, command, List.of(), screen);
    }

    @Override
    public List<String> candidates(List<String> before, LabSession session) {
        return before.isEmpty() ? session.placeNames() : List.of();
    }

    @Override
    public Optional<String> runsIn(List<String> before) {
        return before.stream().findFirst();
    }
}
