package org.vethlab.picture.topology;

import java.util.List;
import java.util.Optional;

/**
 * A device in a box.
 *
 * @param what what it is, if it is no plain cable's end: {@code vlan 10}, {@code macvlan}, {@code bond}; may be empty
 * @param upon the device of the same box under which it is listed: a VLAN's parent, a bond of its own
 * @param addresses with prefix lengths; link-local ones of IPv6 are left out, every device has them
 */
record Device(String name, String what, Optional<String> upon, List<String> addresses, State state, List<Vlan> vlans) {
    Device {
        addresses = List.copyOf(addresses);
        vlans = List.copyOf(vlans);
    }

    /** Whether frames pass. */
    enum State {
        UP(""),
        DOWN("DOWN"),
        /** It is up, but nobody up is at the other end. */
        NO_CARRIER("NO-CARRIER"),
        /** Spanning tree holds the port back. */
        BLOCKING("BLOCKING");

        private final String text;

        State(String text) {
            this.text = text;
        }

        /** In ip's words; empty if all is well. */
        String text() {
            return text;
        }

        boolean isUp() {
            return this == UP;
        }
    }

    /**
     * A VLAN that a bridge's port belongs to.
     *
     * @param untagged whether its frames leave without a tag
     */
    record Vlan(int id, boolean untagged) {}

    /** The VLANs in words: {@code vlan 10}, {@code trunk 10 20}. Empty without VLANs. */
    String vlanText() {
        if (vlans.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder(vlans.stream().allMatch(Vlan::untagged) ? "vlan" : "trunk");
        int i = 0;
        while (i < vlans.size()) {
            int last = i;
            while (last + 1 < vlans.size()
                    && vlans.get(last + 1).id() == vlans.get(last).id() + 1) {
                last++;
            }
            text.append(' ').append(vlans.get(i).id());
            if (last > i) {
                text.append(last > i + 1 ? "-" : " ").append(vlans.get(last).id());
            }
            i = last + 1;
        }
        return text.toString();
    }
}
