package org.vethlab.program.nft;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.filter.expression.ElementSet;
import org.vethlab.net.filter.expression.SetElement;
import org.vethlab.program.nft.ElementEvaluator.Placed;

/** Elements that are ranges: they are merged, or must not overlap. */
final class Intervals {
    private static final Comparator<Placed> ORDER = Comparator.comparing((Placed placed) -> low(placed.element()))
            .thenComparing(placed -> high(placed.element()), Comparator.reverseOrder());

    private Intervals() {}

    private static BigInteger low(SetElement element) {
        return element.from().get(0);
    }

    private static BigInteger high(SetElement element) {
        return element.until().get(0);
    }

    private static boolean isSimple(SetElement element) {
        return !element.catchAll() && element.from().size() == 1;
    }

    /** What overlaps or touches becomes one (setelem_automerge). */
    static List<SetElement> merged(List<SetElement> elements) {
        List<SetElement> sorted =
                new ArrayList<>(elements.stream().filter(Intervals::isSimple).toList());
        List<SetElement> result = new ArrayList<>(
                elements.stream().filter(element -> !isSimple(element)).toList());
        sorted.sort(Comparator.comparing(Intervals::low));
        Optional<SetElement> open = Optional.empty();
        for (SetElement element : sorted) {
            if (open.isPresent() && low(element).compareTo(high(open.get()).add(BigInteger.ONE)) <= 0) {
                open = Optional.of(joined(open.get(), element));
            } else {
                open.ifPresent(result::add);
                open = Optional.of(element);
            }
        }
        open.ifPresent(result::add);
        return result;
    }

    private static SetElement joined(SetElement first, SetElement second) {
        BigInteger last = high(first).max(high(second));
        return new SetElement(
                first.from(),
                List.of(last),
                false,
                first.verdict(),
                first.number(),
                first.numberUntil(),
                first.object(),
                first.timeout(),
                first.expiry(),
                first.comment(),
                first.statements());
    }

    /** @throws NftException if any two overlap without being the same, old ones included (setelem_overlap) */
    static void checkOverlap(List<Placed> added, Optional<ElementSet> existing) {
        List<Placed> all = new ArrayList<>(
                added.stream().filter(placed -> isSimple(placed.element())).toList());
        List<SetElement> old = existing.map(ElementSet::elements).orElse(List.of());
        Location nowhere = added.isEmpty() ? null : added.get(0).at();
        if (nowhere == null) {
            return;
        }
        for (SetElement element : old) {
            if (isSimple(element)) {
                all.add(new Placed(element, nowhere, true, false));
            }
        }
        all.sort(ORDER);
        for (int i = 1; i < all.size(); i++) {
            check(all.get(i - 1), all.get(i), old);
        }
    }

    private static void check(Placed before, Placed after, List<SetElement> old) {
        if (low(after.element()).compareTo(high(before.element())) > 0
                || after.element().hasSameKey(before.element())) {
            return;
        }
        boolean beforeIsOld = old.contains(before.element());
        boolean afterIsOld = old.contains(after.element());
        if (beforeIsOld && afterIsOld) {
            return;
        }
        if (beforeIsOld || afterIsOld) {
            Location at = beforeIsOld ? after.at() : before.at();
            throw new NftException(at, "interval overlaps with an existing one");
        }
        throw new NftException(new NftError("conflicting intervals specified", List.of(after.at(), before.at())));
    }
}
