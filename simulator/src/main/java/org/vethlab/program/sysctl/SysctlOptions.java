package org.vethlab.program.sysctl;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the options of {@code sysctl} say.
 *
 * @param valuesOnly no names before the values ({@code -n}, also {@code -N} and {@code -b})
 * @param namesOnly names when reading ({@code -N})
 * @param binary no newline behind a value ({@code -b})
 * @param ignoreMissing no complaint about keys that are not there ({@code -e})
 * @param quiet no echo of what is set ({@code -q})
 * @param dryRun print, but do not write
 * @param pattern only keys that match ({@code -r})
 */
record SysctlOptions(
        boolean valuesOnly,
        boolean namesOnly,
        boolean binary,
        boolean ignoreMissing,
        boolean quiet,
        boolean dryRun,
        Optional<Pattern> pattern) {
    boolean matches(String text) {
        return pattern.isEmpty() || pattern.get().matcher(text).find();
    }
}
