package org.vethlab.program.nc;

import java.util.List;
import org.vethlab.process.Disposition;
import org.vethlab.process.Signal;
import org.vethlab.program.Context;
import org.vethlab.program.Program;

/** nc(1). */
public final class Nc implements Program {
    private final String name;

    public Nc(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String summary() {
        return "arbitrary TCP and UDP connections and listens";
    }

    @Override
    public List<String> notSimulated() {
        return NcOptions.notSimulated();
    }

    @Override
    public int run(Context context) {
        NcOptions options = NcOptions.parse(context.arguments());
        context.process().disposition(Signal.PIPE, Disposition.IGNORE);
        return options.has("l") ? new Listening(context, options).run() : new Connecting(context, options).run();
    }
}
