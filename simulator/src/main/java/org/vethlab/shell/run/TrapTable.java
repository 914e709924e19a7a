package org.vethlab.shell.run;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vethlab.process.Signal;

/** What {@code trap} has set: commands for signals and for the shell's own events; the empty command ignores. */
public final class TrapTable {
    /** The shell's own events, with the numbers that put them first and last in lists. */
    public enum Event {
        EXIT(0),
        DEBUG(1000),
        ERR(1001),
        RETURN(1002);

        private final int order;

        Event(int order) {
            this.order = order;
        }
    }

    private final TreeMap<Integer, Entry> entries = new TreeMap<>();

    /**
     * One trap.
     *
     * @param name as {@code trap -p} prints it
     */
    public record Entry(String name, String command) {}

    TrapTable copy() {
        TrapTable copy = new TrapTable();
        copy.entries.putAll(entries);
        return copy;
    }

    public void set(Event event, String command) {
        entries.put(event.order, new Entry(event.name(), command));
    }

    public void set(Signal signal, String command) {
        entries.put(signal.number(), new Entry("SIG" + signal.name(), command));
    }

    public void clear(Event event) {
        entries.remove(event.order);
    }

    public void clear(Signal signal) {
        entries.remove(signal.number());
    }

    public Optional<String> command(Event event) {
        return Optional.ofNullable(entries.get(event.order)).map(Entry::command);
    }

    public Optional<String> command(Signal signal) {
        return Optional.ofNullable(entries.get(signal.number())).map(Entry::command);
    }

    public Optional<Entry> entry(Event event) {
        return Optional.ofNullable(entries.get(event.order));
    }

    public Optional<Entry> entry(Signal signal) {
        return Optional.ofNullable(entries.get(signal.number()));
    }

    /** All in the order in which {@code trap} lists them. */
    public Map<Integer, Entry> all() {
        return new TreeMap<>(entries);
    }

    /** A subshell keeps what is ignored, and the traps of ERR, DEBUG and RETURN only if asked to. */
    void enterSubshell(boolean errorsToo, boolean debugToo) {
        entries.values()
                .removeIf(entry -> !entry.command().isEmpty()
                        && !(entry.name().equals("ERR") && errorsToo)
                        && !(entry.name().equals("DEBUG") && debugToo)
                        && !(entry.name().equals("RETURN") && debugToo));
    }
}
