package org.vethlab.picture.capture;

import org.vethlab.picture.capture.Ladder.Rung;
import org.vethlab.picture.capture.Ladder.Target;

/** A ladder in characters. */
final class LadderText {
    private static final int LEAST = 12;

    private final Ladder ladder;
    private final int width;

    private LadderText(Ladder ladder) {
        this.ladder = ladder;
        this.width = Math.max(
                LEAST, ladder.columns().stream().mapToInt(String::length).max().orElse(0) + 2);
    }

    static String of(Ladder ladder) {
        return new LadderText(ladder).draw();
    }

    private String draw() {
        StringBuilder text = new StringBuilder("  no.      seconds  ");
        ladder.columns().forEach(name -> text.append(name).append(" ".repeat(width - name.length())));
        text.append('\n');
        for (Rung rung : ladder.rungs()) {
            text.append(String.format(
                    "%5d %12s  ",
                    rung.packet().number(), Times.seconds(rung.packet().time() - ladder.start())));
            text.append(line(rung)).append(Words.of(rung, ladder.columns())).append('\n');
        }
        return text.toString().stripTrailing();
    }

    private String line(Rung rung) {
        char[] line = " ".repeat(width * ladder.columns().size()).toCharArray();
        for (int i = 0; i < ladder.columns().size(); i++) {
            line[i * width] = '|';
        }
        if (rung.to() instanceof Target.One one) {
            shaft(line, rung.from(), one.column(), rung.isLost());
        } else if (rung.to() instanceof Target.Group group) {
            line[rung.from() * width + 1] = '~';
            line[rung.from() * width + 2] = '~';
            group.columns().forEach(column -> shaft(line, rung.from(), column, false));
        }
        line[rung.from() * width] = 'o';
        return new String(line);
    }

    private void shaft(char[] line, int from, int to, boolean lost) {
        if (from == to) {
            return;
        }
        int step = from < to ? 1 : -1;
        int end = to * width - step;
        for (int i = from * width + step; i != end; i += step) {
            line[i] = line[i] == '<' || line[i] == '>' ? line[i] : '-';
        }
        line[end] = lost ? 'x' : step > 0 ? '>' : '<';
    }
}
