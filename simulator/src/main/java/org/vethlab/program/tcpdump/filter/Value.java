package org.vethlab.program.tcpdump.filter;

/** A number of 32 bits, without sign, that a filter computes. Equal values are known to be equal by their structure. */
sealed interface Value {
    /** @throws OutOfPacket when it reads beyond what was captured, or divides by zero */
    int of(FilterInput packet);

    /** Ends the evaluation: the packet is not accepted, whatever else the expression says (as in the kernel's BPF). */
    final class OutOfPacket extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OutOfPacket() {
            super("out of packet", null, false, false);
        }
    }

    record Constant(int number) implements Value {
        @Override
        public int of(FilterInput packet) {
            return number;
        }
    }

    /** Bytes at a place that may itself be computed. */
    record Load(Value at, int size) implements Value {
        @Override
        public int of(FilterInput packet) {
            int offset = at.of(packet);
            byte[] bytes = packet.bytes();
            if (offset < 0 || offset + size > bytes.length) {
                throw new OutOfPacket();
            }
            int value = 0;
            for (int i = 0; i < size; i++) {
                value = value << 8 | bytes[offset + i] & 0xff;
            }
            return value;
        }
    }

    /** {@code len}. */
    record Length() implements Value {
        @Override
        public int of(FilterInput packet) {
            return packet.length();
        }
    }

    /** What the kernel knows of a packet besides its bytes. */
    enum Ancillary implements Value {
        VLAN_PRESENT {
            @Override
            public int of(FilterInput packet) {
                return packet.vlan() >= 0 ? 1 : 0;
            }
        },
        VLAN_CONTROL {
            @Override
            public int of(FilterInput packet) {
                return Math.max(0, packet.vlan());
            }
        },
        OUTGOING {
            @Override
            public int of(FilterInput packet) {
                return packet.outgoing() ? 1 : 0;
            }
        },
        INTERFACE_INDEX {
            @Override
            public int of(FilterInput packet) {
                return packet.interfaceIndex();
            }
        }
    }

    /** Arithmetic without sign. */
    record Operation(Operator operator, Value left, Value right) implements Value {
        @Override
        public int of(FilterInput packet) {
            return operator.apply(left.of(packet), right.of(packet));
        }
    }

    /** The operators of arithmetic. */
    enum Operator {
        ADD,
        SUBTRACT,
        MULTIPLY,
        DIVIDE,
        REMAINDER,
        AND,
        OR,
        XOR,
        SHIFT_LEFT,
        SHIFT_RIGHT;

        int apply(int left, int right) {
            boolean divides = this == DIVIDE || this == REMAINDER;
            if (divides && right == 0) {
                throw new OutOfPacket();
            }
            return switch (this) {
                case ADD -> left + right;
                case SUBTRACT -> left - right;
                case MULTIPLY -> left * right;
                case DIVIDE -> Integer.divideUnsigned(left, right);
                case REMAINDER -> Integer.remainderUnsigned(left, right);
                case AND -> left & right;
                case OR -> left | right;
                case XOR -> left ^ right;
                case SHIFT_LEFT -> Integer.compareUnsigned(right, 32) < 0 ? left << right : 0;
                case SHIFT_RIGHT -> Integer.compareUnsigned(right, 32) < 0 ? left >>> right : 0;
            };
        }
    }

    static Value constant(long number) {
        return new Constant((int) number);
    }

    static Value load(int at, int size) {
        return new Load(constant(at), size);
    }

    /** Computes at once what is constant. */
    static Value operation(Operator operator, Value left, Value right) {
        if (left instanceof Constant a && right instanceof Constant b) {
            return constant(operator.apply(a.number(), b.number()));
        }
        return new Operation(operator, left, right);
    }

    /** {@code value & mask}; a mask of all ones changes nothing. */
    static Value masked(Value value, int mask) {
        if (mask == 0) {
            return constant(0);
        }
        return mask == -1 ? value : operation(Operator.AND, value, constant(mask & 0xffff_ffffL));
    }
}
