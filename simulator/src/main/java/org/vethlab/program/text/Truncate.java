package org.vethlab.program.text;

import java.util.Arrays;
import org.vethlab.net.NetException;
import org.vethlab.process.Output;

/** {@code truncate} of coreutils. */
public final class Truncate extends TextTool {
    private static final OptionTable OPTIONS =
            OptionTable.of("c|no-create", "s:|size:", "o|io-blocks", "r:|reference:");
    private static final long LARGEST = 64L << 20;

    public Truncate() {
        super("truncate", "shrink or extend the size of a file to the specified size", OPTIONS);
    }

    @Override
    int run(Call call) {
        String given =
                call.value("s").orElseThrow(() -> call.misuse("you must specify either ‘--size’ or ‘--reference’"));
        if (call.operands().isEmpty()) {
            throw call.misuse("missing file operand");
        }
        String digits = given.replaceFirst("^[+-]", "");
        long number = Counts.parse(digits).orElseThrow(() -> call.failure("Invalid number: ‘" + given + "’"));
        for (String file : call.operands()) {
            resize(call, file, given.charAt(0), number);
        }
        return call.status();
    }

    private static void resize(Call call, String file, char sign, long number) {
        try {
            boolean there = call.files().exists(file);
            if (!there && call.has("c")) {
                return;
            }
            byte[] old = there ? call.files().read(file) : new byte[0];
            long size = sign == '+' ? old.length + number : sign == '-' ? old.length - number : number;
            if (size > LARGEST) {
                call.warn("failed to truncate '" + file + "' at " + size + " bytes: File too large");
                return;
            }
            byte[] bytes = Arrays.copyOf(old, (int) Math.max(0, size));
            Output out = call.files().create(file, false);
            out.write(bytes, 0, bytes.length);
            out.close();
        } catch (NetException e) {
            call.warn("cannot open '" + file + "' for writing: " + e.errno().text());
        }
    }
}
