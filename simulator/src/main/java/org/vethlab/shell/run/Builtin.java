package org.vethlab.shell.run;

import java.util.List;

/** A command of the shell itself: one file each, one row each in the table. */
public interface Builtin {
    String name();

    /** Its words as {@code help} and messages on wrong use show them. */
    String synopsis();

    /**
     * Runs it.
     *
     * @param arguments the words behind the name
     * @return the exit status
     * @throws UsageException if the arguments make no sense
     */
    int run(Interpreter shell, List<String> arguments);

    /** Wrong arguments: a message, and the synopsis where bash prints it. */
    final class UsageException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final boolean synopsis;
        private final int status;

        public UsageException(String message, boolean synopsis, int status) {
            super(message, null, false, false);
            this.synopsis = synopsis;
            this.status = status;
        }

        /** {@code -z: invalid option}, then the synopsis. */
        public static UsageException invalidOption(String option) {
            return new UsageException(option + ": invalid option", true, 2);
        }

        /** A message alone, and status 1. */
        public static UsageException failed(String message) {
            return new UsageException(message, false, 1);
        }

        public boolean showsSynopsis() {
            return synopsis;
        }

        public int status() {
            return status;
        }
    }
}
