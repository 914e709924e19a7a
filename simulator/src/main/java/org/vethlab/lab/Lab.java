package org.vethlab.lab;

import java.util.List;
import java.util.Optional;
import org.vethlab.shell.ShellNames;

/** A network to type commands at: the seam between the faces (notebook, terminal, command line) and the backends. */
public interface Lab extends AutoCloseable {
    /** Takes what commands print, as they print it. */
    interface Sink {
        void out(String text);

        void err(String text);

        /** A script has opened a terminal window (konsole, xterm) in a place: somebody may want to go there. */
        default void opened(Place place) {}

        /** Whether somebody looks at it as at a terminal: some programs then print in columns or colours. */
        default boolean isTerminal() {
            return false;
        }

        /** Whether Ctrl-C was pressed already, before the run began: it then does not begin. */
        default boolean isInterrupted() {
            return false;
        }

        /** Whether a picture asks for its rows, rather than a person who would call this a step that can be undone. */
        default boolean isCurious() {
            return false;
        }
    }

    /**
     * Runs a shell script in a place and returns when it has ended; jobs that it put into the background go on with the
     * next run.
     *
     * @param place {@link Place#HOST} or a namespace
     * @param script one command or many lines
     * @param arguments {@code $1} and the rest
     * @return the exit status
     */
    int run(Place place, String script, List<String> arguments, Sink sink);

    /** What Ctrl-C does: SIGINT to what runs in the foreground. From any thread. */
    void interrupt();

    /** The namespaces that a student can name, the host first. */
    List<Place> places();

    /** Finds a namespace by host name, {@code ip netns} name or pid. @throws LabException naming those there are */
    Place place(String name);

    /**
     * What a command that only looks ({@code ip addr}) prints on its standard output, while the lab stays as it is: no
     * process, no entry in the journal, no moment of time. From any thread, also while something runs.
     *
     * @return empty if nothing can be said at once
     */
    default Optional<String> glimpse(Place place, List<String> words) {
        return Optional.empty();
    }

    /** The {@link #places()}, as {@link #glimpse} looks. */
    default Optional<List<Place>> glimpsePlaces() {
        return Optional.empty();
    }

    /** What the host's shell has names for, as {@link #glimpse} looks. */
    default Optional<ShellNames> glimpseShell() {
        return Optional.empty();
    }

    @Override
    void close();
}
