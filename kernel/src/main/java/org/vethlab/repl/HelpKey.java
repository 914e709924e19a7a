package org.vethlab.repl;

import java.util.Optional;
import java.util.function.Supplier;
import org.jline.keymap.KeyMap;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.vethlab.complete.Note;
import org.vethlab.complete.ScriptCompleter;
import org.vethlab.lab.Place;

/** Alt-h, zsh's key for run-help: says above the prompt what the word at the cursor is. */
final class HelpKey {
    private static final String NAME = "vethlab-help";

    private HelpKey() {}

    /** @param front where the line will run */
    static void bind(LineReader reader, ScriptCompleter scripts, Supplier<Place> front) {
        reader.getWidgets().put(NAME, () -> {
            scripts.explain(
                            front.get(),
                            reader.getBuffer().toString(),
                            reader.getBuffer().cursor())
                    .map(Note::plain)
                    .ifPresent(reader::printAbove);
            return true;
        });
        Optional.ofNullable(reader.getKeyMaps().get(LineReader.MAIN))
                .ifPresent(keys -> keys.bind(new Reference(NAME), KeyMap.alt('h')));
    }
}
