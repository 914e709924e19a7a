package org.vethlab.program.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.vethlab.net.NetException;
import org.vethlab.process.Input;

/** {@code tac} of coreutils: the records of each file, the last one first. */
public final class Tac extends TextTool {
    private static final OptionTable OPTIONS = OptionTable.of("b|before", "s:|separator:");

    public Tac() {
        super("tac", "concatenate and print files in reverse", OPTIONS);
    }

    @Override
    int run(Call call) {
        String separator = call.value("s").orElse("\n");
        for (String file : call.inputs()) {
            try {
                Input in = call.open(file);
                reverse(call, EscapedUtf8.decode(in.readAll()), separator.isEmpty() ? "\0" : separator);
                call.close(file, in);
            } catch (NetException e) {
                call.warn("failed to open '" + file + "' for reading: "
                        + e.errno().text());
            }
        }
        return call.status();
    }

    private static void reverse(Call call, String text, String separator) {
        List<String> records = new ArrayList<>();
        int start = 0;
        for (int at = text.indexOf(separator); at >= 0; ) {
            int end = call.has("b") ? at : at + separator.length();
            if (end > start) {
                records.add(text.substring(start, end));
            }
            start = end;
            at = text.indexOf(separator, at + separator.length());
        }
        records.add(text.substring(start));
        Collections.reverse(records);
        call.print(String.join("", records));
    }
}
