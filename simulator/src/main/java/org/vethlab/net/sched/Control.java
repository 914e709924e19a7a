package org.vethlab.net.sched;

/** What an action decides (TC_ACT_*). */
public enum Control {
    CONTINUE("continue"),
    PASS("pass"),
    RECLASSIFY("reclassify"),
    DROP("drop"),
    PIPE("pipe"),
    STOLEN("stolen"),
    TRAP("trap");

    private final String text;

    Control(String text) {
        this.text = text;
    }

    /** As tc prints it. */
    public String text() {
        return text;
    }
}
