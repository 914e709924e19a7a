package org.vethlab.net.sched;

/** The id of a qdisc ({@code 1:}) or a class ({@code 1:10}): major number in the upper half, minor in the lower. */
public record Handle(int value) {
    /** TC_H_UNSPEC. */
    public static final Handle NONE = new Handle(0);

    /** TC_H_ROOT: the place of a device's root qdisc. */
    public static final Handle ROOT = new Handle(0xffff_ffff);

    /** TC_H_INGRESS, and TC_H_CLSACT: the place of a device's ingress or clsact qdisc. */
    public static final Handle INGRESS = new Handle(0xffff_fff1);

    /** Where clsact keeps its filters for arriving packets (TC_H_MIN_INGRESS). */
    public static final Handle CLSACT_INGRESS = new Handle(0xffff_fff2);

    /** Where clsact keeps its filters for leaving packets (TC_H_MIN_EGRESS). */
    public static final Handle CLSACT_EGRESS = new Handle(0xffff_fff3);

    public static Handle of(int major, int minor) {
        return new Handle(major << 16 | minor & 0xffff);
    }

    public int major() {
        return value >>> 16;
    }

    public int minor() {
        return value & 0xffff;
    }

    public boolean isNone() {
        return value == 0;
    }

    /** The qdisc that the class belongs to. */
    public Handle qdisc() {
        return of(major(), 0);
    }

    /** The same minor number under another qdisc. */
    Handle under(Handle qdisc) {
        return of(qdisc.major(), minor());
    }
}
