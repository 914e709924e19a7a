package org.vethlab.lesson;

import org.vethlab.lab.Lab;

/** Keeps what a run prints. */
final class Transcript implements Lab.Sink {
    private final StringBuilder output = new StringBuilder();

    @Override
    public void out(String text) {
        output.append(text);
    }

    @Override
    public void err(String text) {}

    /** Standard output alone. */
    String output() {
        return output.toString();
    }
}
