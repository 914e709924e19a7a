package org.vethlab.program.text;

import java.util.List;
import org.vethlab.program.Context;

/** {@code /usr/bin/printf} of coreutils. */
public final class PrintfProgram extends TextTool {
    public PrintfProgram() {
        super("printf", "format and print data", OptionTable.of().stoppingAtOperand());
    }

    /** It knows no options but --help and --version: a format may begin with a dash. */
    @Override
    List<String> words(Context context) {
        List<String> words = context.arguments();
        if (words.isEmpty() || words.get(0).equals("--")) {
            return words;
        }
        List<String> quoted = new java.util.ArrayList<>(words);
        quoted.add(0, "--");
        return quoted;
    }

    @Override
    int run(Call call) {
        List<String> words = call.operands();
        if (words.isEmpty()) {
            throw call.misuse("missing operand");
        }
        Printf printf = new Printf(words.get(0));
        List<String> arguments = words.subList(1, words.size());
        Printf.Result result = printf.format(arguments);
        result.complaints().forEach(call::warn);
        call.print(result.text());
        if (printf.used() == 0 && !arguments.isEmpty()) {
            call.context()
                    .err()
                    .print("printf: warning: ignoring excess arguments, starting with " + Call.quote(arguments.get(0))
                            + "\n");
        }
        return call.status();
    }
}
