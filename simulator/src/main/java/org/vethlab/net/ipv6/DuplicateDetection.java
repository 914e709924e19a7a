package org.vethlab.net.ipv6;

import java.util.Optional;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.link.DeviceFlag;
import org.vethlab.net.sysctl.Ipv6Conf;
import org.vethlab.net.sysctl.NeighbourConf;
import org.vethlab.time.Timer;

/**
 * Finds out whether an address is somebody else's (RFC 4862, 5.4; addrconf_dad_*): after a random delay of up to a
 * second it asks, and if nobody has answered a second later, the address is good.
 */
final class DuplicateDetection {
    private static final long SECOND = 1_000_000_000L;
    private static final long MILLISECOND = 1_000_000L;

    private final Ipv6Device owner;
    private final Ipv6InterfaceAddress address;
    private final Timer timer;
    private long nonce;
    private int probesLeft;

    DuplicateDetection(Ipv6Device owner, Ipv6InterfaceAddress address) {
        this.owner = owner;
        this.address = address;
        this.timer = owner.clock().idle(this::probe);
    }

    Ipv6InterfaceAddress address() {
        return address;
    }

    /** Begins, if it is needed and the device is ready; one that is not ready leaves the address tentative. */
    void begin() {
        if (!isNeeded()) {
            complete();
            return;
        }
        if (!owner.isReady()) {
            return;
        }
        probesLeft = owner.conf(Ipv6Conf.DAD_TRANSMITS);
        nonce = owner.conf(Ipv6Conf.ENHANCED_DAD) != 0 ? 1 + owner.random(0xffff_ffff_fffeL) : 0;
        owner.clock().start(timer, owner.random(owner.conf(Ipv6Conf.ROUTER_SOLICITATION_DELAY) * SECOND));
    }

    private boolean isNeeded() {
        return address.has(Ipv6AddressFlag.TENTATIVE)
                && !address.has(Ipv6AddressFlag.NODAD)
                && !owner.device().has(DeviceFlag.NOARP)
                && !owner.isLoopback()
                && owner.acceptsDetection();
    }

    private void probe() {
        if (probesLeft == 0) {
            complete();
            return;
        }
        probesLeft--;
        long wait = owner.device().namespace().sysctls().neighbour(owner.device(), 6, NeighbourConf.RETRANS_TIME);
        owner.clock().start(timer, Math.max(10, wait) * MILLISECOND);
        owner.send(NeighbourMessages.duplicateProbe(address.local(), nonce));
    }

    private void complete() {
        timer.cancel();
        address.set(Ipv6AddressFlag.TENTATIVE, false);
        address.set(Ipv6AddressFlag.OPTIMISTIC, false);
        address.set(Ipv6AddressFlag.DADFAILED, false);
        owner.detected(address);
    }

    void cancel() {
        timer.cancel();
    }

    /** Somebody else asks for the address, or says that he has it. */
    void collide(Optional<Long> othersNonce) {
        boolean own = nonce != 0 && othersNonce.equals(Optional.of(nonce));
        if (!own && address.has(Ipv6AddressFlag.TENTATIVE)) {
            timer.cancel();
            address.set(Ipv6AddressFlag.DADFAILED, true);
        }
    }

    boolean isFor(Ipv6Address target) {
        return address.local().equals(target);
    }
}
