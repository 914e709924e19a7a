package org.vethlab.shell.expand;

import java.util.List;
import java.util.Optional;
import org.vethlab.process.Files;
import org.vethlab.shell.arithmetic.Grammar;
import org.vethlab.shell.option.Options;
import org.vethlab.shell.syntax.Command;
import org.vethlab.shell.variable.Variables;

/** What expansion needs of the shell that it works for. */
public interface ShellState {
    Variables variables();

    Options options();

    Files files();

    /** How expressions are read. */
    Grammar grammar();

    /** {@code $1} and on. */
    List<String> positional();

    /** {@code $#}, {@code $?}, {@code $-}, {@code $$}, {@code $!}, {@code $0}; empty if unset. */
    Optional<String> special(char name);

    /** What {@code $(body)} prints, the last newlines removed. */
    String substitute(Command body);

    /** What {@code `text`} prints, the last newlines removed. */
    String substituteText(String text);

    /** Starts the body and gives the name of a file that leads to it: {@code <(body)}. */
    String processSubstitution(boolean input, Command body);

    /** Prints a message that does not stop the command. */
    void complain(String message);
}
