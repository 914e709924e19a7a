package org.vethlab.program.system;

import java.util.List;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.program.Context;

/** The end of programs that become another one: exec, and what they say and return when there is nothing to start. */
final class Execution {
    private Execution() {}

    /**
     * Becomes {@code command}.
     *
     * @param message what is printed, before the reason, if it cannot be started
     * @return its status; 127 if there is no such program, 126 if it is none
     */
    static int run(Context context, List<String> command, String message) {
        try {
            return context.execute(command);
        } catch (NetException e) {
            Errno errno = e.errno() == Errno.EISDIR ? Errno.EACCES : e.errno();
            return context.fail(errno == Errno.ENOENT ? 127 : 126, message + ": " + errno.text());
        }
    }
}
