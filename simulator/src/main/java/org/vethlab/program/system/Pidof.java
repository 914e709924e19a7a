package org.vethlab.program.system;

import java.util.Comparator;
import java.util.List;
import org.vethlab.process.Process;
import org.vethlab.program.Context;
import org.vethlab.program.Program;

/** pidof(8) of sysvinit-utils. */
public final class Pidof implements Program {

    @Override
    public String name() {
        return "pidof";
    }

    @Override
    public String summary() {
        return "find the process ID of a running program";
    }

    @Override
    public int run(Context context) {
        boolean single = context.arguments().contains("-s");
        List<String> names = context.arguments().stream()
                .filter(word -> !word.startsWith("-"))
                .map(word -> word.substring(word.lastIndexOf('/') + 1))
                .toList();
        List<String> found = context.process().machine().processes().stream()
                .filter(process -> names.contains(process.name()))
                .sorted(Comparator.comparing(Process::pid).reversed())
                .map(process -> Integer.toString(process.pid()))
                .limit(single ? 1 : Long.MAX_VALUE)
                .toList();
        if (found.isEmpty()) {
            return 1;
        }
        context.out().println(String.join(" ", found));
        return 0;
    }
}
