package org.vethlab.shell.run;

/**
 * Where control goes after a command: on, out of loops, out of a function, out of the shell. A state that everybody who
 * runs commands looks at, and no exception, since loops end by the million.
 */
public final class Flow {
    private enum Kind {
        NORMAL,
        BREAK,
        CONTINUE,
        RETURN,
        EXIT
    }

    private Kind kind = Kind.NORMAL;
    private int levels;
    private int loops;

    /** Whether the next command runs. */
    public boolean isNormal() {
        return kind == Kind.NORMAL;
    }

    boolean isExit() {
        return kind == Kind.EXIT;
    }

    /** How many loops of the current function are running. */
    public int loops() {
        return loops;
    }

    public void breakLoops(int count) {
        kind = Kind.BREAK;
        levels = Math.min(count, loops);
    }

    public void continueLoop(int count) {
        kind = Kind.CONTINUE;
        levels = Math.min(count, loops);
    }

    public void returns() {
        kind = Kind.RETURN;
    }

    public void exits() {
        kind = Kind.EXIT;
    }

    void enterLoop() {
        loops++;
    }

    void leaveLoop() {
        loops--;
    }

    /** After a loop's body has run. @return whether the loop ends */
    boolean endsLoop() {
        switch (kind) {
            case NORMAL -> {
                return false;
            }
            case BREAK -> {
                if (--levels == 0) {
                    kind = Kind.NORMAL;
                }
                return true;
            }
            case CONTINUE -> {
                if (levels > 1) {
                    levels--;
                    return true;
                }
                kind = Kind.NORMAL;
                return false;
            }
            default -> {
                return true;
            }
        }
    }

    /** A function or sourced file begins: loops around the call are out of reach. @return to be given back to leave */
    int enterCall() {
        int before = loops;
        loops = 0;
        return before;
    }

    void leaveCall(int before) {
        loops = before;
        if (kind == Kind.RETURN) {
            kind = Kind.NORMAL;
        }
    }

    /** All is given up but an exit. */
    void reset() {
        if (kind != Kind.EXIT) {
            kind = Kind.NORMAL;
        }
        loops = 0;
    }

    /** A shell that outlives its script. */
    void clear() {
        kind = Kind.NORMAL;
        loops = 0;
    }
}
