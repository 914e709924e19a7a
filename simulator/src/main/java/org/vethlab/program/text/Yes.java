package org.vethlab.program.text;

import java.util.List;
import org.vethlab.program.Context;

/** {@code yes} of coreutils. */
public final class Yes extends TextTool {
    private static final OptionTable OPTIONS = OptionTable.of().stoppingAtOperand();
    private static final int LINES_AT_ONCE = 1024;

    public Yes() {
        super("yes", "output a string repeatedly until killed", OPTIONS);
    }

    @Override
    int run(Call call) {
        List<String> words = call.operands();
        String line = (words.isEmpty() ? "y" : String.join(" ", words)) + "\n";
        Context context = call.context();
        byte[] lines = EscapedUtf8.encode(line.repeat(LINES_AT_ONCE));
        while (true) {
            call.write(lines);
            context.process().checkSignals();
        }
    }
}
