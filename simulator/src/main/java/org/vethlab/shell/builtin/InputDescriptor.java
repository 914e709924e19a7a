package org.vethlab.shell.builtin;

import org.vethlab.process.Input;
import org.vethlab.shell.run.Builtin.UsageException;
import org.vethlab.shell.run.Interpreter;

/** The argument of {@code -u}. */
final class InputDescriptor {
    private InputDescriptor() {}

    static Input find(Interpreter shell, String number) {
        if (!number.matches("[0-9]{1,9}")) {
            throw UsageException.failed(number + ": invalid file descriptor specification");
        }
        return shell.process()
                .descriptors()
                .get(Integer.parseInt(number))
                .orElseThrow(() -> UsageException.failed(number + ": invalid file descriptor: Bad file descriptor"))
                .input();
    }

    static boolean isTerminal(Interpreter shell, String number) {
        return number.matches("[0-9]{1,9}")
                && shell.process()
                        .descriptors()
                        .get(Integer.parseInt(number))
                        .filter(file -> file.output().isTerminal())
                        .isPresent();
    }
}
