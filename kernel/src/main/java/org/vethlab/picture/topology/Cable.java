package org.vethlab.picture.topology;

/** What connects two devices. */
record Cable(Port a, Port b, Kind kind) {
    /** What it is made of. */
    enum Kind {
        VETH(""),
        /** A bridge's own port: the host that the bridge is in hears what the bridge hears. */
        BRIDGE("the bridge's own port"),
        /** A macvlan or VLAN device in another box than the device that it lies upon. */
        UPON("lies upon"),
        /** Packets inside packets, over whatever is between. */
        TUNNEL("tunnel");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** Empty for a veth, the usual cable. */
        String text() {
            return text;
        }
    }

    boolean isAt(Port port) {
        return a.equals(port) || b.equals(port);
    }

    boolean touches(String box) {
        return a.box().equals(box) || b.box().equals(box);
    }

    Port other(Port end) {
        return a.equals(end) ? b : a;
    }

    /** The end that is not in {@code box}; {@code b} if both are. */
    Port awayFrom(String box) {
        return a.box().equals(box) ? b : a;
    }

    /** The same whichever end comes first. */
    String key() {
        String one = a.box() + " " + a.device();
        String other = b.box() + " " + b.device();
        return one.compareTo(other) < 0 ? one + " - " + other : other + " - " + one;
    }
}
