package org.vethlab.program.curl;

import java.util.List;
import org.vethlab.program.Context;

/** What -v tells on standard error. */
record Verbose(Context context, boolean on) {
    void note(String text) {
        line("* " + text);
    }

    void sent(String request) {
        for (String line : request.split("\r\n", -1)) {
            if (on && !line.isEmpty()) {
                context.err().print("> " + line + "\r\n");
            }
        }
        if (on) {
            context.err().print("> \r\n");
        }
    }

    void received(List<String> head) {
        if (on) {
            head.forEach(line -> context.err().print("< " + line + "\r\n"));
            context.err().print("< \r\n");
        }
    }

    void data(int length) {
        line("{ [" + length + " bytes data]");
    }

    private void line(String text) {
        if (on) {
            context.err().println(text);
        }
    }
}
