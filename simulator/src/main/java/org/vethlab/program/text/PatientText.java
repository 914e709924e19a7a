package org.vethlab.program.text;

import org.vethlab.program.CommandException;

/**
 * A text to be searched that is not looked at for ever: expressions such as {@code (a*)*b} try every way to match before
 * they give up, where regex(3) goes all ways at once.
 */
public final class PatientText implements CharSequence {
    private static final int MOST_STEPS = 50_000_000;

    private final String text;
    private int steps;

    public PatientText(String text) {
        this.text = text;
    }

    @Override
    public char charAt(int index) {
        if (++steps > MOST_STEPS) {
            throw new CommandException(2, "vethlab: a regular expression has too many ways to match");
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
