package org.vethlab.program.system;

import org.vethlab.program.Context;
import org.vethlab.program.Program;

/** groups(1) of coreutils. */
public final class Groups implements Program {

    @Override
    public String name() {
        return "groups";
    }

    @Override
    public String summary() {
        return "print the groups a user is in";
    }

    @Override
    public int run(Context context) {
        int status = 0;
        for (String user : context.arguments()) {
            if (user.equals("root")) {
                context.out().println("root : root");
            } else {
                status = context.fail(1, "groups: ‘" + user + "’: no such user");
            }
        }
        if (context.arguments().isEmpty()) {
            context.out().println("root");
        }
        return status;
    }
}
