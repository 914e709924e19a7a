package org.vethlab.program.text;

import java.util.BitSet;
import java.util.function.IntPredicate;

/** The list of {@code cut -f}: {@code 1,3-5,7-}, or all but these. */
final class CutRanges implements IntPredicate {
    private final BitSet listed = new BitSet();
    private final Call call;
    private final boolean fields;
    private int openFrom = Integer.MAX_VALUE;

    CutRanges(Call call, boolean fields, String list) {
        this.call = call;
        this.fields = fields;
        for (String range : list.split("[, \t]", -1)) {
            add(range);
        }
    }

    /** Whether field or byte {@code number}, counted from 1, is in the list. */
    @Override
    public boolean test(int number) {
        boolean in = number >= openFrom || listed.get(number);
        return in != call.has("complement");
    }

    /** Whether it is listed and the one before is not: there an output delimiter of bytes goes. */
    boolean begins(int number) {
        return test(number) && (number == 1 || !test(number - 1));
    }

    private void add(String range) {
        int dash = range.indexOf('-');
        if (range.equals("-")) {
            throw call.misuse("invalid range with no endpoint: -");
        }
        int from = dash == 0 ? 1 : number(dash < 0 ? range : range.substring(0, dash), range);
        if (dash >= 0 && dash == range.length() - 1) {
            openFrom = Math.min(openFrom, from);
            return;
        }
        int to = dash < 0 ? from : number(range.substring(dash + 1), range);
        if (to < from) {
            throw call.misuse("invalid decreasing range");
        }
        listed.set(from, Math.min(to, 1 << 20) + 1);
    }

    private int number(String text, String range) {
        if (!text.matches("[0-9]*")) {
            throw call.misuse("invalid " + (fields ? "field value " : "byte/character position ") + Call.quote(range));
        }
        int number = text.isEmpty() ? 0 : text.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(text);
        if (number == 0) {
            throw call.misuse((fields ? "fields" : "byte/character positions") + " are numbered from 1");
        }
        return number;
    }
}
