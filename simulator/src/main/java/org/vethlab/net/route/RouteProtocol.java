package org.vethlab.net.route;

/** Who made a route (RTPROT_*), by number; names live in /etc/iproute2/rt_protos. */
public final class RouteProtocol {
    public static final int UNSPEC = 0;
    public static final int REDIRECT = 1;
    public static final int KERNEL = 2;
    public static final int BOOT = 3;
    public static final int STATIC = 4;
    public static final int RA = 9;

    private RouteProtocol() {}
}
