package org.vethlab.shell.run;

import org.vethlab.net.NetException;
import org.vethlab.process.Process;
import org.vethlab.shell.syntax.SyntaxException;
import org.vethlab.shell.text.RawText;

/** The shell's messages, each with the beginning that tells where it comes from. */
public final class Messages {
    private final Process process;
    private final State state;
    private int told;

    Messages(Process process, State state) {
        this.process = process;
        this.state = state;
    }

    /** {@code bash: } at a prompt; in a script its name and the line. */
    String prefix() {
        return prefix("", state.line);
    }

    private String prefix(String where, int line) {
        if (state.origin == State.Origin.PROMPT && !state.calls.isInFile()) {
            return "bash: " + where;
        }
        return state.dialect.prefix(source(), where, Math.max(line, 1));
    }

    /** The file that the innermost function or sourced file stands in. */
    private String source() {
        return state.calls.isEmpty()
                ? state.name
                : state.calls.innermostFirst().get(0).source();
    }

    /** Prints a message behind the usual beginning. */
    public void error(String message) {
        told++;
        line(prefix() + state.dialect.words(message));
    }

    /** How many errors were told of so far. */
    int told() {
        return told;
    }

    /** Prints a message that has its words already. */
    void untranslated(String message) {
        told++;
        line(prefix() + message);
    }

    /** Prints a system call's failure, which bash tells without the line (sys_error). */
    void systemError(String message) {
        boolean prompt = state.origin == State.Origin.PROMPT && !state.calls.isInFile();
        line((prompt ? "bash" : source()) + ": " + message);
    }

    /** @param where {@code eval: }, {@code command substitution: } or nothing */
    void syntaxError(String where, SyntaxException error) {
        if (state.dialect.isDash()) {
            boolean whole =
                    state.origin == State.Origin.STRING && error.lines().get(0).contains("end of file");
            line(prefix("", whole ? error.line() - 1 : error.line())
                    + DashWords.of(error.lines().get(0)));
            return;
        }
        for (String message : error.lines()) {
            line(prefix(where, error.line()) + message);
        }
    }

    void warning(int line, String message) {
        line(prefix("", line) + "warning: " + message);
    }

    /** The beginning of messages on children that died. */
    String childPrefix() {
        return prefix("", state.childLine);
    }

    /** Prints a line as it stands. */
    public void line(String text) {
        raw(text + "\n");
    }

    /** Prints text on standard error; a closed one takes nothing. */
    public void raw(String text) {
        byte[] bytes = RawText.encode(text);
        try {
            process.err().write(bytes, 0, bytes.length);
        } catch (NetException e) {
            return; // there is nobody left to tell
        }
    }
}
