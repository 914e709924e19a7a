package org.vethlab.program.nft;

import java.util.ArrayList;
import java.util.List;
import org.vethlab.net.filter.Statement;
import org.vethlab.net.filter.expression.AddressTranslation;
import org.vethlab.net.filter.expression.Assignment;
import org.vethlab.net.filter.expression.ElementSet;
import org.vethlab.net.filter.expression.ObjectMap;
import org.vethlab.net.filter.expression.Selector;
import org.vethlab.net.filter.expression.SetUpdate;
import org.vethlab.net.filter.expression.Test;
import org.vethlab.net.filter.expression.VerdictMap;

/** The sets that a statement refers to. */
final class References {
    private References() {}

    static List<ElementSet> to(Statement statement) {
        List<ElementSet> sets = new ArrayList<>();
        if (statement instanceof Test test) {
            collect(test.left(), sets);
        }
        if (statement instanceof Test.Membership membership) {
            sets.add(membership.set());
        } else if (statement instanceof VerdictMap map) {
            sets.add(map.map());
        } else if (statement instanceof SetUpdate update) {
            sets.add(update.set());
        } else if (statement instanceof ObjectMap map) {
            sets.add(map.map());
        } else if (statement instanceof Assignment assignment) {
            collect(assignment.value(), sets);
        } else if (statement instanceof AddressTranslation translation) {
            translation.address().ifPresent(span -> collect(span.from(), sets));
            translation.port().ifPresent(span -> collect(span.from(), sets));
        }
        return sets;
    }

    private static void collect(Selector selector, List<ElementSet> sets) {
        if (selector instanceof Selector.Mapped mapped) {
            sets.add(mapped.map());
        } else if (selector instanceof Selector.Slice slice) {
            collect(slice.of(), sets);
        }
    }
}
