package org.vethlab.magic;

/** A fault of the program itself, which no command should have been able to raise. */
public final class Fault {
    private Fault() {}

    /** What it is and where, in one line, so that it can be reported. */
    public static String text(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        String where = trace.length == 0 ? "" : " at " + trace[0].getFileName() + ":" + trace[0].getLineNumber();
        return "a fault of its own: " + thrown + where;
    }
}
