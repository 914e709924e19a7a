package org.vethlab.program.curl;

import java.util.Locale;
import org.vethlab.program.Context;

/** The meter on standard error, which curl draws unless it is told to be silent. */
final class Progress {
    private static final String HEAD =
            "  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current\n"
                    + "                                 Dload  Upload   Total   Spent    Left  Speed\n";

    private static final String NOTHING =
            "  0     0    0     0    0     0      0      0 --:--:-- --:--:-- --:--:--     0";

    private final Context context;
    private final boolean shown;
    private final long begun;
    private boolean drawn;

    Progress(Context context, boolean shown) {
        this.context = context;
        this.shown = shown;
        this.begun = context.clock().now();
    }

    void begin() {
        drawn = shown;
        if (drawn) {
            context.err().print(HEAD + "\r" + NOTHING);
        }
    }

    void end(int bytes) {
        if (!drawn) {
            return;
        }
        long milliseconds = Math.max(1, (context.clock().now() - begun) / 1_000_000);
        long speed = bytes * 1000L / milliseconds;
        int percent = bytes > 0 ? 100 : 0;
        context.err()
                .print(String.format(
                        Locale.ROOT,
                        "\r%3d %5d  %3d %5d    0     0 %6d      0 --:--:-- --:--:-- --:--:-- %5d\n",
                        percent,
                        bytes,
                        percent,
                        bytes,
                        speed,
                        speed));
    }
}
