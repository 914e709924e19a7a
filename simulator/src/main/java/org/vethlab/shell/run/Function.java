package org.vethlab.shell.run;

import org.vethlab.shell.syntax.Command;

/**
 * A function that is defined.
 *
 * @param source the file it was defined in
 */
public record Function(String name, Command body, String source, int line) {}
