package org.vethlab.shell.run;

import java.util.ArrayList;
import java.util.List;

/** The call stack as FUNCNAME, BASH_SOURCE and BASH_LINENO show it, and the stack of directories. */
final class Frames {
    private Frames() {}

    static List<String> names(Interpreter shell) {
        List<String> names = new ArrayList<>();
        if (!shell.calls().isInFunction()) {
            return names;
        }
        shell.calls().innermostFirst().forEach(frame -> names.add(frame.function()));
        if (shell.state().origin == State.Origin.SCRIPT) {
            names.add("main");
        }
        return names;
    }

    static List<String> sources(Interpreter shell) {
        List<String> sources = new ArrayList<>();
        shell.calls().innermostFirst().forEach(frame -> sources.add(frame.source()));
        if (shell.state().origin == State.Origin.SCRIPT) {
            sources.add(shell.name());
        }
        return sources;
    }

    static List<String> lines(Interpreter shell) {
        List<String> lines = new ArrayList<>();
        shell.calls().innermostFirst().forEach(frame -> lines.add(Integer.toString(frame.line())));
        if (shell.state().origin == State.Origin.SCRIPT) {
            lines.add("0");
        }
        return lines;
    }

    static List<String> directories(Interpreter shell) {
        List<String> all = new ArrayList<>();
        all.add(shell.variables().value("PWD").orElse(shell.process().directory()));
        all.addAll(shell.directories());
        return all;
    }
}
