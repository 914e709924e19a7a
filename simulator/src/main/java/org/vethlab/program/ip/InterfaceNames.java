package org.vethlab.program.ip;

/** Which names a device may have (iproute2's check_ifname, which mimics the kernel's dev_valid_name). */
final class InterfaceNames {
    /** IFNAMSIZ without the final zero. */
    static final int LONGEST = 15;

    private InterfaceNames() {}

    static boolean isValid(String name) {
        return name.length() <= LONGEST && isValidAlternative(name);
    }

    /** An alternative name may be longer. */
    static boolean isValidAlternative(String name) {
        return !name.isEmpty() && name.chars().noneMatch(c -> c == '/' || Character.isWhitespace(c));
    }
}
