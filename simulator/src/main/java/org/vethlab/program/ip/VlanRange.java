package org.vethlab.program.ip;

import org.vethlab.program.CommandException;

/** {@code vid 10} or {@code vid 10-20}, with {@code bridge}'s complaints. A range of one is wrong. */
record VlanRange(int first, int last, boolean isRange) {
    private static final int TOO_LARGE = 4096;

    /** As the words of {@code bridge vlan add} are read, before it is looked whether they make sense. */
    static VlanRange read(String word) {
        int dash = word.indexOf('-');
        if (dash < 0) {
            return single(CNumbers.toShort(word));
        }
        int first = CNumbers.toShort(word.substring(0, dash));
        return new VlanRange(first, CNumbers.toShort(word.substring(dash + 1)), true);
    }

    static VlanRange single(int id) {
        return new VlanRange(id, id, false);
    }

    /** As {@code vlan add} and {@code del} look at it. @throws CommandException status 255 */
    void check() {
        checkFirst();
        checkRange();
    }

    /** As {@code vlan set} looks at it. @throws CommandException status 255 */
    void checkRangeFirst() {
        checkRange();
        checkFirst();
    }

    private void checkFirst() {
        if (first >= TOO_LARGE) {
            throw new CommandException(CommandException.USAGE, "Invalid VLAN ID \"" + (first & 0xffff) + "\"");
        }
    }

    private void checkRange() {
        if (isRange && (last >= TOO_LARGE || first >= last)) {
            String range = (first & 0xffff) + "-" + (last & 0xffff);
            throw new CommandException(CommandException.USAGE, "Invalid VLAN range \"" + range + "\"");
        }
    }
}
