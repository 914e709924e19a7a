package org.vethlab.repl;

import java.util.function.Consumer;
import org.jline.terminal.Terminal;
import org.vethlab.lab.Lab;
import org.vethlab.lab.Place;

/** Shows what commands print. */
final class TerminalSink implements Lab.Sink {
    private final Terminal terminal;
    private final Consumer<Place> opener;

    /** @param opener is told of each terminal window that a script opens */
    TerminalSink(Terminal terminal, Consumer<Place> opener) {
        this.terminal = terminal;
        this.opener = opener;
    }

    @Override
    public void opened(Place place) {
        opener.accept(place);
        out("a terminal in " + place.name() + " is open: term " + place.name() + "\n");
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
