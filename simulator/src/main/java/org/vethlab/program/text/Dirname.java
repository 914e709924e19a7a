package org.vethlab.program.text;

/** {@code dirname} of coreutils. */
public final class Dirname extends TextTool {
    private static final OptionTable OPTIONS = OptionTable.of("z|zero");

    public Dirname() {
        super("dirname", "strip last component from file name", OPTIONS);
    }

    @Override
    int run(Call call) {
        if (call.operands().isEmpty()) {
            throw call.misuse("missing operand");
        }
        call.operands().forEach(name -> call.print(directory(name) + (call.has("z") ? "\0" : "\n")));
        return 0;
    }

    static String directory(String path) {
        String trimmed = path.replaceFirst("/+$", "");
        if (trimmed.isEmpty()) {
            return path.isEmpty() ? "." : "/";
        }
        int slash = trimmed.lastIndexOf('/');
        if (slash < 0) {
            return ".";
        }
        String directory = trimmed.substring(0, slash).replaceFirst("/+$", "");
        return directory.isEmpty() ? "/" : directory;
    }
}
