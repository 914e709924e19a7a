package org.vethlab.net.link;

/** Where a device's name and its address come from (name_assign_type and addr_assign_type). */
public final class Provenance {
    /** NET_NAME_*. */
    public enum Name {
        ENUMERATED(1),
        PREDICTABLE(2),
        USER(3),
        RENAMED(4);

        private final int code;

        Name(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }
    }

    /** NET_ADDR_*. */
    public enum Address {
        PERMANENT(0),
        RANDOM(1),
        STOLEN(2),
        SET(3);

        private final int code;

        Address(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }
    }

    private Name name = Name.PREDICTABLE;
    private Address address = Address.PERMANENT;

    public Name name() {
        return name;
    }

    public Address address() {
        return address;
    }

    /** A new device has what the request says, a VLAN its parent's address, and the others a random one. */
    void created(LinkRequest request) {
        name = request.name().isPresent() ? Name.USER : Name.ENUMERATED;
        address = request.address().isPresent()
                ? Address.SET
                : request.kind() instanceof LinkKind.Vlan ? Address.STOLEN : Address.RANDOM;
    }

    void renamed() {
        name = Name.RENAMED;
    }

    void addressSet() {
        address = Address.SET;
    }
}
