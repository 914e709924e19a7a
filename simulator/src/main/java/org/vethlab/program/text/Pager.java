package org.vethlab.program.text;

/** {@code less} and {@code more} where the output is no screen: all of it at once. */
public final class Pager extends TextTool {
    private static final OptionTable OPTIONS = OptionTable.of("e", "E", "F", "i", "N", "R", "S", "X", "s", "d", "n:");

    /** @param name less or more */
    public Pager(String name) {
        super(name, "display the contents of a file", OPTIONS);
    }

    @Override
    int run(Call call) {
        return call.eachInput((file, in) -> call.write(in.readAll()));
    }
}
