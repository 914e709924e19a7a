package org.vethlab.program.text;

import java.util.List;

/** {@code basename} of coreutils. */
public final class Basename extends TextTool {
    private static final OptionTable OPTIONS =
            OptionTable.of("a|multiple", "s:|suffix:", "z|zero").stoppingAtOperand();

    public Basename() {
        super("basename", "strip directory and suffix from filenames", OPTIONS);
    }

    @Override
    int run(Call call) {
        List<String> names = call.operands();
        if (names.isEmpty()) {
            throw call.misuse("missing operand");
        }
        boolean many = call.has("a") || call.has("s");
        if (!many && names.size() > 2) {
            throw call.misuse("extra operand " + Call.quote(names.get(2)));
        }
        String suffix = many ? call.value("s").orElse("") : names.size() > 1 ? names.get(1) : "";
        for (String name : many ? names : names.subList(0, 1)) {
            call.print(strip(lastPart(name), suffix) + (call.has("z") ? "\0" : "\n"));
        }
        return 0;
    }

    /** What stands behind the last slash, trailing slashes apart. */
    static String lastPart(String path) {
        String trimmed = path.replaceFirst("/+$", "");
        if (trimmed.isEmpty()) {
            return path.isEmpty() ? "" : "/";
        }
        return trimmed.substring(trimmed.lastIndexOf('/') + 1);
    }

    private static String strip(String name, String suffix) {
        return !name.equals(suffix) && name.endsWith(suffix)
                ? name.substring(0, name.length() - suffix.length())
                : name;
    }
}
