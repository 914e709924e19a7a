package org.vethlab.net.filter.xt;

import java.util.Optional;
import org.vethlab.net.filter.Chain;
import org.vethlab.net.filter.Hook;
import org.vethlab.net.filter.PacketContext;
import org.vethlab.net.filter.Verdict;
import org.vethlab.net.filter.conntrack.Manipulation;
import org.vethlab.net.filter.conntrack.Nat;
import org.vethlab.net.filter.conntrack.NatRange;

/** {@code DNAT}, {@code SNAT}, {@code MASQUERADE}, {@code REDIRECT}, {@code NETMAP}: other addresses for a connection. */
public record NatTarget(String extension, NatRange range) implements XtTarget {
    @Override
    public boolean needsConntrack() {
        return true;
    }

    @Override
    public boolean isAllowedIn(Chain base) {
        return switch (extension) {
            case "SNAT" -> Places.isIn(base, "nat", Hook.POSTROUTING, Hook.INPUT);
            case "MASQUERADE" -> Places.isIn(base, "nat", Hook.POSTROUTING);
            case "NETMAP" -> Places.isIn(base, "nat");
            default -> Places.isIn(base, "nat", Hook.PREROUTING, Hook.OUTPUT);
        };
    }

    @Override
    public Verdict evaluate(PacketContext packet) {
        Nat nat = packet.namespace().netfilter().nat();
        Manipulation kind = Nat.manipulation(packet.hook());
        Optional<NatRange> to = switch (extension) {
            case "MASQUERADE" -> OwnAddress.leaving(packet).map(range::withAddress);
            case "REDIRECT" -> OwnAddress.arriving(packet).map(range::withAddress);
            default -> Optional.of(range);
        };
        return to.map(given -> nat.setUp(packet, given, kind)).orElse(Verdict.DROP);
    }
}
