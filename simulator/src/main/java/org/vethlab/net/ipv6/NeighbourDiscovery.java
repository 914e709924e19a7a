package org.vethlab.net.ipv6;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;
import org.vethlab.net.neigh.Neighbour;
import org.vethlab.net.neigh.NeighbourFlag;
import org.vethlab.net.neigh.NeighbourTable;
import org.vethlab.net.neigh.Neighbours;
import org.vethlab.net.neigh.NudState;
import org.vethlab.net.neigh.UpdateFlag;
import org.vethlab.net.sysctl.Ipv6Conf;
import org.vethlab.wire.ByteReader;
import org.vethlab.wire.Icmpv6Message;

/** Discovery messages that come in: who is answered, and what is learnt (ndisc_rcv of net/ipv6/ndisc.c). */
final class NeighbourDiscovery {
    private static final int TARGET_LENGTH = 16;

    private final Ipv6 stack;
    private final NeighbourTable table;

    NeighbourDiscovery(Ipv6 stack) {
        this.stack = stack;
        this.table = stack.namespace().neighbours().open(Neighbours.IPV6, new NdiscProtocol(stack));
    }

    /** One message as it came. {@code late}: it has already waited for proxy_delay. */
    private record Heard(
            RoutedIpv6 routed,
            Ipv6Device device,
            Ipv6Address target,
            int flags,
            DiscoveryOptions options,
            boolean late) {
        Ipv6Address source() {
            return routed.packet().source();
        }

        boolean toGroup() {
            return routed.packet().destination().isMulticast();
        }

        /** The asker has no address yet: it wants to know whether one is free. */
        boolean isDetection() {
            return source().isUnspecified();
        }

        boolean has(int flag) {
            return (flags & flag) != 0;
        }
    }

    void receive(RoutedIpv6 routed, Device device, Icmpv6Message message) {
        Optional<Ipv6Device> found = stack.find(device);
        if (found.isPresent() && message.type() == Icmpv6Message.ROUTER_SOLICITATION) {
            routerSolicited(routed, found.get(), DiscoveryOptions.read(new ByteReader(message.data())));
            return;
        }
        if (found.isEmpty() || message.data().length < TARGET_LENGTH) {
            return;
        }
        ByteReader data = new ByteReader(message.data());
        Ipv6Address target = data.ipv6();
        if (message.type() == Icmpv6Message.REDIRECT) {
            stack.redirects().accept(routed, device, target, data);
            return;
        }
        Heard heard = new Heard(routed, found.get(), target, message.rest(), DiscoveryOptions.read(data), false);
        if (target.isMulticast()) {
            return;
        }
        switch (message.type()) {
            case Icmpv6Message.NEIGHBOR_SOLICITATION -> solicited(heard);
            case Icmpv6Message.NEIGHBOR_ADVERTISEMENT -> advertised(heard);
            default -> {}
        }
    }

    /** Somebody looks for routers: a router remembers him, whether it advertises itself or not (ndisc_recv_rs). */
    private void routerSolicited(RoutedIpv6 routed, Ipv6Device device, DiscoveryOptions options) {
        stack.counters().count(Ipv6Counter.Icmp6InRouterSolicits);
        Heard heard = new Heard(routed, device, Ipv6Address.ANY, 0, options, false);
        if (!device.isRouter() || heard.isDetection()) {
            return;
        }
        entry(heard, true).ifPresent(neighbour -> {
            update(
                    neighbour,
                    options.source(),
                    NudState.STALE,
                    EnumSet.of(UpdateFlag.OVERRIDE, UpdateFlag.WEAK_OVERRIDE));
            setRouter(neighbour, false);
        });
    }

    private void solicited(Heard heard) {
        stack.counters().count(Ipv6Counter.Icmp6InNeighborSolicits);
        if (heard.isDetection()
                && (heard.options().source().isPresent()
                        || !heard.routed()
                                .packet()
                                .destination()
                                .equals(heard.target().solicitedNode()))) {
            ignore(heard, "");
            return;
        }
        Optional<Ipv6InterfaceAddress> own = heard.device().find(heard.target());
        if (own.isEmpty()) {
            solicitedForAnother(heard);
            return;
        }
        if (own.get().has(Ipv6AddressFlag.TENTATIVE)) {
            if (heard.isDetection()) {
                heard.device().collide(heard.target(), heard.options().nonce());
            }
            boolean failed = own.get().has(Ipv6AddressFlag.DADFAILED);
            ignore(heard, failed ? "dadfailed: another host has it, too" : "tentative: still checked for duplicates");
            return;
        }
        answer(heard, true, heard.device().isRouter());
    }

    /** An anycast address, or one that this host is told to answer for (proxy_ndp and {@code ip neigh add proxy}). */
    private void solicitedForAnother(Heard heard) {
        boolean anycast = heard.device().anycast().contains(heard.target());
        if (!anycast && !isProxied(heard)) {
            ignore(heard, "");
            return;
        }
        boolean waits = !heard.late()
                && !heard.routed().toThisHost()
                && heard.toGroup()
                && table.delaysProxyAnswers(heard.device().device());
        if (!waits) {
            answer(heard, false, anycast && heard.device().isRouter());
            return;
        }
        Heard late = new Heard(heard.routed(), heard.device(), heard.target(), heard.flags(), heard.options(), true);
        heard.device().clock().after(table.drawProxyDelay(heard.device().device()), () -> solicitedForAnother(late));
    }

    private boolean isProxied(Heard heard) {
        Ipv6Device device = heard.device();
        boolean on = stack.confOfAll(Ipv6Conf.PROXY_NDP) != 0 || device.conf(Ipv6Conf.PROXY_NDP) != 0;
        return on && device.isRouter() && table.isProxied(device.device(), heard.target());
    }

    /** The asker is remembered, not yet believed, and answered: to all if it has no address. */
    private void answer(Heard heard, boolean ownAddress, boolean router) {
        if (heard.isDetection()) {
            advertise(heard, Ipv6Address.ALL_NODES, router, false, ownAddress, true);
            return;
        }
        boolean mayCreate = !heard.toGroup() || heard.options().source().isPresent();
        entry(heard, mayCreate).ifPresent(neighbour -> {
            Set<UpdateFlag> flags = EnumSet.of(UpdateFlag.OVERRIDE, UpdateFlag.WEAK_OVERRIDE);
            update(neighbour, heard.options().source(), NudState.STALE, flags);
            advertise(heard, heard.source(), router, true, ownAddress && heard.toGroup(), heard.toGroup());
        });
    }

    private Optional<Neighbour> entry(Heard heard, boolean mayCreate) {
        Device device = heard.device().device();
        try {
            return mayCreate ? Optional.of(table.get(device, heard.source())) : table.find(device, heard.source());
        } catch (NetException tableFull) {
            return Optional.empty();
        }
    }

    private void advertise(
            Heard heard, Ipv6Address to, boolean router, boolean solicited, boolean override, boolean withMac) {
        Device device = heard.device().device();
        boolean own = heard.device().find(heard.target()).isPresent();
        Optional<Ipv6Address> source =
                own ? Optional.of(heard.target()) : stack.sources().select(Optional.of(device), to);
        if (source.isEmpty()) {
            return;
        }
        Optional<MacAddress> mac = withMac || heard.device().conf(Ipv6Conf.FORCE_TLLAO) != 0
                ? Optional.of(device.address())
                : Optional.empty();
        int cause = stack.namespace().trace().make();
        stack.trace().answered(heard.routed().packet(), heard.target(), device, !own);
        stack.counters().count(Ipv6Counter.Icmp6OutMsgs);
        stack.counters().count(Ipv6Counter.Icmp6OutNeighborAdvertisements);
        stack.output()
                .sendOn(
                        device,
                        new NeighbourMessages.Advertisement(heard.target(), router, solicited, override, mac)
                                .packet(source.get(), to));
        stack.namespace().trace().made(cause);
    }

    private void advertised(Heard heard) {
        stack.counters().count(Ipv6Counter.Icmp6InNeighborAdvertisements);
        boolean solicited = heard.has(NeighbourMessages.SOLICITED);
        if (heard.toGroup() && solicited || !solicited && heard.device().conf(Ipv6Conf.DROP_UNSOLICITED_NA) != 0) {
            ignore(heard, "drop_unsolicited_na");
            return;
        }
        if (heard.device().find(heard.target()).isPresent()) {
            heard.device().collide(heard.target(), Optional.empty());
            return;
        }
        NudState state = solicited ? NudState.REACHABLE : NudState.STALE;
        Optional<Neighbour> known = table.find(heard.device().device(), heard.target());
        if (known.isEmpty() && acceptsUntracked(heard)) {
            known = Optional.of(table.get(heard.device().device(), heard.target()));
            state = NudState.STALE;
        }
        if (known.isEmpty() || known.get().state() == NudState.FAILED) {
            ignore(heard, "");
            return;
        }
        learn(heard, known.get(), state);
    }

    /** RFC 9131: a router may take note of those who tell of themselves unasked. */
    private boolean acceptsUntracked(Heard heard) {
        int accept = heard.device().conf(Ipv6Conf.ACCEPT_UNTRACKED_NA);
        boolean near = accept == 2
                && stack.routing().isOnLink(heard.source(), heard.device().device());
        return heard.options().target().isPresent() && heard.device().isRouter() && (accept == 1 || near);
    }

    private void learn(Heard heard, Neighbour neighbour, NudState state) {
        Set<UpdateFlag> flags = heard.has(NeighbourMessages.OVERRIDE)
                ? EnumSet.of(UpdateFlag.WEAK_OVERRIDE, UpdateFlag.OVERRIDE)
                : EnumSet.of(UpdateFlag.WEAK_OVERRIDE);
        stack.trace()
                .learnt(
                        heard.routed().packet(),
                        heard.target(),
                        heard.options().target(),
                        heard.device().device());
        update(neighbour, heard.options().target(), state, flags);
        setRouter(neighbour, heard.has(NeighbourMessages.ROUTER));
    }

    private static void setRouter(Neighbour neighbour, boolean router) {
        Set<NeighbourFlag> flags = EnumSet.noneOf(NeighbourFlag.class);
        flags.addAll(neighbour.flags());
        if (router) {
            flags.add(NeighbourFlag.ROUTER);
        } else {
            flags.remove(NeighbourFlag.ROUTER);
        }
        neighbour.setFlags(flags);
    }

    private static void update(Neighbour neighbour, Optional<MacAddress> mac, NudState state, Set<UpdateFlag> flags) {
        if (mac.isPresent() || neighbour.state().isValid()) {
            neighbour.update(mac, state, flags);
        }
    }

    private void ignore(Heard heard, String decider) {
        stack.trace()
                .unheard(heard.routed().packet(), heard.target(), heard.device().device(), decider);
    }
}
