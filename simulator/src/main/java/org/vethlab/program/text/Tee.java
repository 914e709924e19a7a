package org.vethlab.program.text;

import java.util.ArrayList;
import java.util.List;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.process.Disposition;
import org.vethlab.process.Output;
import org.vethlab.process.Signal;

/** {@code tee} of coreutils. */
public final class Tee extends TextTool {
    private static final OptionTable OPTIONS = OptionTable.of("a|append", "i|ignore-interrupts", "p", "|output-error?");

    public Tee() {
        super("tee", "read from standard input and write to standard output and files", OPTIONS);
    }

    @Override
    int run(Call call) {
        if (call.has("i")) {
            call.context().process().disposition(Signal.INT, Disposition.IGNORE);
        }
        List<Output> outputs = new ArrayList<>();
        outputs.add(call.context().out());
        for (String file : call.operands()) {
            try {
                outputs.add(call.files().create(file, call.has("a")));
            } catch (NetException e) {
                call.warn(file + ": " + e.errno().text());
            }
        }
        byte[] buffer = new byte[8192];
        for (int n = call.context().in().read(buffer, 0, buffer.length); n >= 0; ) {
            for (int i = 0; i < outputs.size(); i++) {
                write(
                        call,
                        outputs.get(i),
                        i == 0 ? "standard output" : call.operands().get(i - 1),
                        buffer,
                        n);
            }
            n = call.context().in().read(buffer, 0, buffer.length);
        }
        outputs.subList(1, outputs.size()).forEach(Output::close);
        return call.status();
    }

    private static void write(Call call, Output output, String name, byte[] buffer, int length) {
        try {
            output.write(buffer, 0, length);
        } catch (NetException e) {
            if (e.errno() == Errno.EPIPE) {
                throw e;
            }
            call.warn(name + ": " + e.errno().text());
        }
    }
}
