package org.vethlab.process;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The terminal windows that programs such as konsole have opened, and who wants to hear of new ones. */
public final class Windows {
    /** A window, by the first process in it, and the command that it was opened with. */
    public record Window(Process process, List<String> command) {}

    private final List<Window> all = new ArrayList<>();
    private Consumer<Window> listener = window -> {};

    /** Those whose process lives. */
    public List<Window> open() {
        return all.stream().filter(window -> !window.process().state().isOver()).toList();
    }

    /** How many there have ever been. */
    public int size() {
        return all.size();
    }

    public void onOpen(Consumer<Window> newListener) {
        listener = newListener;
    }

    public void opened(Process process, List<String> command) {
        Window window = new Window(process, List.copyOf(command));
        all.add(window);
        listener.accept(window);
    }
}
