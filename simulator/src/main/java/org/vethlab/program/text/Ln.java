package org.vethlab.program.text;

import java.util.List;
import org.vethlab.net.NetException;
import org.vethlab.program.CommandException;

/** {@code ln} of coreutils; symbolic links alone. */
public final class Ln extends TextTool {
    private static final OptionTable OPTIONS =
            OptionTable.of("s|symbolic", "f|force", "n|no-dereference", "v|verbose", "T|no-target-directory");

    public Ln() {
        super("ln", "make links between files", OPTIONS);
    }

    @Override
    public List<String> notSimulated() {
        return List.of("ln without -s");
    }

    @Override
    int run(Call call) {
        if (!call.has("s")) {
            throw CommandException.notSimulated("ln without -s");
        }
        CopyTarget target = CopyTarget.of(call);
        for (String source : call.operands().subList(0, call.operands().size() - 1)) {
            link(call, source, target.forSource(source));
        }
        return call.status();
    }

    private static void link(Call call, String source, String path) {
        try {
            if (call.has("f") && call.files().exists(path)) {
                call.files().delete(path);
            }
            call.files().link(source, path);
            if (call.has("v")) {
                call.println("'" + path + "' -> '" + source + "'");
            }
        } catch (NetException e) {
            call.warn("failed to create symbolic link '" + path + "': "
                    + e.errno().text());
        }
    }
}
