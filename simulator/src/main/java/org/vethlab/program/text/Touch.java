package org.vethlab.program.text;

import org.vethlab.net.NetException;

/** {@code touch} of coreutils. */
public final class Touch extends TextTool {
    private static final OptionTable OPTIONS =
            OptionTable.of("a", "m", "c|no-create", "d:|date:", "t:", "r:|reference:", "h|no-dereference");

    public Touch() {
        super("touch", "change file timestamps", OPTIONS);
    }

    @Override
    int run(Call call) {
        if (call.operands().isEmpty()) {
            throw call.misuse("missing file operand");
        }
        for (String name : call.operands()) {
            try {
                touch(call, name);
            } catch (NetException e) {
                call.warn("cannot touch '" + name + "': " + e.errno().text());
            }
        }
        return call.status();
    }

    private static void touch(Call call, String name) {
        if (call.files().exists(name)) {
            call.files().touch(name);
        } else if (!call.has("c")) {
            call.files().create(name, true).close();
        }
    }
}
