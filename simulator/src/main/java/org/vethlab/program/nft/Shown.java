package org.vethlab.program.nft;

import java.util.List;

/** What something that a rule looks at is shown as, and of what type its values are. */
record Shown(String text, List<DataType> types) {
    static Shown of(String text, DataType type) {
        return new Shown(text, List.of(type));
    }

    DataType type() {
        return types.get(0);
    }
}
