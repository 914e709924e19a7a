package org.vethlab.magic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vethlab.java.SourceText;
import org.vethlab.magic.Piece.Java;

/**
 * Takes a cell apart. A {@code %} starts a magic only where a Java statement could start: the remainder operator, a
 * text block and a comment keep theirs. Whether a statement could start is asked of the compiler only if Java stands
 * before, so that a cell of magics alone never wakes it.
 */
public final class CellSplitter {
    private static final Pattern CELL = Pattern.compile("\\s*%%(\\w+)([^\\n]*)(?:\\n(.*))?", Pattern.DOTALL);
    private static final Pattern LINE = Pattern.compile("\\s*%(\\w+)(?:\\s(.*))?", Pattern.DOTALL);

    /** Knows when Java source is whole. */
    public interface Judge {
        /** @param lenient whether it is if a semicolon is added */
        boolean isWhole(String source, boolean lenient);
    }

    private final Judge judge;
    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder java = new StringBuilder();
    private int javaLine = 1;

    private CellSplitter(Judge judge) {
        this.judge = judge;
    }

    public static List<Piece> split(String cell, Judge judge) {
        Matcher whole = CELL.matcher(cell);
        if (whole.matches()) {
            String body = Optional.ofNullable(whole.group(3)).orElse("");
            return List.of(new Piece.Magic(whole.group(1), whole.group(2).strip(), Optional.of(body)));
        }
        CellSplitter splitter = new CellSplitter(judge);
        splitter.splitLines(cell.split("\n", -1));
        return splitter.pieces;
    }

    private void splitLines(String[] lines) {
        int next = 0;
        while (next < lines.length) {
            Matcher magic = LINE.matcher(lines[next]);
            if (!magic.matches() || !startsStatement(magic.group(1))) {
                java.append(lines[next++]).append('\n');
                continue;
            }
            endJava();
            String rest = Optional.ofNullable(magic.group(2)).orElse("").strip();
            next++;
            while (rest.endsWith("\\") && next < lines.length) {
                rest = rest + "\n" + lines[next++];
            }
            pieces.add(new Piece.Magic(magic.group(1), rest, Optional.empty()));
            javaLine = next + 1;
        }
        endJava();
    }

    private boolean startsStatement(String name) {
        String before = java.toString();
        return SourceText.isBlank(before)
                || judge.isWhole(before, Magics.find(name).isPresent());
    }

    private void endJava() {
        if (!SourceText.isBlank(java.toString())) {
            pieces.add(new Java(java.toString(), javaLine));
        }
        java.setLength(0);
    }
}
