package org.vethlab.program.nft;

import java.util.List;
import java.util.stream.Collectors;
import org.vethlab.net.filter.expression.Selector;

/**
 * What a rule looks at, with its type.
 *
 * @param types one for each part of a concatenation
 * @param widths how long the parts are
 */
record Left(Location at, Selector selector, List<DataType> types, List<Integer> widths) {
    static Left of(Location at, Selector selector, DataType type) {
        return new Left(at, selector, List.of(type), List.of(selector.bits()));
    }

    boolean isConcatenation() {
        return types.size() > 1;
    }

    DataType type() {
        return types.get(0);
    }

    /** As messages describe it. */
    String description() {
        return describe(types);
    }

    static String describe(List<DataType> types) {
        String text = types.stream().map(DataType::description).collect(Collectors.joining(" . "));
        return types.size() > 1 ? "concatenation of (" + text + ")" : text;
    }
}
