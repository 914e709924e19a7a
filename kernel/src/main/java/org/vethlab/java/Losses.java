package org.vethlab.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/**
 * The variables that a declaration has cost. A class whose methods' bodies alone have changed is redefined in place; with
 * other fields or methods it is another class, and no JVM makes objects of the old one into objects of the new.
 */
final class Losses {
    private final List<String> emptied = new ArrayList<>();
    private final List<String> undeclared = new ArrayList<>();

    private Losses() {}

    /** One line for the student; empty if nothing was lost. */
    static Optional<String> of(List<SnippetEvent> events) {
        Losses losses = new Losses();
        String declared = "";
        for (SnippetEvent event : events) {
            if (event.causeSnippet() != null) {
                losses.add(event);
            } else if (event.snippet() instanceof PersistentSnippet declaration) {
                declared = declaration.name();
            }
        }
        boolean none = losses.emptied.isEmpty() && losses.undeclared.isEmpty();
        return none ? Optional.empty() : Optional.of(losses.text(declared));
    }

    private void add(SnippetEvent event) {
        boolean wasThere = event.previousStatus() == Status.VALID && event.isSignatureChange();
        if (!wasThere || !(event.snippet() instanceof VarSnippet variable)) {
            return;
        }
        if (event.status() == Status.VALID) {
            emptied.add(variable.name());
        } else if (event.status() == Status.RECOVERABLE_NOT_DEFINED) {
            undeclared.add(variable.name());
        }
    }

    private String text(String declared) {
        List<String> parts = new ArrayList<>();
        if (!emptied.isEmpty()) {
            parts.add(String.join(", ", emptied) + (emptied.size() == 1 ? " is" : " are") + " empty again");
        }
        if (!undeclared.isEmpty()) {
            parts.add(String.join(", ", undeclared) + " must be declared again");
        }
        return declared + " is another type now, and objects of the old one cannot be kept: "
                + String.join("; ", parts);
    }
}
