package org.vethlab.program.tc;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.vethlab.net.NetException;
import org.vethlab.program.Arguments;

/** Commands from a file, one a line ({@code tc -batch}); the first that fails ends it, unless {@code -force} is given. */
final class TcBatch {
    private final TcContext tc;

    TcBatch(TcContext tc) {
        this.tc = tc;
    }

    int run(String file) {
        String text;
        try {
            byte[] bytes = file.equals("-")
                    ? tc.context().in().readAll()
                    : tc.context().files().read(file);
            text = new String(bytes, StandardCharsets.UTF_8);
        } catch (NetException e) {
            tc.complain("Cannot open file \"" + file + "\" for reading: "
                    + e.errno().text());
            return 1;
        }
        int status = 0;
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            int comment = line.indexOf('#');
            String command = (comment < 0 ? line : line.substring(0, comment)).strip();
            if (command.isEmpty() || Tc.execute(tc, new Arguments(List.of(command.split("\\s+")))) == 0) {
                continue;
            }
            tc.complain("Command failed " + file + ":" + number);
            status = 1;
            if (!tc.options().force) {
                break;
            }
        }
        return status;
    }
}
