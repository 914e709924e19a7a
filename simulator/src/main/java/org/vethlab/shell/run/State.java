package org.vethlab.shell.run;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.vethlab.shell.option.Options;
import org.vethlab.shell.option.SetOption;
import org.vethlab.shell.variable.Variables;

/** What a subshell gets a copy of: everything that a shell knows. */
final class State {
    final Dialect dialect;
    final Variables variables;
    final Options options;
    final TreeMap<String, Function> functions = new TreeMap<>();
    final TreeMap<String, String> aliases = new TreeMap<>();
    final TreeMap<String, String> hashed = new TreeMap<>();
    final CallStack calls;
    final TrapTable traps;
    final List<String> directories = new ArrayList<>();
    List<String> positional = List.of();
    List<Integer> pipeStatus = List.of(0);
    String name = "bash";
    String lastArgument = "";
    Origin origin = Origin.PROMPT;
    int status;
    int line;
    /**
     * The line that messages on children that died name: the last that the parser has read, or where the innermost
     * {@code for}, {@code select}, {@code case} or function begins.
     */
    int childLine;

    int lastBackground;
    int nesting;
    int shellPid;
    int umask = 022;
    int subshells;
    /** How deep in conditions the current command stands: {@code set -e} looks away there. */
    int unchecked;

    int optionOffset;
    boolean readsInput;
    long secondsFrom;
    final ExportedFunctions exportedFunctions = new ExportedFunctions();

    /** Where commands come from: it decides how messages begin, and how fatal errors are. */
    enum Origin {
        /** Typed, or sent by a face: messages name no line. */
        PROMPT,
        SCRIPT,
        /** {@code bash -c}. */
        STRING
    }

    State(Dialect dialect) {
        this.dialect = dialect;
        variables = new Variables();
        options = new Options();
        calls = new CallStack();
        traps = new TrapTable();
        options.put(SetOption.BRACEEXPAND, dialect == Dialect.BASH);
    }

    private State(State from) {
        dialect = from.dialect;
        variables = from.variables.copy();
        options = from.options.copy();
        calls = from.calls.copy();
        traps = from.traps.copy();
        functions.putAll(from.functions);
        aliases.putAll(from.aliases);
        hashed.putAll(from.hashed);
        directories.addAll(from.directories);
    }

    State copy() {
        State copy = new State(this);
        copy.positional = positional;
        copy.pipeStatus = pipeStatus;
        copy.name = name;
        copy.lastArgument = lastArgument;
        copy.origin = origin;
        copy.status = status;
        copy.line = line;
        copy.childLine = childLine;
        copy.lastBackground = lastBackground;
        copy.nesting = nesting;
        copy.shellPid = shellPid;
        copy.umask = umask;
        copy.subshells = subshells + 1;
        copy.unchecked = unchecked;
        copy.optionOffset = optionOffset;
        copy.readsInput = readsInput;
        copy.secondsFrom = secondsFrom;
        copy.exportedFunctions.copyFrom(exportedFunctions);
        return copy;
    }
}
