package org.vethlab.magic;

import java.util.List;
import java.util.stream.Collectors;
import org.vethlab.lab.Lab;
import org.vethlab.lab.LabException;
import org.vethlab.lab.Place;

/** {@code %scenario two-segments}: a new lab, set up by a script of the course. */
final class Scenario implements Magic {
    @Override
    public String name() {
        return "scenario";
    }

    @Override
    public Form form() {
        return Form.LINE;
    }

    @Override
    public String usage() {
        return "NAME";
    }

    @Override
    public String summary() {
        return "start a new lab and run a scenario of the course in it";
    }

    @Override
    public void run(Call call, LabSession session, Screen screen) {
        String name = call.only();
        String script = session.course().scenario(name);
        session.reset();
        Lab lab = session.lab();
        int status = session.run(Place.HOST, script, List.of(), screen);
        if (status != 0) {
            throw new LabException("the scenario '" + name + "' ended with status " + status);
        }
        String places = lab.places().stream().map(Place::name).skip(1).collect(Collectors.joining(", "));
        screen.out(name + ": " + (places.isEmpty() ? "no namespaces" : places) + "\n");
    }

    @Override
    public List<String> candidates(List<String> before, LabSession session) {
        return before.isEmpty() ? session.course().scenarios() : List.of();
    }
}
