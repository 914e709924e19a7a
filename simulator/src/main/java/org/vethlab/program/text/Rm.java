package org.vethlab.program.text;

import org.vethlab.net.Errno;
import org.vethlab.net.NetException;

/** {@code rm} of coreutils. */
public final class Rm extends TextTool {
    private static final OptionTable OPTIONS =
            OptionTable.of("f|force", "i", "I", "r|recursive", "R|recursive", "d|dir", "v|verbose");

    public Rm() {
        super("rm", "remove files or directories", OPTIONS);
    }

    @Override
    int run(Call call) {
        if (call.operands().isEmpty() && !call.has("f")) {
            throw call.misuse("missing operand");
        }
        boolean recursive = call.has("r") || call.has("R");
        call.operands().forEach(name -> remove(call, name, recursive));
        return call.status();
    }

    private static void remove(Call call, String name, boolean recursive) {
        try {
            boolean directory = call.files().linkStatus(name).isDirectory();
            if (directory && !recursive && !call.has("d")) {
                throw new NetException(Errno.EISDIR);
            }
            if (directory && recursive) {
                call.files().list(name).forEach(entry -> remove(call, LsEntry.join(name, entry), true));
            }
            unlink(call, name, directory);
        } catch (NetException e) {
            if (e.errno() != Errno.ENOENT || !call.has("f")) {
                call.warn("cannot remove '" + name + "': " + e.errno().text());
            }
        }
    }

    private static void unlink(Call call, String name, boolean directory) {
        if (directory) {
            call.files().removeDirectory(name);
        } else {
            call.files().delete(name);
        }
        if (call.has("v")) {
            call.println((directory ? "removed directory '" : "removed '") + name + "'");
        }
    }
}
