package org.vethlab.program.text;

import org.vethlab.net.Errno;
import org.vethlab.net.NetException;

/** The {@code ==> file <==} lines of head and tail, and their complaints about files. */
final class Banners {
    private final Call call;
    private final boolean shown;
    private boolean any;

    Banners(Call call) {
        this.call = call;
        this.shown = call.options()
                .last("q", "v")
                .map("v"::equals)
                .orElse(call.operands().size() > 1);
    }

    void announce(String file) {
        if (shown) {
            call.println((any ? "\n" : "") + "==> " + title(file) + " <==");
        }
        any = true;
    }

    /** A directory opens, and fails when it is read: by then its banner is out. */
    void complain(String file, NetException e) {
        if (e.errno() == Errno.EISDIR) {
            announce(file);
            call.warn("error reading '" + file + "': " + e.errno().text());
            return;
        }
        call.warn("cannot open '" + file + "' for reading: " + e.errno().text());
    }

    private static String title(String file) {
        return file.equals("-") ? "standard input" : file;
    }
}
