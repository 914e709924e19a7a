package org.vethlab.net.tcp;

import org.vethlab.net.Sysctls;
import org.vethlab.net.sysctl.Setting;

/** The sysctls that govern TCP (Documentation/networking/ip-sysctl.rst). */
final class TcpParameters {
    private static final long SECOND = 1_000_000_000L;
    private static final int WINDOW_BITS = 15;
    private static final int MAX_WINDOW_SCALE = 14;

    private final Setting timestamps;
    private final Setting sack;
    private final Setting windowScaling;
    private final Setting receiveBuffer;
    private final Setting finTimeout;
    private final Setting synRetries;
    private final Setting linearSyns;
    private final Setting synAckRetries;
    private final Setting retries;
    private final Setting mostBacklog;
    private final Setting portRange;
    private final Setting acceptsDomains;

    TcpParameters(Sysctls sysctls) {
        this.timestamps = sysctls.setting("net/ipv4/tcp_timestamps");
        this.sack = sysctls.setting("net/ipv4/tcp_sack");
        this.windowScaling = sysctls.setting("net/ipv4/tcp_window_scaling");
        this.receiveBuffer = sysctls.setting("net/ipv4/tcp_rmem");
        this.finTimeout = sysctls.setting("net/ipv4/tcp_fin_timeout");
        this.synRetries = sysctls.setting("net/ipv4/tcp_syn_retries");
        this.linearSyns = sysctls.setting("net/ipv4/tcp_syn_linear_timeouts");
        this.synAckRetries = sysctls.setting("net/ipv4/tcp_synack_retries");
        this.retries = sysctls.setting("net/ipv4/tcp_retries2");
        this.mostBacklog = sysctls.setting("net/core/somaxconn");
        this.portRange = sysctls.setting("net/ipv4/ip_local_port_range");
        this.acceptsDomains = sysctls.setting("net/ipv4/tcp_l3mdev_accept");
    }

    boolean timestamps() {
        return timestamps.value() != 0;
    }

    boolean sack() {
        return sack.value() != 0;
    }

    boolean scales() {
        return windowScaling.value() != 0;
    }

    /** As many bits as the largest receive buffer needs beyond sixteen (tcp_select_initial_window). */
    int windowScale() {
        if (!scales()) {
            return 0;
        }
        int largest = Integer.parseInt(receiveBuffer.read().split("\t")[2]);
        int bits = 31 - Integer.numberOfLeadingZeros(Math.max(1, largest));
        return Math.max(0, Math.min(MAX_WINDOW_SCALE, bits - WINDOW_BITS));
    }

    long finTimeout() {
        return finTimeout.value() * SECOND;
    }

    int synRetries() {
        return synRetries.value();
    }

    /** How many SYNs go out a second apart before the wait doubles (tcp_syn_linear_timeouts). */
    int linearSyns() {
        return linearSyns.value();
    }

    int synAckRetries() {
        return synAckRetries.value();
    }

    int retries() {
        return retries.value();
    }

    int mostBacklog() {
        return mostBacklog.value();
    }

    /** A listener that is bound to no device hears of VRFs too. */
    boolean acceptsDomains() {
        return acceptsDomains.value() != 0;
    }

    int firstPort() {
        return Integer.parseInt(portRange.read().split("\t")[0]);
    }

    int lastPort() {
        return Integer.parseInt(portRange.read().split("\t")[1]);
    }
}
