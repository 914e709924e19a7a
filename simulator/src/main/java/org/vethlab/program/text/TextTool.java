package org.vethlab.program.text;

import java.util.List;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;
import org.vethlab.program.Program;

/** What the GNU text tools have in common: a name, a table of options, and how complaints end them. */
abstract class TextTool implements Program {
    private final String name;
    private final String summary;
    private final OptionTable options;

    TextTool(String name, String summary, OptionTable options) {
        this.name = name;
        this.summary = summary;
        this.options = options;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String summary() {
        return summary;
    }

    @Override
    public final int run(Context context) {
        try {
            return run(new Call(context, name, parse(context)));
        } catch (CommandException e) {
            context.err().print(e.text() + "\n");
            return e.status();
        }
    }

    /** Does the work. @return the exit status */
    abstract int run(Call call);

    /** The words to take options from. */
    List<String> words(Context context) {
        return context.arguments();
    }

    /** The status after an unknown option. */
    int usageStatus() {
        return 1;
    }

    /** What follows getopt's complaint. */
    String usageHint() {
        return "Try '" + name + " --help' for more information.";
    }

    private Options parse(Context context) {
        return options.parse(name, words(context), usageStatus(), usageHint());
    }
}
