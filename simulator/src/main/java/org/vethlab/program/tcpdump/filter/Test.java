package org.vethlab.program.tcpdump.filter;

/** What a filter expression becomes: comparisons, and how they hang together. */
sealed interface Test {
    boolean holds(FilterInput packet);

    /** How two numbers without sign are compared. */
    enum Relation {
        EQUAL,
        GREATER,
        GREATER_OR_EQUAL;

        boolean holds(int left, int right) {
            int order = Integer.compareUnsigned(left, right);
            return this == EQUAL ? order == 0 : this == GREATER ? order > 0 : order >= 0;
        }
    }

    record Comparison(Relation relation, Value left, Value right) implements Test {
        @Override
        public boolean holds(FilterInput packet) {
            return relation.holds(left.of(packet), right.of(packet));
        }
    }

    record And(Test first, Test second) implements Test {
        @Override
        public boolean holds(FilterInput packet) {
            return first.holds(packet) && second.holds(packet);
        }
    }

    record Or(Test first, Test second) implements Test {
        @Override
        public boolean holds(FilterInput packet) {
            return first.holds(packet) || second.holds(packet);
        }
    }

    record Not(Test negated) implements Test {
        @Override
        public boolean holds(FilterInput packet) {
            return !negated.holds(packet);
        }
    }

    static Test equal(Value value, long number) {
        if (value instanceof Value.Constant constant) {
            return of(constant.number() == (int) number);
        }
        return new Comparison(Relation.EQUAL, value, Value.constant(number));
    }

    default Test and(Test other) {
        return other.isAlways() ? this : isAlways() ? other : new And(this, other);
    }

    default Test or(Test other) {
        return isAlways() || other.isAlways() ? of(true) : new Or(this, other);
    }

    /** Whether it compares two equal constants. */
    private boolean isAlways() {
        return equals(of(true));
    }

    default Test not() {
        return new Not(this);
    }

    /** Always or never. */
    static Test of(boolean holds) {
        return new Comparison(Relation.EQUAL, Value.constant(holds ? 1 : 0), Value.constant(1));
    }
}
