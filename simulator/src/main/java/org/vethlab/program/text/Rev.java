package org.vethlab.program.text;

import java.util.Optional;
import org.vethlab.net.NetException;
import org.vethlab.process.Input;

/** {@code rev} of util-linux. */
public final class Rev extends TextTool {
    public Rev() {
        super("rev", "reverse lines characterwise", OptionTable.of());
    }

    @Override
    int run(Call call) {
        for (String file : call.inputs()) {
            try {
                Input in = call.open(file);
                LineReader reader = new LineReader(in);
                for (Optional<String> line = reader.next(); line.isPresent(); line = reader.next()) {
                    String reversed = new StringBuilder(line.get()).reverse().toString();
                    call.print(reader.terminated() ? reversed + "\n" : reversed);
                }
                call.close(file, in);
            } catch (NetException e) {
                call.warn("cannot open " + file + ": " + e.errno().text());
            }
        }
        return call.status();
    }
}
