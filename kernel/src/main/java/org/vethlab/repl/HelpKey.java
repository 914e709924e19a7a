package org.vethlab.repl;

import java.util.Optional;
import java.util.function.Supplier;
import org.jline.keymap.KeyMap;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.vethlab.complete.Note;
import org.vethlab.complete.ScriptCompleter;
import org.vethlab.lab.Place;
import org.vethlab.magic.Completer;

/** Alt-h, zsh's key for run-help: says above the prompt what the word at the cursor is. */
final class HelpKey {
    private static final String NAME = "vethlab-help";

    private HelpKey() {}

    /** @param front where the line will run */
    static void bind(LineReader reader, Completer magics, ScriptCompleter scripts, Supplier<Place> front) {
        reader.getWidgets().put(NAME, () -> {
            String typed = reader.getBuffer().toString();
            int cursor = reader.getBuffer().cursor();
            magics.describe(typed, cursor)
                    .or(() -> scripts.explain(front.get(), typed, cursor))
                    .map(Note::plain)
                    .ifPresent(reader::printAbove);
            return true;
        });
        Optional.ofNullable(reader.getKeyMaps().get(LineReader.MAIN))
                .ifPresent(keys -> keys.bind(new Reference(NAME), KeyMap.alt('h')));
    }
}
