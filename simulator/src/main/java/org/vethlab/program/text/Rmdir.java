package org.vethlab.program.text;

import org.vethlab.net.NetException;

/** {@code rmdir} of coreutils. */
public final class Rmdir extends TextTool {
    private static final OptionTable OPTIONS = OptionTable.of("p|parents", "v|verbose", "|ignore-fail-on-non-empty");

    public Rmdir() {
        super("rmdir", "remove empty directories", OPTIONS);
    }

    @Override
    int run(Call call) {
        if (call.operands().isEmpty()) {
            throw call.misuse("missing operand");
        }
        for (String name : call.operands()) {
            try {
                call.files().removeDirectory(name);
            } catch (NetException e) {
                call.warn("failed to remove '" + name + "': " + e.errno().text());
            }
        }
        return call.status();
    }
}
