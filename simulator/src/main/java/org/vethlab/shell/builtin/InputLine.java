package org.vethlab.shell.builtin;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.vethlab.process.Input;
import org.vethlab.shell.run.Interpreter;
import org.vethlab.shell.text.RawText;

/**
 * A line read byte by byte, so that what follows stays for others.
 *
 * @param isEnded whether its delimiter was there, and not the end of the input
 */
record InputLine(String text, boolean isEnded) {
    /** Empty at the end of the input. */
    static Optional<InputLine> read(Interpreter shell, Input input, char delimiter) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] one = new byte[1];
        while (true) {
            int count = shell.traps().blocking(() -> input.read(one, 0, 1)).orElse(-1);
            if (count <= 0) {
                return bytes.size() == 0
                        ? Optional.empty()
                        : Optional.of(new InputLine(RawText.decode(bytes.toByteArray()), false));
            }
            if (one[0] == (byte) delimiter) {
                return Optional.of(new InputLine(RawText.decode(bytes.toByteArray()), true));
            }
            bytes.write(one[0]);
        }
    }
}
