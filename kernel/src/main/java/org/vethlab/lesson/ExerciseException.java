package org.vethlab.lesson;

/** An exercise file that cannot be used: one line for the teacher who writes it. */
public final class ExerciseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ExerciseException(String file, String message) {
        super(file + " " + message);
    }
}
