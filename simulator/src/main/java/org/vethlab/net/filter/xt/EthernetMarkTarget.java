package org.vethlab.net.filter.xt;

import org.vethlab.net.filter.PacketContext;
import org.vethlab.net.filter.Verdict;

/** ebtables' {@code mark}. @param operation set, or, and, xor */
public record EthernetMarkTarget(String operation, int value, Verdict verdict) implements XtTarget {
    @Override
    public String extension() {
        return "mark";
    }

    @Override
    public Verdict evaluate(PacketContext packet) {
        int old = packet.metadata().mark();
        packet.metadata()
                .setMark(
                        switch (operation) {
                            case "or" -> old | value;
                            case "and" -> old & value;
                            case "xor" -> old ^ value;
                            default -> value;
                        });
        return verdict;
    }
}
