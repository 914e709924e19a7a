package org.vethlab.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/** Two texts side by side: their longest common subsequence of lines, and what either has besides. */
public final class LineDiff {
    private LineDiff() {}

    /** A line, of both texts or of one of them. */
    public record Line(Side side, String text) {}

    /** Who has it. */
    public enum Side {
        BOTH,
        LEFT,
        RIGHT
    }

    /** @param same whether two lines say the same */
    public static List<Line> of(List<String> left, List<String> right, BiPredicate<Integer, Integer> same) {
        int[][] common = new int[left.size() + 1][right.size() + 1];
        for (int i = left.size() - 1; i >= 0; i--) {
            for (int j = right.size() - 1; j >= 0; j--) {
                common[i][j] =
                        same.test(i, j) ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return walk(left, right, common, same);
    }

    private static List<Line> walk(
            List<String> left, List<String> right, int[][] common, BiPredicate<Integer, Integer> same) {
        List<Line> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < left.size() || j < right.size()) {
            if (i < left.size() && j < right.size() && same.test(i, j)) {
                lines.add(new Line(Side.BOTH, left.get(i++)));
                j++;
            } else if (i < left.size() && (j == right.size() || common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new Line(Side.LEFT, left.get(i++)));
            } else {
                lines.add(new Line(Side.RIGHT, right.get(j++)));
            }
        }
        return lines;
    }
}
