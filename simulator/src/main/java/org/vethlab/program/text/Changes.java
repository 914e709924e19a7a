package org.vethlab.program.text;

import java.util.ArrayList;
import java.util.List;

/** The shortest way from one list of lines to another (Myers, "An O(ND) Difference Algorithm", 1986). */
final class Changes {
    private final List<String> left;
    private final List<String> right;
    private final boolean[] deleted;
    private final boolean[] inserted;

    private Changes(List<String> left, List<String> right) {
        this.left = left;
        this.right = right;
        this.deleted = new boolean[left.size()];
        this.inserted = new boolean[right.size()];
    }

    static List<Change> between(List<String> left, List<String> right) {
        Changes changes = new Changes(left, right);
        changes.mark();
        shift(left, changes.deleted, changes.inserted);
        shift(right, changes.inserted, changes.deleted);
        return changes.collect();
    }

    /** Walks the edit graph forward, one furthest-reaching path per diagonal and number of edits, and then back. */
    private void mark() {
        int most = left.size() + right.size();
        int[] furthest = new int[2 * most + 2];
        List<int[]> history = new ArrayList<>();
        for (int edits = 0; edits <= most; edits++) {
            history.add(furthest.clone());
            for (int diagonal = -edits; diagonal <= edits; diagonal += 2) {
                int x = start(furthest, most, diagonal, edits);
                x += common(x, x - diagonal);
                furthest[most + diagonal] = x;
                if (x >= left.size() && x - diagonal >= right.size()) {
                    backtrack(history, edits, most);
                    return;
                }
            }
        }
    }

    private static boolean comesDown(int[] furthest, int most, int diagonal, int edits) {
        return diagonal == -edits || diagonal != edits && furthest[most + diagonal - 1] < furthest[most + diagonal + 1];
    }

    private static int start(int[] furthest, int most, int diagonal, int edits) {
        if (edits == 0) {
            return 0;
        }
        return comesDown(furthest, most, diagonal, edits)
                ? furthest[most + diagonal + 1]
                : furthest[most + diagonal - 1] + 1;
    }

    private int common(int x, int y) {
        int same = 0;
        while (x + same < left.size()
                && y + same < right.size()
                && left.get(x + same).equals(right.get(y + same))) {
            same++;
        }
        return same;
    }

    private void backtrack(List<int[]> history, int edits, int most) {
        int x = left.size();
        int y = right.size();
        for (int step = edits; step > 0; step--) {
            int[] furthest = history.get(step);
            int diagonal = x - y;
            boolean down = comesDown(furthest, most, diagonal, step);
            int before = down ? diagonal + 1 : diagonal - 1;
            x = furthest[most + before];
            y = x - before;
            if (down) {
                inserted[y] = true;
            } else {
                deleted[x] = true;
            }
        }
    }

    /**
     * Moves each run of changed lines as far down as it goes, joining runs that meet; a run that can stand beside a
     * change of the other file stays there (shift_boundaries of diffutils).
     */
    private static void shift(List<String> lines, boolean[] changed, boolean[] other) {
        int line = 0;
        int otherLine = 0;
        while (line < changed.length) {
            if (!changed[line]) {
                while (otherLine < other.length && other[otherLine]) {
                    otherLine++;
                }
                otherLine++;
                line++;
                continue;
            }
            int end = shiftRun(lines, changed, other, line, otherLine);
            otherLine += end - endOf(changed, line);
            line = end;
        }
    }

    private static int shiftRun(List<String> lines, boolean[] changed, boolean[] other, int start, int otherLine) {
        int from = start;
        int end = endOf(changed, start);
        int beside = other(other, otherLine) ? end : -1;
        int partner = otherLine;
        while (end < lines.size()
                && lines.get(from).equals(lines.get(end))
                && !besideOther(other, partner, beside, end)) {
            changed[from++] = false;
            changed[end++] = true;
            partner++;
            end = endOf(changed, end - 1);
        }
        return end;
    }

    private static boolean besideOther(boolean[] other, int partner, int beside, int end) {
        return beside == end && other(other, partner);
    }

    private static boolean other(boolean[] other, int index) {
        return index < other.length && other[index];
    }

    private static int endOf(boolean[] changed, int from) {
        int end = from;
        while (end < changed.length && changed[end]) {
            end++;
        }
        return end;
    }

    private List<Change> collect() {
        List<Change> changes = new ArrayList<>();
        int x = 0;
        int y = 0;
        while (x < deleted.length || y < inserted.length) {
            int xEnd = endOf(deleted, x);
            int yEnd = endOf(inserted, y);
            if (xEnd > x || yEnd > y) {
                changes.add(new Change(x, xEnd, y, yEnd));
            }
            x = xEnd + 1;
            y = yEnd + 1;
        }
        return changes;
    }
}
