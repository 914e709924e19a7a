package org.vethlab.program.nft;

/**
 * How things are shown.
 *
 * @param handles -a
 * @param stateless -s: without counters and times
 * @param terse -t: without the elements of sets
 * @param numericPriority -y
 * @param numericProtocol -p
 * @param numericSymbol of {@code -n}: no names for values that have some
 * @param numericTime -T
 * @param services -S
 * @param users -u
 */
record PrintOptions(
        boolean handles,
        boolean stateless,
        boolean terse,
        boolean numericPriority,
        boolean numericProtocol,
        boolean numericSymbol,
        boolean numericTime,
        boolean services,
        boolean users) {
    static final PrintOptions DEFAULT = new PrintOptions(false, false, false, false, false, false, false, false, false);

    PrintOptions withoutState() {
        return new PrintOptions(
                handles, true, terse, numericPriority, numericProtocol, numericSymbol, numericTime, services, users);
    }
}
