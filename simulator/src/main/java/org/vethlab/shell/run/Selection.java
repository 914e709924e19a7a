package org.vethlab.shell.run;

import java.util.List;
import java.util.Optional;
import org.vethlab.shell.syntax.Command;

/** {@code select}: prints a menu on standard error and runs its body for each answer. */
final class Selection {
    private static final int WIDTH = 80;

    private final Interpreter shell;
    private final Runner runner;

    Selection(Interpreter shell, Runner runner) {
        this.shell = shell;
        this.runner = runner;
    }

    int run(Command.Select select) {
        List<String> choices = select.words().map(shell.expander()::fields).orElseGet(shell::positional);
        if (choices.isEmpty()) {
            return 0;
        }
        int status = 0;
        boolean menu = true;
        while (true) {
            if (menu) {
                print(choices);
            }
            shell.messages().raw(shell.variables().value("PS3").orElse("#? "));
            Optional<String> answer = shell.process().in().readLine();
            if (answer.isEmpty()) {
                shell.messages().raw("\n");
                return 1;
            }
            menu = answer.get().isEmpty();
            if (menu) {
                continue;
            }
            shell.variables().assign("REPLY", answer.get());
            shell.variables().assign(select.variable(), chosen(choices, answer.get()));
            status = runner.run(select.body());
            if (shell.flow().endsLoop()) {
                return status;
            }
            menu = shell.variables().value("REPLY").orElse("").isEmpty();
        }
    }

    private static String chosen(List<String> choices, String answer) {
        String number = answer.strip();
        boolean valid = number.matches("[0-9]{1,9}") && Integer.parseInt(number) >= 1;
        int index = valid ? Integer.parseInt(number) - 1 : choices.size();
        return index < choices.size() ? choices.get(index) : "";
    }

    /** In columns as wide as the longest choice, filled from top to bottom. */
    private void print(List<String> choices) {
        int digits = Integer.toString(choices.size()).length();
        int longest = choices.stream().mapToInt(String::length).max().orElse(0) + digits + 2;
        int columns = Math.max(1, WIDTH / (longest + 2));
        int rows = (choices.size() + columns - 1) / columns;
        boolean single = rows == 1 || choices.size() <= columns;
        int lines = single ? choices.size() : rows;
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < lines; row++) {
            for (int i = row; i < choices.size(); i += lines) {
                String cell = String.format("%" + digits + "d) %s", i + 1, choices.get(i));
                boolean last = i + lines >= choices.size();
                text.append(last ? cell : String.format("%-" + (longest + 2) + "s", cell));
            }
            text.append('\n');
        }
        shell.messages().raw(text.toString());
    }
}
