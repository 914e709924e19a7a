package org.vethlab.program.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vethlab.net.NetException;
import org.vethlab.program.Context;

/** {@code chmod} of coreutils. */
public final class Chmod extends TextTool {
    private static final OptionTable OPTIONS =
            OptionTable.of("c|changes", "f|silent", "R|recursive", "v|verbose").stoppingAtOperand();
    private static final Pattern CLAUSE = Pattern.compile("([ugoa]*)([-+=])([rwxXst]*)");

    public Chmod() {
        super("chmod", "change file mode bits", OPTIONS);
    }

    /** {@code -x} is a mode, not an option. */
    @Override
    List<String> words(Context context) {
        List<String> words = context.arguments();
        boolean mode = !words.isEmpty() && words.get(0).matches("-[rwxXst]+");
        return mode
                ? java.util.stream.Stream.concat(java.util.stream.Stream.of("--"), words.stream())
                        .toList()
                : words;
    }

    @Override
    int run(Call call) {
        if (call.operands().isEmpty()) {
            throw call.misuse("missing operand");
        }
        String mode = call.operands().get(0);
        if (call.operands().size() == 1) {
            throw call.misuse("missing operand after '" + mode + "'");
        }
        call.operands().subList(1, call.operands().size()).forEach(name -> change(call, mode, name));
        return call.status();
    }

    private static void change(Call call, String mode, String name) {
        try {
            int before = call.files().status(name).permissions();
            call.files().permissions(name, apply(call, mode, before));
            if (call.has("R") && call.files().isDirectory(name)) {
                call.files().list(name).forEach(entry -> change(call, mode, LsEntry.join(name, entry)));
            }
        } catch (NetException e) {
            call.warn("cannot access '" + name + "': " + e.errno().text());
        }
    }

    private static int apply(Call call, String mode, int before) {
        if (mode.matches("[0-7]{1,4}")) {
            return Integer.parseInt(mode, 8);
        }
        int bits = before;
        for (String clause : mode.split(",", -1)) {
            Matcher matcher = CLAUSE.matcher(clause);
            if (!matcher.matches()) {
                throw call.misuse("invalid mode: '" + mode + "'");
            }
            bits = apply(matcher, bits);
        }
        return bits;
    }

    private static int apply(Matcher clause, int bits) {
        String who = clause.group(1);
        boolean all = who.isEmpty() || who.contains("a");
        int masks = (all || who.contains("u") ? 0700 : 0)
                | (all || who.contains("g") ? 0070 : 0)
                | (all || who.contains("o") ? 0007 : 0);
        String what = clause.group(3);
        boolean execute = what.contains("x") || what.contains("X") && (bits & 0111) != 0;
        int rights = (what.contains("r") ? 0444 : 0) | (what.contains("w") ? 0222 : 0) | (execute ? 0111 : 0);
        return switch (clause.group(2)) {
            case "+" -> bits | rights & masks;
            case "-" -> bits & ~(rights & masks);
            default -> bits & ~masks | rights & masks;
        };
    }
}
