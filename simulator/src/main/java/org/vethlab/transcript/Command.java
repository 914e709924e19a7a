package org.vethlab.transcript;

/** A command of a case, and whether its answer is compared; one that is not only prepares something. */
public record Command(String text, boolean compared) {
    /** The line of a case file. */
    public String line() {
        return compared ? text : "@ " + text;
    }
}
