package org.vethlab.repl;

import java.util.function.Consumer;
import org.jline.terminal.Terminal;
import org.vethlab.lab.Place;
import org.vethlab.magic.Screen;
import org.vethlab.picture.Picture;

/** Shows what commands print. */
final class TerminalSink implements Screen {
    /** EL of ECMA-48: the rest of the line is erased. */
    private static final String CLEAR = "\u001b[K";

    private final Terminal terminal;
    private final Consumer<Place> opener;
    private boolean progressing;

    /** @param opener is told of each terminal window that a script opens */
    TerminalSink(Terminal terminal, Consumer<Place> opener) {
        this.terminal = terminal;
        this.opener = opener;
    }

    /** How many columns there are; what is no terminal takes lines of any length. */
    int width() {
        return terminal.getWidth() > 0 ? terminal.getWidth() : Integer.MAX_VALUE;
    }

    @Override
    public void opened(Place place) {
        opener.accept(place);
        out("a terminal in " + place.name() + " is open: term " + place.name() + "\n");
    }

    @Override
    public void show(Picture picture) {
        out(picture.narrow().apply(width()) + "\n");
    }

    @Override
    public synchronized void progress(String text) {
        print("\r" + text + CLEAR);
        progressing = true;
    }

    @Override
    public synchronized void progressEnds() {
        clear();
    }

    /** What the command prints takes the place of what was said of its progress. */
    private void clear() {
        if (progressing) {
            print("\r" + CLEAR);
            progressing = false;
        }
    }

    @Override
    public synchronized void out(String text) {
        clear();
        print(text);
    }

    private void print(String text) {
        terminal.writer().print(text);
        terminal.flush();
    }

    @Override
    public void err(String text) {
        out(text);
    }
}
