package org.vethlab.repl;

import org.jline.terminal.Terminal;
import org.vethlab.lab.Lab;

/** Shows what commands print. */
final class TerminalSink implements Lab.Sink {
    private final Terminal terminal;

    TerminalSink(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void out(String text) {
        terminal.writer().print(text);
        terminal.flush();
    }

    @Override
    public void err(String text) {
        out(text);
    }
}
