package org.vethlab.shell.builtin;

import java.util.List;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;

/** The other name of {@code mapfile}. */
final class Readarray implements Builtin {
    @Override
    public String name() {
        return "readarray";
    }

    @Override
    public String synopsis() {
        return "readarray [-d delim] [-n count] [-O origin] [-s count] [-t] [-u fd] [-C callback] [-c quantum] [array]";
    }

    @Override
    public int run(Interpreter shell, List<String> arguments) {
        return LineArray.read(shell, this, arguments);
    }
}
