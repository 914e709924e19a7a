package org.vethlab.program.system;

import java.util.ArrayList;
import java.util.List;
import org.vethlab.process.Process;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;
import org.vethlab.program.GetOpt;
import org.vethlab.program.Program;
import org.vethlab.program.system.XargsWords.Mode;

/** xargs(1) of findutils. */
public final class Xargs implements Program {
    private static final List<String> LONG_NAMES = List.of(
            "null=0",
            "arg-file=a",
            "delimiter=d",
            "max-args=n",
            "max-lines=L",
            "no-run-if-empty=r",
            "max-procs=P",
            "verbose=t",
            "replace=I");

    @Override
    public String name() {
        return "xargs";
    }

    @Override
    public String summary() {
        return "build and execute command lines from standard input";
    }

    @Override
    public int run(Context context) {
        GetOpt.Result options = new GetOpt("xargs", "+0a:d:n:L:I:rP:s:tx", LONG_NAMES)
                .tryHelp(1)
                .parse(context.arguments());
        List<String> command = options.operands().isEmpty() ? List.of("echo") : options.operands();
        String input = new String(context.in().readAll(), java.nio.charset.StandardCharsets.UTF_8);
        Mode mode = options.has("0") || options.has("d")
                ? Mode.DELIMITED
                : options.has("I") || options.has("L") ? Mode.LINES : Mode.WORDS;
        String delimiter = options.has("0") ? "\0" : options.last("d").orElse("\n");
        List<String> words = XargsWords.split(input, mode, delimiter);
        int status = 0;
        for (List<String> line : lines(options, command, words)) {
            if (options.has("t")) {
                context.err().println(String.join(" ", line));
            }
            status = Math.max(status, run(context, line));
        }
        return status;
    }

    private static List<List<String>> lines(GetOpt.Result options, List<String> command, List<String> words) {
        List<List<String>> lines = new ArrayList<>();
        if (options.has("I")) {
            String mark = options.last("I").orElse("{}");
            words.forEach(word -> lines.add(
                    command.stream().map(part -> part.replace(mark, word)).toList()));
            return lines;
        }
        int most = options.has("L") ? number(options, "L") : options.has("n") ? number(options, "n") : words.size();
        for (int from = 0; from < words.size(); from += most) {
            List<String> line = new ArrayList<>(command);
            line.addAll(words.subList(from, Math.min(words.size(), from + most)));
            lines.add(line);
        }
        if (lines.isEmpty() && !options.has("r")) {
            lines.add(command);
        }
        return lines;
    }

    private static int number(GetOpt.Result options, String option) {
        String word = options.last(option).orElse("");
        try {
            int number = Integer.parseInt(word);
            if (number > 0) {
                return number;
            }
            throw new CommandException(1, "xargs: value " + word + " for -" + option + " option should be >= 1");
        } catch (NumberFormatException e) {
            throw new CommandException(1, "xargs: invalid number \"" + word + "\" for -" + option + " option");
        }
    }

    /** The command's status as xargs reports it: 123 for any of 1 to 125, 124 for 255, 126 and 127 as they are. */
    private static int run(Context context, List<String> line) {
        Process self = context.process();
        Process child = self.fork(mine -> Execution.run(new Context(mine, line), line, "xargs: " + line.get(0)));
        int status = self.waitFor(child).status();
        return status == 0 || status == 126 || status == 127 ? status : status == 255 ? 124 : 123;
    }
}
