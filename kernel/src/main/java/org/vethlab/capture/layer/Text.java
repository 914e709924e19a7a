package org.vethlab.capture.layer;

import java.util.ArrayList;
import java.util.List;

/** How numbers are written. */
final class Text {
    private Text() {}

    static String hex(int value, int digits) {
        return String.format("0x%0" + digits + "x", value);
    }

    /** The names of the bits that are set, the highest first. */
    static String flags(int value, String... names) {
        List<String> set = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            if ((value >> names.length - 1 - i & 1) != 0) {
                set.add(names[i]);
            }
        }
        return String.join(", ", set);
    }
}
