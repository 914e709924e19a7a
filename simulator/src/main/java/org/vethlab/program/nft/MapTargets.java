package org.vethlab.program.nft;

import org.vethlab.net.filter.Chain;
import org.vethlab.net.filter.Verdict;
import org.vethlab.net.filter.VerdictStatement;
import org.vethlab.net.filter.expression.ElementSet;
import org.vethlab.net.filter.expression.SetElement;

/** The chains that the elements of maps lead to. */
final class MapTargets {
    private MapTargets() {}

    static boolean leadTo(Chain chain) {
        for (ElementSet set : chain.table().sets()) {
            for (SetElement element : set.elements()) {
                Verdict verdict = element.verdict().orElse(Verdict.ACCEPT);
                if (new VerdictStatement(verdict).targets().contains(chain)) {
                    return true;
                }
            }
        }
        return false;
    }
}
