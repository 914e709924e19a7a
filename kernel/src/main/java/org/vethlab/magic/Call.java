package org.vethlab.magic;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.vethlab.lab.LabException;

/**
 * A magic as typed.
 *
 * @param magic what was found in the table
 * @param rest all behind the name on its line, as it is
 * @param body the lines below, of a cell magic
 */
public record Call(Magic magic, String rest, Optional<String> body) {
    /** The rest as words. */
    List<String> words() {
        return rest.isBlank() ? List.of() : List.of(rest.strip().split("\\s+"));
    }

    /** The one word that it takes. */
    String only() {
        List<String> words = words();
        if (words.size() != 1) {
            throw usage(words.isEmpty() ? "wants a name" : "takes one name");
        }
        return words.get(0);
    }

    /** The first word. */
    String first() {
        if (words().isEmpty()) {
            throw usage("wants a name");
        }
        return words().get(0);
    }

    /** All behind the first word, as it is. */
    String afterFirst() {
        return rest.strip().substring(first().length()).strip();
    }

    /** The script below a cell magic. */
    String script() {
        return body.filter(Predicate.not(String::isBlank))
                .orElseThrow(() -> usage("wants a script in the lines below"));
    }

    void takesNothing() {
        if (!words().isEmpty()) {
            throw usage("takes no words");
        }
    }

    LabException usage(String complaint) {
        return new LabException(complaint + ": " + (body.isPresent() ? "%" : "") + magic.synopsis());
    }
}
