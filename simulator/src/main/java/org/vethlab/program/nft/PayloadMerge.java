package org.vethlab.program.nft;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vethlab.net.filter.Statement;
import org.vethlab.net.filter.expression.HeaderBase;
import org.vethlab.net.filter.expression.Operator;
import org.vethlab.net.filter.expression.Selector;
import org.vethlab.net.filter.expression.Test;

/**
 * Makes one test of two fields that stand side by side in a header (stmt_reduce). Surprising: they are shown in the order
 * of the header then, and two {@code !=} become one that holds if either field differs.
 */
final class PayloadMerge {
    private static final int FAST_BITS = 32;
    private static final int REGISTER_BITS = 128;

    private PayloadMerge() {}

    static List<Statement> merge(List<Statement> statements) {
        List<Statement> result = new ArrayList<>(statements);
        List<Test.Comparison> run = new ArrayList<>();
        for (Statement statement : statements) {
            if (!(statement instanceof Test)) {
                if (run.size() > 1) {
                    merge(run, result);
                    run.clear();
                }
            } else if (statement instanceof Test.Comparison test && isPlain(test)) {
                run.add(test);
            }
        }
        merge(run, result);
        return result;
    }

    private static boolean isPlain(Test.Comparison test) {
        return test.left() instanceof Selector.Field
                && (test.operator() == Operator.EQUAL || test.operator() == Operator.UNEQUAL);
    }

    private static Selector.Field field(Test.Comparison test) {
        return (Selector.Field) test.left();
    }

    private static void merge(List<Test.Comparison> run, List<Statement> result) {
        if (run.size() < 2) {
            return;
        }
        List<Test.Comparison> sorted = new ArrayList<>(run);
        sorted.sort(Comparator.comparing((Test.Comparison test) -> field(test).base())
                .thenComparing(test -> field(test).offset()));
        Test.Comparison last = sorted.get(0);
        for (Test.Comparison next : sorted.subList(1, sorted.size())) {
            if (last.operator() != next.operator() || !mayMerge(field(last), field(next))) {
                last = next;
                continue;
            }
            Test.Comparison joined = join(last, next);
            int kept = position(result, announces(next) ? next : last);
            result.set(kept, joined);
            result.remove(position(result, announces(next) ? last : next));
            last = joined;
        }
    }

    /** By identity: equal tests may stand in a rule twice. */
    private static int position(List<Statement> statements, Statement wanted) {
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i) == wanted) {
                return i;
            }
        }
        throw new IllegalArgumentException("no such statement");
    }

    private static Test.Comparison join(Test.Comparison first, Test.Comparison second) {
        Selector.Field one = field(first);
        int bits = field(second).bits();
        BigInteger right = first.right().shiftLeft(bits).or(second.right());
        return new Test.Comparison(
                new Selector.Field(one.base(), one.offset(), one.bits() + bits), first.operator(), right);
    }

    private static boolean mayMerge(Selector.Field first, Selector.Field second) {
        int total = first.bits() + second.bits();
        boolean adjacent = first.base() == second.base() && first.offset() + first.bits() == second.offset();
        boolean bytes = first.offset() % 8 == 0 && first.bits() % 8 == 0 && second.bits() % 8 == 0;
        if (!adjacent || !bytes || total > REGISTER_BITS) {
            return false;
        }
        return total <= FAST_BITS
                || first.base() == HeaderBase.LINK
                || first.bits() > FAST_BITS
                || second.bits() > FAST_BITS;
    }

    /** Whether a test says which header comes next; the place of such a test in the rule is kept. */
    private static boolean announces(Test.Comparison test) {
        Selector.Field field = field(test);
        return switch (field.base()) {
            case LINK -> field.bits() == 16;
            case NETWORK -> field.bits() == 8 && (field.offset() == 72 || field.offset() == 48);
            case TRANSPORT -> false;
        };
    }
}
