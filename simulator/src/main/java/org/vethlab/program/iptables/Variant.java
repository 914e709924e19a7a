package org.vethlab.program.iptables;

import org.vethlab.net.filter.Family;

/** For which protocol a program of this kind makes rules. */
public enum Variant {
    IPV4("iptables", Family.IP),
    IPV6("ip6tables", Family.IP6);

    private final String program;
    private final Family family;

    Variant(String program, Family family) {
        this.program = program;
        this.family = family;
    }

    public String program() {
        return program;
    }

    public Family family() {
        return family;
    }

    public boolean isIpv6() {
        return this == IPV6;
    }
}
