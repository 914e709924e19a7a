package org.vethlab.program.text;

import org.vethlab.net.Errno;
import org.vethlab.net.NetException;

/** {@code mkdir} of coreutils. */
public final class Mkdir extends TextTool {
    private static final OptionTable OPTIONS = OptionTable.of("p|parents", "m:|mode:", "v|verbose");

    public Mkdir() {
        super("mkdir", "make directories", OPTIONS);
    }

    @Override
    int run(Call call) {
        if (call.operands().isEmpty()) {
            throw call.misuse("missing operand");
        }
        for (String name : call.operands()) {
            try {
                make(call, name);
            } catch (NetException e) {
                call.warn("cannot create directory ‘" + name + "’: " + e.errno().text());
            }
        }
        return call.status();
    }

    private static void make(Call call, String name) {
        if (!call.has("p")) {
            makeOne(call, name);
            return;
        }
        for (int slash = name.indexOf('/', 1); slash > 0; slash = name.indexOf('/', slash + 1)) {
            makeMissing(call, name.substring(0, slash));
        }
        makeMissing(call, name);
    }

    private static void makeMissing(Call call, String name) {
        if (!call.files().exists(name)) {
            makeOne(call, name);
        } else if (!call.files().isDirectory(name)) {
            throw new NetException(Errno.EEXIST);
        }
    }

    private static void makeOne(Call call, String name) {
        call.files().makeDirectory(name);
        if (call.has("v")) {
            call.println("mkdir: created directory '" + name + "'");
        }
    }
}
