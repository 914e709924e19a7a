package org.vethlab.program.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.program.Context;
import org.vethlab.program.Program;

/** tput(1) of ncurses, for terminals like xterm; a dumb one knows no colours. */
public final class Tput implements Program {
    private static final String ESCAPE = "\033[";

    @Override
    public String name() {
        return "tput";
    }

    @Override
    public String summary() {
        return "initialize a terminal or query terminfo database";
    }

    @Override
    public int run(Context context) {
        List<String> words = new ArrayList<>(context.arguments());
        String terminal = context.process().environment().getOrDefault("TERM", "");
        if (words.size() > 1 && words.get(0).equals("-T")) {
            terminal = words.get(1);
            words = words.subList(2, words.size());
        }
        if (terminal.isEmpty()) {
            return context.fail(2, "tput: No value for $TERM and no -T specified");
        }
        if (words.isEmpty()) {
            return context.fail(2, "usage: tput [-V] [-S] [-T term] capname [parameters]");
        }
        Optional<String> answer = answer(words, terminal.equals("dumb"));
        answer.ifPresent(text -> context.out().print(text));
        return answer.isPresent() ? 0 : 1;
    }

    private static Optional<String> answer(List<String> words, boolean dumb) {
        String parameter = words.size() > 1 && words.get(1).matches("[0-9]{1,3}") ? words.get(1) : "0";
        return switch (words.get(0)) {
            case "cols" -> Optional.of("80\n");
            case "lines" -> Optional.of("24\n");
            case "colors" -> Optional.of(dumb ? "-1\n" : "8\n");
            case "bel" -> Optional.of("\007");
            default -> dumb ? Optional.empty() : sequence(words.get(0), parameter);
        };
    }

    private static Optional<String> sequence(String capability, String parameter) {
        return switch (capability) {
            case "setaf" -> Optional.of(ESCAPE + "3" + parameter + "m");
            case "setab" -> Optional.of(ESCAPE + "4" + parameter + "m");
            case "bold" -> Optional.of(ESCAPE + "1m");
            case "dim" -> Optional.of(ESCAPE + "2m");
            case "smul" -> Optional.of(ESCAPE + "4m");
            case "rmul" -> Optional.of(ESCAPE + "24m");
            case "rev", "smso" -> Optional.of(ESCAPE + "7m");
            case "rmso" -> Optional.of(ESCAPE + "27m");
            case "sgr0" -> Optional.of("\033(B" + ESCAPE + "m");
            case "clear" -> Optional.of(ESCAPE + "H" + ESCAPE + "2J" + ESCAPE + "3J");
            case "civis" -> Optional.of(ESCAPE + "?25l");
            case "cnorm" -> Optional.of(ESCAPE + "?12l" + ESCAPE + "?25h");
            default -> Optional.empty();
        };
    }
}
