package org.vethlab.program.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vethlab.net.NetException;

/** The files of r and R; one that cannot be read is as good as empty. */
final class SedReadFiles {
    private final Call call;
    private final SedOutput output;
    private final Map<String, Optional<LineReader>> readers = new HashMap<>();

    SedReadFiles(Call call, SedOutput output) {
        this.call = call;
        this.output = output;
    }

    void whole(String file) {
        try {
            output.raw(EscapedUtf8.decode(
                    call.open(file.equals("/dev/stdin") ? "-" : file).readAll()));
        } catch (NetException e) {
            return;
        }
    }

    void line(String file, char delimiter) {
        readers.computeIfAbsent(file, this::open)
                .flatMap(LineReader::next)
                .ifPresent(line -> output.line(line, true, delimiter));
    }

    private Optional<LineReader> open(String file) {
        try {
            return Optional.of(new LineReader(call.open(file)));
        } catch (NetException e) {
            return Optional.empty();
        }
    }
}
