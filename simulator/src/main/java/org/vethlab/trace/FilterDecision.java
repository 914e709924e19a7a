package org.vethlab.trace;

/** What netfilter decided: to let a packet pass, or to change its addresses. */
public sealed interface FilterDecision extends Decision {
    /** Rules let a packet pass. */
    record Passed(String hook, String decider) implements FilterDecision {
        @Override
        public Station station() {
            return Station.FILTER;
        }

        @Override
        public String text() {
            return "accepted in " + hook;
        }
    }

    /** An address, or a port, was put in the place of another. */
    record Translated(String hook, String before, String after, String decider) implements FilterDecision {
        @Override
        public Station station() {
            return Station.NAT;
        }

        @Override
        public String text() {
            return before + " becomes " + after;
        }
    }
}
