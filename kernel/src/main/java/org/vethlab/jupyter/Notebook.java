package org.vethlab.jupyter;

import java.util.UUID;

/** What Java cells can do with their output: its methods are there without import. */
public final class Notebook {
    private Notebook() {}

    /** Shows a value before the cell ends. @return a name by which {@link #update} replaces it */
    public static String display(Object value) {
        String id = UUID.randomUUID().toString();
        Cell.current().ifPresent(cell -> cell.display(Values.show(value).named(id, false)));
        return id;
    }

    /** Shows a value in place of one that was displayed. */
    public static void update(String id, Object value) {
        Cell.current().ifPresent(cell -> cell.display(Values.show(value).named(id, true)));
    }

    /** Empties the cell's output. @param wait only once there is something new */
    public static void clear(boolean wait) {
        Cell.current().ifPresent(cell -> cell.clear(wait));
    }
}
