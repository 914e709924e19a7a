package org.vethlab.program.tc;

/** A number that JSON shows as C's {@code %g} does: {@code 9.9e-05}. */
final class GeneralNumber extends Number {
    private static final long serialVersionUID = 1L;

    private final double value;

    GeneralNumber(double value) {
        this.value = value;
    }

    @Override
    public int intValue() {
        return (int) value;
    }

    @Override
    public long longValue() {
        return (long) value;
    }

    @Override
    public float floatValue() {
        return (float) value;
    }

    @Override
    public double doubleValue() {
        return value;
    }

    @Override
    public String toString() {
        return Units.general(value);
    }
}
