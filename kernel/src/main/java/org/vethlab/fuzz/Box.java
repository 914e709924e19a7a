package org.vethlab.fuzz;

import java.util.ArrayList;
import java.util.List;

/**
 * A namespace of a scene, as far as the scene's own commands made it.
 *
 * @param name empty for the host
 * @param unnamed whether it is known by a process, as {@code unshare} leaves it, and not by a name
 */
record Box(String name, boolean unnamed, List<Nic> nics, List<String> bridges) {
    /** A device with an address; without one (the empty text) it is a bridge's port. */
    record Nic(String name, String address, int prefixLength) {
        /** An address in its network, with that last byte. */
        String neighbour(int last) {
            return address.substring(0, address.lastIndexOf('.') + 1) + last;
        }

        /** The IPv6 address that stands for the IPv4 one in scenes that have both: the same network, the same host. */
        String six() {
            String[] parts = address.split("\\.");
            return "fd00:0:0:" + parts[2] + "::" + parts[3];
        }

        String subnet() {
            int bits = (int) (-1L << (32 - prefixLength));
            int number = 0;
            for (String part : address.split("\\.")) {
                number = number << 8 | Integer.parseInt(part);
            }
            int net = number & bits;
            return (net >>> 24) + "." + (net >> 16 & 255) + "." + (net >> 8 & 255) + "." + (net & 255) + "/"
                    + prefixLength;
        }
    }

    static Box named(String name) {
        return new Box(name, false, new ArrayList<>(), new ArrayList<>());
    }

    static Box unnamed(String name) {
        return new Box(name, true, new ArrayList<>(), new ArrayList<>());
    }

    boolean isHost() {
        return name.isEmpty();
    }

    /** What a command begins with that is to run inside. */
    String enter() {
        if (isHost()) {
            return "";
        }
        return unnamed ? "nsenter -t $pid_" + name + " -n " : "ip netns exec " + name + " ";
    }

    /** What an {@code ip} command begins with that is to run inside. */
    String ip(Dice dice) {
        boolean option = !isHost() && !unnamed && dice.percent(70);
        return option ? (dice.percent(95) ? "ip -n " : "ip -netns ") + name : enter() + "ip";
    }

    /** How {@code ip link} names it as the place of a device. */
    String netns() {
        return isHost() ? "1" : unnamed ? "$pid_" + name : name;
    }

    List<Nic> addressed() {
        return nics.stream().filter(nic -> !nic.address().isEmpty()).toList();
    }
}
