package org.vethlab.shell;

import java.util.List;
import java.util.Map;

/**
 * What a shell has names for at a moment.
 *
 * @param jobs the command of each by its number: {@code %1}
 * @param directory in which relative file names are looked for
 */
public record ShellNames(
        Map<String, String> variables,
        List<String> functions,
        Map<String, String> aliases,
        Map<String, String> jobs,
        String directory) {}
