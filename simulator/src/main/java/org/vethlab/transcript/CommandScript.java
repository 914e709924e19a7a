package org.vethlab.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Shell commands, one a line. A {@code #} starts a comment, a backslash at a line's end joins the next, and what begins
 * with {@code @} runs but is not compared.
 */
public record CommandScript(List<Command> commands) {
    public CommandScript {
        commands = List.copyOf(commands);
    }

    public static CommandScript parse(List<String> lines) {
        List<Command> commands = new ArrayList<>();
        String joined = "";
        for (String line : lines) {
            String whole = joined.isEmpty() ? line : joined + line.stripLeading();
            if (whole.endsWith("\\")) {
                joined = whole.substring(0, whole.length() - 1);
                continue;
            }
            joined = "";
            String text = whole.strip();
            if (text.startsWith("@")) {
                commands.add(new Command(text.substring(1).strip(), false));
            } else if (!text.isEmpty() && !text.startsWith("#")) {
                commands.add(new Command(text, true));
            }
        }
        return new CommandScript(commands);
    }

    /** The script that runs the commands between marks. */
    public String marked() {
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < commands.size(); i++) {
            script.append("echo \"@@ ").append(i).append("\"\n");
            script.append(commands.get(i).text()).append('\n');
            script.append("echo \"@@ ").append(i).append(" $?\"\n");
        }
        return script.toString();
    }

    /** Numbers of the commands that are compared. */
    public List<Integer> compared() {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            if (commands.get(i).compared()) {
                numbers.add(i);
            }
        }
        return numbers;
    }

    /** The compared answers in what the {@linkplain #marked() marked script} printed, in normal form, by number. */
    public Map<Integer, Answer> answers(String printed) {
        Map<Integer, Answer> found = Answer.split(printed);
        NormalForm normal = new NormalForm();
        Map<Integer, Answer> answers = new TreeMap<>();
        for (int number : compared()) {
            Answer answer = found.get(number);
            if (answer != null) {
                answers.put(number, new Answer(normal.of(answer.output()), answer.status()));
            }
        }
        return answers;
    }
}
