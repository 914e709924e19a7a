package org.vethlab.program.ip;

import java.util.Optional;

/** What the options before the object say. Counters count how often an option was given. */
public final class IpOptions {
    /** The family that {@code -4}, {@code -6}, {@code -0}, … prefer (AF_*, and UNSPEC when nothing is said). */
    public enum Family {
        UNSPEC("any valid"),
        INET("inet"),
        INET6("inet6"),
        LINK("link"),
        BRIDGE("bridge"),
        MPLS("mpls");

        private final String text;

        Family(String text) {
            this.text = text;
        }

        /** As in {@code Error: inet prefix is expected}. */
        public String text() {
            return text;
        }
    }

    Family family = Family.UNSPEC;
    Optional<String> namespace = Optional.empty();
    Optional<String> batchFile = Optional.empty();
    int statistics;
    int details;
    int humanReadable;
    boolean iec;
    boolean resolve;
    boolean oneline;
    boolean timestamp;
    boolean shortTimestamp;
    boolean force;
    boolean brief;
    boolean json;
    boolean pretty;
    boolean numeric;
    boolean all;
    boolean colored;
    boolean version;
    boolean compressVlans;

    public Family family() {
        return family;
    }

    /** How often {@code -s} was given. */
    public int statistics() {
        return statistics;
    }

    boolean compressVlans() {
        return compressVlans;
    }

    public boolean details() {
        return details > 0;
    }

    public boolean resolve() {
        return resolve;
    }

    public boolean oneline() {
        return oneline;
    }

    public boolean brief() {
        return brief;
    }

    public boolean json() {
        return json;
    }

    /** {@code -N}: numbers instead of the names of protocols, scopes, tables. */
    public boolean numeric() {
        return numeric;
    }

    /** {@code -a}. */
    public boolean all() {
        return all;
    }
}
