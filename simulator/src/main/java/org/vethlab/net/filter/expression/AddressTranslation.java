package org.vethlab.net.filter.expression;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.vethlab.addr.IpAddress;
import org.vethlab.net.filter.Family;
import org.vethlab.net.filter.PacketContext;
import org.vethlab.net.filter.Statement;
import org.vethlab.net.filter.Verdict;
import org.vethlab.net.filter.conntrack.Manipulation;
import org.vethlab.net.filter.conntrack.NatRange;
import org.vethlab.net.filter.xt.OwnAddress;

/**
 * Address translation (nft_nat, nft_masq, nft_redir).
 *
 * @param family of the addresses
 * @param prefix whether only the network part changes (NETMAP)
 * @param flags {@code random}, {@code fully-random}, {@code persistent}
 */
public record AddressTranslation(
        Kind kind, Family family, Optional<Span> address, Optional<Span> port, boolean prefix, List<String> flags)
        implements Statement {
    /** Which statement it is. */
    public enum Kind {
        SNAT("snat", Manipulation.SOURCE),
        DNAT("dnat", Manipulation.DESTINATION),
        MASQUERADE("masquerade", Manipulation.SOURCE),
        REDIRECT("redirect", Manipulation.DESTINATION);

        private final String keyword;
        private final Manipulation manipulation;

        Kind(String keyword, Manipulation manipulation) {
            this.keyword = keyword;
            this.manipulation = manipulation;
        }

        public String keyword() {
            return keyword;
        }
    }

    /** From one value to another. */
    public record Span(Selector from, Optional<Selector> until) {}

    @Override
    public Verdict evaluate(PacketContext packet) {
        Optional<IpAddress> first = first(packet);
        if (first.isEmpty() && needsAddress()) {
            return kind == Kind.REDIRECT || kind == Kind.MASQUERADE ? Verdict.DROP : Verdict.BREAK;
        }
        Optional<IpAddress> last = address.flatMap(Span::until)
                .flatMap(selector -> selector.load(packet))
                .map(this::toAddress);
        Optional<NatRange.Ports> ports = port.flatMap(span -> ports(span, packet));
        NatRange range = new NatRange(
                first,
                last.isPresent() ? last : first,
                ports,
                flags.contains("random"),
                flags.contains("fully-random"),
                flags.contains("persistent"),
                prefix);
        return packet.namespace().netfilter().nat().setUp(packet, range, kind.manipulation);
    }

    private boolean needsAddress() {
        return address.isPresent() || kind == Kind.MASQUERADE || kind == Kind.REDIRECT;
    }

    private Optional<IpAddress> first(PacketContext packet) {
        if (kind == Kind.MASQUERADE) {
            return OwnAddress.leaving(packet);
        }
        if (kind == Kind.REDIRECT) {
            return OwnAddress.arriving(packet);
        }
        return address.flatMap(span -> span.from().load(packet)).map(this::toAddress);
    }

    private IpAddress toAddress(BigInteger value) {
        return family == Family.IP6 ? Registers.ipv6(value) : Registers.ipv4(value);
    }

    private static Optional<NatRange.Ports> ports(Span span, PacketContext packet) {
        Optional<BigInteger> first = span.from().load(packet);
        Optional<BigInteger> last =
                span.until().isPresent() ? span.until().get().load(packet) : first;
        return first.flatMap(from -> last.map(to -> new NatRange.Ports(from.intValue(), to.intValue())));
    }

    @Override
    public boolean needsConntrack() {
        return true;
    }
}
