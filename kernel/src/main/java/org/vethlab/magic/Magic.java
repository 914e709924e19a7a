package org.vethlab.magic;

import java.util.List;
import java.util.Optional;
import org.vethlab.lab.LabException;

/** What a cell can ask for with {@code %name} or {@code %%name}: one file each, one row each in {@link Magics}. */
public interface Magic {
    /** Where it can stand. */
    enum Form {
        LINE,
        CELL,
        BOTH
    }

    String name();

    Form form();

    /** Its arguments, as the help shows them. */
    String usage();

    /** One line on what it does. */
    String summary();

    /** @throws LabException one clear line, when it cannot be done */
    void run(Call call, LabSession session, Screen screen);

    /** What could be the next word. @param before the words behind the name, without the one being typed */
    default List<String> candidates(List<String> before, LabSession session) {
        return List.of();
    }

    /** The namespace of the command that is typed behind these words; empty if none is. */
    default Optional<String> runsIn(List<String> before) {
        return Optional.empty();
    }

    /** How it is written, with its arguments. */
    default String synopsis() {
        String sign = form() == Form.CELL ? "%%" : "%";
        return (sign + name() + " " + usage()).strip();
    }
}
